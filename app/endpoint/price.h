#pragma once

// What an answer costs: rate cards with tiers as data, and the arithmetic.
//
// The tier is chosen by the whole input and holds for the whole request. Thread: any.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace tf::endpoint {

/// US dollars a million tokens.
struct PriceTier {
    std::int64_t mostInputTokens = INT64_MAX; ///< the tier holds up to here
    double input = 0;
    double cachedInput = 0;
    double output = 0;
};

struct RateCard {
    std::span<const PriceTier> tiers; ///< ascending; empty: nobody knows
    std::string_view date; ///< "2026-09-11"
};

struct TokenCounts {
    std::int64_t input = 0; ///< cached ones included
    std::int64_t cachedInput = 0;
    std::int64_t output = 0;
};

/// US dollars; nullopt without a card, or with counts that make no sense.
[[nodiscard]] std::optional<double> costOf(const RateCard& card, const TokenCounts& counts);

/// Older than 60 days on that day ("2026-11-21"), or without a date.
[[nodiscard]] bool isStale(const RateCard& card, std::string_view today);

} // namespace tf::endpoint
