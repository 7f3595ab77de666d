#pragma once

// The moments kept so far: no two that look alike, no more than the budget, the largest changes
// before the small ones.

#include "kernels/base/result.h"
#include "vision/events/moments.h"
#include "vision/opencv/tile_change.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace tf::vision {

/// A frame as far as it is remembered.
struct FrameLook {
    std::int64_t index = 0;
    double time = 0;
    std::shared_ptr<const SmallScreen> screen;
};

/// What speaks for keeping a frame.
struct Claim {
    FrameReason reason = FrameReason::AfterChange;
    float change = 0; ///< share of the screen
    float weight = 0; ///< the smallest give way
};

class KeptMoments {
public:
    explicit KeptMoments(std::int64_t maxFrames);

    /// Keeps the frame, or notes that it looks like one kept earlier, `ignored` tiles aside.
    Result<> offer(const FrameLook& frame, const Claim& claim, const TileMask& ignored);
    /// What came of the offers since the last call, within the budget.
    Verdict judge();
    /// Looks at what is kept, in order of time.
    [[nodiscard]] std::vector<SeenAgain> seenAgain() const;

private:
    struct Kept {
        Moment moment;
        std::shared_ptr<const SmallScreen> screen;
        float weight = 0;
    };

    Result<Kept*> alike(const SmallScreen& screen, const TileMask& ignored);
    void dropSmallest(Verdict& verdict);

    std::size_t m_maxFrames;
    std::vector<Kept> m_kept; ///< in order of time
    std::vector<SeenAgain> m_again;
    std::vector<std::int64_t> m_fresh; ///< indices kept since the last verdict
};

} // namespace tf::vision
