#include "app/session/moment.h"

#include <array>
#include <chrono>
#include <ctime>

namespace tf::session {

namespace {

constexpr const char* kStamp = "%Y%m%dT%H%M%SZ";

std::string written(std::int64_t ms, const char* form)
{
    const auto seconds = static_cast<std::time_t>(ms / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 40> text{};
    return {text.data(), std::strftime(text.data(), text.size(), form, &parts)};
}

} // namespace

std::int64_t nowMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string shownTime(std::int64_t ms)
{
    return written(ms, "%Y-%m-%d %H:%M");
}

std::string stampOf(std::int64_t ms)
{
    return written(ms, kStamp);
}

std::optional<std::int64_t> momentOf(std::string_view stamp)
{
    std::tm parts{};
    if (strptime(std::string(stamp).c_str(), kStamp, &parts) == nullptr)
        return std::nullopt;
    const std::int64_t ms = std::int64_t(timegm(&parts)) * 1000;
    return stampOf(ms) == stamp ? std::optional(ms) : std::nullopt;
}

} // namespace tf::session
