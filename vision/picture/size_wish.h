#pragma once

// How large a picture or a clip's frames shall be for the model: the two rules in use, and tiers.
//
// Sides become multiples of 28, so that a merged patch never hangs over the edge. The order of
// the arithmetic is the reference's, in double, halves to even: it decides single pixels.

#include "kernels/base/result.h"
#include "vision/picture/picture.h"

#include <cstdint>

namespace tf::vision {

inline constexpr std::int32_t kSideStep = 28;
inline constexpr std::int64_t kPixelsPerToken = 784;

enum class SizeRule : std::uint8_t {
    Native, ///< as it is; not for the model
    Area, ///< open-weights default of the servers: at most `cap` pixels
    LongSide, ///< the vendor's own: the long side at most `cap` pixels
};

enum class Tier : std::uint8_t { Low, Default, High };
enum class MediaKind : std::uint8_t { Picture, Clip };

/// Which size is asked for. A value, so that it can be part of a cache's key.
struct SizeWish {
    SizeRule rule = SizeRule::LongSide;
    std::int64_t cap = 2016;

    bool operator==(const SizeWish&) const = default;
};

/// The vendor's long side of a tier.
SizeWish tierWish(MediaKind kind, Tier tier);
/// The area bound of servers that run the open weights.
SizeWish areaWish(MediaKind kind);

/// The size that the model sees; BadInput when the ratio or the area is refused.
Result<Size> fittedSize(Size source, const SizeWish& wish);

/// Tokens of one picture or one pair of frames, without the marks around it.
inline std::int64_t tokensOf(Size fitted)
{
    return fitted.area() / kPixelsPerToken;
}

} // namespace tf::vision
