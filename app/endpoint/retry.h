#pragma once

// When a request that failed is sent again, and how long to wait before.
//
// Pure: the clock and the dice are the caller's. Thread: any.

#include <chrono>
#include <optional>
#include <string_view>

namespace tf::endpoint {

using Millis = std::chrono::milliseconds;

struct RetryRules {
    int maxRetries = 2;
    Millis first{500};
    Millis longest{8'000};
    Millis longestAsked{60'000}; ///< a server that asks for more is left alone
    Millis total{120'000}; ///< from the first attempt on
};

struct RetryState {
    int numRetries = 0; ///< so far
    Millis elapsed{}; ///< since the first attempt began
    std::optional<Millis> asked; ///< by the server's Retry-After
    double dice = 0; ///< 0 ≤ dice < 1
};

/// How long to wait; nullopt: it is not sent again.
[[nodiscard]] std::optional<Millis> retryWait(const RetryRules& rules, const RetryState& state);

/// Of the header's value, seconds or a date; `now` in milliseconds since 1970.
[[nodiscard]] std::optional<Millis> readRetryAfter(std::string_view value, std::int64_t now);

} // namespace tf::endpoint
