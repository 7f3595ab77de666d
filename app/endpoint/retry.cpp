#include "app/endpoint/retry.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tf::endpoint {

std::optional<Millis> retryWait(const RetryRules& rules, const RetryState& state)
{
    if (state.numRetries >= rules.maxRetries)
        return std::nullopt;
    if (state.asked && *state.asked > rules.longestAsked)
        return std::nullopt;
    // Full jitter: many clients that fail together do not come back together.
    const auto most =
        std::min(rules.longest, rules.first * (std::int64_t(1) << std::min(state.numRetries, 20)));
    const Millis diced(static_cast<std::int64_t>(state.dice * static_cast<double>(most.count())));
    const Millis wait = std::max(diced, state.asked.value_or(Millis(0)));
    return state.elapsed + wait > rules.total ? std::nullopt : std::optional(wait);
}

std::optional<Millis> readRetryAfter(std::string_view value, std::int64_t now)
{
    double seconds = 0;
    const char* end = value.data() + value.size();
    const auto read = std::from_chars(value.data(), end, seconds);
    if (read.ec == std::errc() && read.ptr == end && std::isfinite(seconds))
        return seconds < 0 || seconds > 1e6
            ? std::nullopt
            : std::optional(Millis(static_cast<std::int64_t>(std::ceil(seconds * 1000))));
    QDateTime date = QLocale::c().toDateTime(
        QString::fromLatin1(value.data(), static_cast<qsizetype>(value.size())),
        u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return Millis(std::max<std::int64_t>(0, date.toMSecsSinceEpoch() - now));
}

} // namespace tf::endpoint
