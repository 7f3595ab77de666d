#pragma once

// What m3 frames is asked to do: which frames of which clip, how large, within what, and where to.

#include "app/cli/options.h"
#include "vision/picture/size_wish.h"

#include <filesystem>
#include <optional>
#include <string>

namespace tf::cli {

enum class FrameChoice : std::uint8_t {
    Rate, ///< so many a second
    Events, ///< where something happens on the screen
};

struct FramesOrder {
    std::string clip;
    FrameChoice choice = FrameChoice::Rate;
    double fps = 1;
    std::int64_t budget = 0; ///< tokens; 0: none
    vision::SizeWish wish;
    std::filesystem::path out;
    std::optional<std::string> model; ///< a folder with a tokenizer
};

/// What is wrong stands in options.problem().
FramesOrder readFramesOrder(Options& options);

} // namespace tf::cli
