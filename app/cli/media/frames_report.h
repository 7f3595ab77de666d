#pragma once

// What m3 frames tells about the frames that it wrote: frames.json.

#include "app/cli/media/frames_order.h"
#include "engine/json/value.h"
#include "vision/media/asks.h"

#include <vector>

namespace tf::cli {

struct WrittenFrame {
    std::string file;
    vision::FrameSeen seen;
    std::string why;
    std::int64_t tokens = 0; ///< of the pair that it begins, with stamp and marks; else 0
};

struct FramesReport {
    vision::ClipFacts clip;
    std::vector<WrittenFrame> frames;
    vision::SizeWish wish; ///< after the budget
    vision::Size size;
    std::int64_t tokens = 0;
    std::string tokensHow;
    std::vector<std::string> dropped; ///< by the budget
    vision::ClipDone done;
};

[[nodiscard]] json::Value asJson(const FramesReport& report, const FramesOrder& order);

} // namespace tf::cli
