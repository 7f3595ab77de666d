#include "app/cli/media/frames_report.h"

#include "app/cli/media/json_build.h"
#include "app/cli/media/size_flags.h"

#include <algorithm>
#include <limits>

namespace tf::cli {

namespace {

using json::Value;

Value sizeAsJson(vision::Size size)
{
    return Value::object({{"width", jsonNumber(size.width)}, {"height", jsonNumber(size.height)}});
}

Value clipAsJson(const vision::ClipFacts& clip, const std::string& file)
{
    return Value::object({{"file", jsonText(file)},
                          {"container", jsonText(clip.container)},
                          {"codec", jsonText(clip.codec)},
                          {"size", sizeAsJson(clip.size)},
                          {"seconds", jsonNumber(clip.duration)},
                          {"frames", jsonNumber(clip.times.size())},
                          {"faults", jsonTexts(clip.faults)}});
}

Value frameAsJson(const WrittenFrame& frame)
{
    Value value = Value::object({{"file", jsonText(frame.file)},
                                 {"index", jsonNumber(frame.seen.index)},
                                 {"seconds", jsonNumber(frame.seen.time)},
                                 {"tokens", jsonNumber(frame.tokens)},
                                 {"why", jsonText(frame.why)}});
    if (frame.seen.change > 0)
        value.members.emplace_back("changed", jsonNumber(frame.seen.change));
    return value;
}

const WrittenFrame* writtenAs(const FramesReport& report, std::int64_t index)
{
    const auto found =
        std::find_if(report.frames.begin(), report.frames.end(),
                     [index](const WrittenFrame& frame) { return frame.seen.index == index; });
    return found == report.frames.end() ? nullptr : &*found;
}

/// What looks as a frame that is there already: no file and no tokens of its own.
Value againAsJson(const vision::SeenAgain& again, const WrittenFrame& like)
{
    return Value::object({{"file", jsonText(like.file)},
                          {"index", jsonNumber(again.index)},
                          {"seconds", jsonNumber(again.time)},
                          {"tokens", jsonNumber(0)},
                          {"why", jsonText("the screen looks as in that frame again")},
                          {"like", jsonNumber(again.like)}});
}

/// In order of time.
Value framesAsJson(const FramesReport& report)
{
    Value list = Value::array();
    auto again = report.done.again.begin();
    const auto tellAgain = [&](std::int64_t before) {
        for (; again != report.done.again.end() && again->index < before; ++again) {
            if (const WrittenFrame* like = writtenAs(report, again->like))
                list.items.push_back(againAsJson(*again, *like));
        }
    };
    for (const WrittenFrame& frame : report.frames) {
        tellAgain(frame.seen.index);
        list.items.push_back(frameAsJson(frame));
    }
    tellAgain(std::numeric_limits<std::int64_t>::max());
    return list;
}

} // namespace

Value asJson(const FramesReport& report, const FramesOrder& order)
{
    const bool isEvents = order.choice == FrameChoice::Events;
    return Value::object(
        {{"clip", clipAsJson(report.clip, order.clip)},
         {"chosen_by", jsonText(isEvents ? "events" : words(order.fps, " frames a second"))},
         {"size_rule", jsonText(sizeWords(report.wish))},
         {"size", sizeAsJson(report.size)},
         {"budget", order.budget > 0 ? jsonNumber(order.budget) : Value::null()},
         {"tokens", jsonNumber(report.tokens)},
         {"tokens_of_stamps", jsonText(report.tokensHow)},
         {"frames", framesAsJson(report)},
         {"dropped", jsonTexts(report.dropped)},
         {"seconds_read", jsonNumber(report.done.secondsRead)},
         {"faults", jsonTexts(report.done.faults)}});
}

} // namespace tf::cli
