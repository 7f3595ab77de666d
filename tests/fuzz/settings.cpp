// Any bytes as a settings file: no crash, and what was understood survives being written.

#include "app/settings/settings.h"

#include "kernels/base/check.h"

using tf::settings::Loaded;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray document(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto first = tf::settings::parse(document);
    if (!first)
        return 0;
    const QByteArray written = tf::settings::write(first->settings);
    if (written.size() > tf::settings::kMaxFileBytes)
        return 0;
    const auto second = tf::settings::parse(written);
    CHECK(second.has_value(), "a written file is understood");
    CHECK(second->notices.empty(), "a written file has nothing to complain about");
    CHECK(tf::settings::write(second->settings) == written, "writing twice changes nothing");
    CHECK(second->settings.theme == first->settings.theme
              && second->settings.zoomPercent == first->settings.zoomPercent
              && second->settings.window == first->settings.window,
          "values survive");
    return 0;
}
