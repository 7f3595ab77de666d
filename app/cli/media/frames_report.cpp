#include "app/cli/media/frames_report.h"

#include "app/cli/media/json_build.h"
#include "app/cli/media/size_flags.h"

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

Value framesAsJson(const std::vector<WrittenFrame>& frames)
{
    Value list = Value::array();
    for (const WrittenFrame& frame : frames)
        list.items.push_back(frameAsJson(frame));
    return list;
}

Value againAsJson(const std::vector<vision::SeenAgain>& again)
{
    Value list = Value::array();
    for (const vision::SeenAgain& seen : again)
        list.items.push_back(Value::object({{"index", jsonNumber(seen.index)},
                                            {"seconds", jsonNumber(seen.time)},
                                            {"like", jsonNumber(seen.like)}}));
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
         {"frames", framesAsJson(report.frames)},
         {"seen_again", againAsJson(report.done.again)},
         {"dropped", jsonTexts(report.dropped)},
         {"seconds_read", jsonNumber(report.done.secondsRead)},
         {"faults", jsonTexts(report.done.faults)}});
}

} // namespace tf::cli
