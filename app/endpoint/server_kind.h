#pragma once

// The kinds of server that are known, as rows of data: dialect, limits, prices, addresses.
//
// Thread: any.

#include "app/endpoint/price.h"
#include "app/wire/dialect.h"
#include "app/wire/growing_text.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace tf::endpoint {

struct MediaLimits {
    std::int64_t bodyBytes = std::int64_t(64) << 20;
    std::int64_t imageBytes = std::int64_t(10) << 20;
    std::int64_t videoBytes = std::int64_t(50) << 20;
    std::int64_t images = 200;
    std::int64_t videos = 20;
};

struct ServerKind {
    std::string_view id; ///< in settings and on the command line: "vllm"
    std::string_view name; ///< for people
    std::span<const std::string_view> baseUrls; ///< of the vendor; empty: the user's own server
    wire::Dialect dialect;
    wire::Growth growth = wire::Growth::Pieces;
    MediaLimits limits;
    RateCard rates;
};

[[nodiscard]] std::span<const ServerKind> serverKinds();
/// nullptr when there is no such kind.
[[nodiscard]] const ServerKind* findServerKind(std::string_view id);

} // namespace tf::endpoint
