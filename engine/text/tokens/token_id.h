#pragma once

// The number of a token, as the model's embedding rows count it.

#include <cstdint>

namespace tf::text {

using TokenId = std::uint32_t;

/// No token: ids are far smaller.
inline constexpr TokenId kNoToken = 0xffffffff;

} // namespace tf::text
