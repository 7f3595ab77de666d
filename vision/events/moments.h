#pragma once

// The moments of a screen recording where something happened, found while its frames go by once.
//
// A change is over when the screen has stood still for a while; then the first still frame is
// kept, with the last one before the change. Frames that look like one already kept are dropped.
// The caller keeps the pixels; this only says which indices matter.

#include "kernels/base/result.h"
#include "vision/media/asks.h"
#include "vision/opencv/tile_change.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace tf::vision {

struct Moment {
    std::int64_t index = 0;
    double time = 0;
    FrameReason reason = FrameReason::AfterChange;
    float change = 0; ///< share of the screen that changed
};

/// What a frame means for what is kept.
struct Verdict {
    std::vector<Moment> kept; ///< in order of time; may name the frame before this one
    std::vector<std::int64_t> dropped; ///< indices kept earlier that a better one displaced
};

class MomentFinder {
public:
    explicit MomentFinder(std::int64_t maxFrames);
    MomentFinder(MomentFinder&&) noexcept;
    ~MomentFinder();

    /// Frames in order of time. The caller must still hold every index that holds() names.
    Result<Verdict> look(std::int64_t index, double time, Size size, std::int64_t stride,
                         const std::uint8_t* luma);
    /// After the last frame.
    Result<Verdict> finish();
    /// Indices not yet judged whose pixels may be wanted by a later verdict.
    [[nodiscard]] std::vector<std::int64_t> holds() const;

private:
    class Search;
    std::unique_ptr<Search> m_search;
};

} // namespace tf::vision
