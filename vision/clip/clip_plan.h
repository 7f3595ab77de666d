#pragma once

// What a clip will cost before a frame of it is decoded, and how it is made to fit a budget.
//
// A budget lowers the tier first as far as text stays legible, then thins the frames, and lowers it
// further only where hardly any would be left; what was given up is said in a person's words.

#include "kernels/base/result.h"
#include "vision/clip/frame_rule.h"
#include "vision/picture/size_wish.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tf::vision {

/// The vendor's cap on what is seen of one clip, the second half of an odd last pair counted too.
inline constexpr std::int64_t kMaxClipPixels = 301'056'000;

/// Tokens of a text, counted by whoever has the tokenizer.
using TokenCounter = std::function<std::int64_t(std::string_view)>;

struct ClipPlan {
    std::vector<std::int64_t> frames; ///< indices that are kept
    std::vector<double> times; ///< theirs, in seconds
    SizeWish wish;
    Size size; ///< of every frame
    std::int64_t tokens = 0; ///< with stamps and marks
    std::vector<std::string> dropped; ///< what the budget took, one sentence each
};

struct ClipBudget {
    std::int64_t tokens = 0; ///< 0: no budget but the vendor's cap on pixels
    bool mayLowerTier = true;
};

/// BadInput when not even one pair of the smallest size fits.
Result<ClipPlan> planClip(std::span<const double> times, Size source, const SizeWish& wish,
                          const FrameRule& rule, const ClipBudget& budget,
                          const TokenCounter& count);

} // namespace tf::vision
