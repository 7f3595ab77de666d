// Any JSON as an endpoint of the user's file: what is used could be sent by, and survives being
// written.

#include "app/endpoint/profile/profile_json.h"

#include "kernels/base/check.h"

#include <QJsonDocument>

using namespace tf::endpoint;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return 0;
    const ReadProfile first = readProfile(document.object(), QStringLiteral("e."));
    if (!first.mistakes.empty())
        return 0;
    CHECK(checkProfile(first.profile).has_value(), "what is used makes sense");
    const QJsonObject written = writeProfile(first.profile);
    const ReadProfile second = readProfile(written, QStringLiteral("e."));
    CHECK(second.mistakes.empty(), "a written endpoint is understood");
    CHECK(writeProfile(second.profile) == written, "writing twice changes nothing");
    return 0;
}
