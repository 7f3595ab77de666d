#include "app/endpoint/openai.h"

#include "app/endpoint/attempt.h"
#include "app/endpoint/remote_call.h"
#include "app/endpoint/web_page.h"
#include "kernels/base/check.h"
#include "kernels/base/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::endpoint {

namespace {

constexpr std::size_t kMaxModelsBytes = std::size_t(16) << 20;

Result<std::vector<wire::ListedModel>> modelsOf(const AttemptEnd& end, const std::string& text,
                                                const Profile& profile)
{
    if (end.error)
        return *end.error;
    if (end.status >= 300 && end.status < 400)
        return redirectError(profile.baseUrl, end.redirect);
    if (end.isPage && (end.status == 200 || end.status == kLoginFirst))
        return pageError(profile.baseUrl);
    if (end.status == 200)
        return wire::readModelList(text);
    Error error = wire::errorOf(wire::readTrouble(end.status, text));
    error.text = withoutKey(std::move(error.text), profile.key);
    return error;
}

} // namespace

OpenAiEndpoint::OpenAiEndpoint(Profile profile, const Reach& reach)
    : m_profile(std::move(profile))
    , m_egress(reach, m_profile.connection)
    , m_line(m_profile.connection.mostAtOnce)
{
    CHECK(m_profile.kind != nullptr, "a profile has a kind of server");
}

OpenAiEndpoint::~OpenAiEndpoint()
{
    // Now, while what they use is still there.
    m_line.close();
    qDeleteAll(findChildren<QObject*>(QString(), Qt::FindDirectChildrenOnly));
}

Ticket OpenAiEndpoint::start(Request request, Sink sink)
{
    const RequestId id = ++m_lastId;
    auto* call = new RemoteCall(m_profile, m_egress, id, std::move(sink), this);
    call->start(std::move(request), m_line);
    return {id, [call = QPointer<RemoteCall>(call)] {
                if (call)
                    call->cancel();
            }};
}

void OpenAiEndpoint::probe(ModelsSink sink)
{
    auto* attempt =
        new Attempt(m_egress, addressBelow(m_profile.baseUrl, u"models"_s), m_profile.key, {});
    attempt->setParent(this);
    auto text = std::make_shared<std::string>();
    connect(attempt, &Attempt::received, this, [text](const QByteArray& bytes) {
        if (text->size() < kMaxModelsBytes)
            text->append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    });
    connect(attempt, &Attempt::ended, this,
            [this, attempt, text, sink = std::move(sink)](const AttemptEnd& end) {
                attempt->deleteLater();
                sink(modelsOf(end, *text, m_profile));
            });
    attempt->start();
}

QUrl addressBelow(QUrl base, const QString& path)
{
    QString folder = base.path();
    while (folder.endsWith(u'/'))
        folder.chop(1);
    base.setPath(folder + u'/' + path);
    return base;
}

std::string withoutKey(std::string text, const std::string& key)
{
    if (key.empty())
        return text;
    for (auto at = text.find(key); at != std::string::npos; at = text.find(key, at))
        text.replace(at, key.size(), "***");
    return text;
}

} // namespace tf::endpoint
