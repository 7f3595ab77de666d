#include "vision/helper/clip_frames.h"

#include "kernels/base/words.h"
#include "vision/helper/change_telling.h"
#include "vision/helper/frame_fit.h"
#include "vision/helper/moment_pixels.h"

#include <algorithm>
#include <thread>

namespace tf::vision {

namespace {

constexpr unsigned kMostAtOnce = 4; ///< key frames, each with a decoder of its own

/// Writes the frame with `paint` and shows it; false when the asker has enough.
template <class Paint>
Result<bool> showFrame(SlotDesk& desk, const ClipFrame& frame, Size size, const Paint& paint)
{
    const auto slot = TRY(desk.freeSlot());
    if (!slot)
        return false;
    TRY(paint(desk.pixels(*slot)));
    TRY(desk.show({*slot, frame.index(), frame.time(), size, FrameReason::Asked, 0}));
    return true;
}

std::vector<std::string> missingFrames(std::int64_t numMissing, std::size_t numWanted)
{
    if (numMissing == 0)
        return {};
    return {words(numMissing, " of ", numWanted, " frames could not be read")};
}

} // namespace

Result<ClipDone> showFrames(ClipReading& reading, const FramesAsk& ask, const MediaLimits& limits)
{
    const auto numWanted = ask.frames.size();
    if (std::cmp_greater(numWanted, limits.keptFrames))
        return Error(Code::BadInput,
                     words(numWanted, " frames were asked for; at most ", limits.keptFrames,
                           " of a clip are kept"));
    const Size native = reading.facts().size;
    const Size fitted = TRY(fittedSize(native, ask.wish));
    auto fit = TRY(FrameFit::make(native, fitted, reading.desk().bytesEach()));
    std::int64_t numShown = 0;
    auto wanted = ask.frames.begin();
    while (wanted != ask.frames.end()) {
        const auto frame = TRY(reading.next());
        if (!frame)
            break;
        wanted = std::lower_bound(wanted, ask.frames.end(), frame->index());
        if (wanted == ask.frames.end() || *wanted != frame->index())
            continue;
        const auto paint = [&](std::uint8_t* to) { return fit.write(*frame, to); };
        if (!TRY(showFrame(reading.desk(), *frame, fitted, paint)))
            break;
        ++numShown;
        wanted = std::upper_bound(wanted, ask.frames.end(), frame->index());
    }
    if (reading.desk().isEnough())
        return reading.done({});
    return reading.done(missingFrames(static_cast<std::int64_t>(numWanted) - numShown, numWanted));
}

Result<ClipDone> showMoments(ClipReading& reading, const MomentsAsk& ask, const MediaLimits& limits)
{
    const Size native = reading.facts().size;
    const Size fitted = TRY(fittedSize(native, ask.wish));
    auto fit = TRY(FrameFit::make(native, fitted, reading.desk().bytesEach()));
    MomentPixels moments(std::min(ask.maxFrames, limits.keptFrames), std::move(fit));
    for (;;) {
        auto frame = TRY(reading.next());
        if (!frame)
            break;
        TRY(moments.look(std::move(*frame)));
    }
    TRY(moments.finish());
    TRY(moments.show(reading.desk()));
    auto done = reading.done(moments.notes());
    done.again = moments.again();
    return done;
}

Result<ClipDone> showChanges(ClipReading& reading, const ChangesAsk& ask)
{
    ChangeTelling telling(reading.desk(), ask.maxMoments);
    for (;;) {
        const auto frame = TRY(reading.next());
        if (!frame)
            break;
        TRY(telling.look(*frame));
    }
    auto again = TRY(telling.finish());
    auto done = reading.done({});
    done.again = std::move(again);
    return done;
}

Result<ClipDone> showThumbnails(ClipReading& reading, const ThumbnailsAsk& ask)
{
    const ClipFacts& facts = reading.facts();
    if (ask.box.width < 1 || ask.box.height < 1)
        return Error(Code::BadInput, "thumbnails of no size were asked for");
    const Size size = insideBox(facts.size, ask.box);
    if (size.area() * 3 > reading.desk().bytesEach())
        return Error(Code::BadInput, "a thumbnail is larger than the memory for it");
    const auto numAtOnce = std::clamp(std::thread::hardware_concurrency(), 1U, kMostAtOnce);
    double lastTime = -1;
    std::vector<double> times;
    for (std::int32_t idx = 0; idx < ask.count; ++idx) {
        times.push_back(facts.duration * idx / ask.count);
        // The first one alone: somebody waits for it.
        if (idx > 0 && idx + 1 < ask.count && times.size() < numAtOnce)
            continue;
        const auto frames = TRY(reading.keyFramesAt(times));
        times.clear();
        for (const ClipFrame& frame : frames) {
            // A clip with few key frames has fewer thumbnails.
            if (frame.time() <= lastTime)
                continue;
            lastTime = frame.time();
            const auto paint = [&](std::uint8_t* to) { return frame.toSmallRgb(size, to); };
            if (!TRY(showFrame(reading.desk(), frame, size, paint)))
                return reading.done({});
        }
    }
    return reading.done({});
}

} // namespace tf::vision
