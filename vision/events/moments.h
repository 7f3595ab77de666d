#pragma once

// The moments of a screen recording where something happens, found while its frames go by once.
//
// A change is over when the screen has stood still for a while; then a still frame is kept, with
// the last one before the change. What moves without end is looked at every few seconds. A screen
// that looks as one already kept is not kept twice, its time is told. The caller keeps the pixels;
// this only says which indices matter. Thread: one at a time.

#include "kernels/base/result.h"
#include "vision/media/asks.h"
#include "vision/media/screen_view.h"

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
    std::vector<Moment> kept; ///< in order of time; each this frame or one that holds() named
    std::vector<std::int64_t> dropped; ///< indices kept earlier that a larger change displaced
    std::vector<SeenAgain> again; ///< at the end alone: of what is kept
};

class MomentFinder {
public:
    /// The first frame is always kept; so is the last if it looks unlike all others.
    explicit MomentFinder(std::int64_t maxFrames);
    MomentFinder(MomentFinder&&) noexcept;
    MomentFinder& operator=(MomentFinder&&) noexcept;
    ~MomentFinder();

    /// Frames in order of time. The caller must still hold every index that holds() names.
    Result<Verdict> look(std::int64_t index, double time, const ScreenView& screen);
    /// The share of the screen in which the frame looked at last differs from the one before it,
    /// what is as small as a pointer and what never rests included.
    [[nodiscard]] float change() const;
    /// After the last frame.
    Result<Verdict> finish();
    /// Indices not yet judged whose pixels may be wanted by a later verdict: four at most.
    [[nodiscard]] std::vector<std::int64_t> holds() const;

private:
    class Search;
    std::unique_ptr<Search> m_search;
};

} // namespace tf::vision
