#include "app/cli/media/frames_order.h"

#include "app/cli/media/size_flags.h"
#include "kernels/base/words.h"

namespace tf::cli {

FramesOrder readFramesOrder(Options& options)
{
    constexpr std::int64_t kMostTokens = 1 << 24;
    constexpr double kNoRate = 0;
    FramesOrder order;
    const double fps = options.real("--fps", kNoRate, 0.2, 5);
    if (options.flag("--events"))
        order.choice = FrameChoice::Events;
    if (fps != kNoRate && order.choice == FrameChoice::Events)
        options.blame("--fps and --events exclude one another");
    if (fps != kNoRate)
        order.fps = fps;
    order.budget = options.number("--budget", 0, 1, kMostTokens);
    order.wish = readSizeFlags(options, vision::MediaKind::Clip);
    order.model = options.text("--model");
    order.out = options.required("--out", "DIR");
    const auto names = options.rest();
    if (names.empty())
        options.blame("CLIP is missing");
    else
        order.clip = names.front();
    if (names.size() > 1)
        options.blame(words("what is \"", names[1], "\"?"));
    return order;
}

} // namespace tf::cli
