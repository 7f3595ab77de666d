#include "engine/text/prompt/past_reply.h"

#include "engine/text/prompt/template_text.h"

#include <algorithm>

namespace tf::text {

namespace {

/// A stretch of the joined content.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::string_view shownText(const Part& part)
{
    switch (part.kind) {
    case PartKind::Text:
        return part.text;
    case PartKind::Image:
        return kImagePlaceholder;
    case PartKind::Video:
        return kVideoPlaceholder;
    case PartKind::Unshown:
        return "";
    }
    UNREACHABLE();
}

Range withoutOuterNewlines(std::string_view whole, Range range)
{
    while (range.begin < range.end && whole[range.begin] == '\n')
        ++range.begin;
    while (range.begin < range.end && whole[range.end - 1] == '\n')
        --range.end;
    return range;
}

/// No tag can begin or end inside a placeholder, so a placeholder is in the range or out of it.
std::vector<Run> slice(const std::vector<Run>& runs, Range range)
{
    std::vector<Run> out;
    std::size_t begin = 0;
    for (const Run& run : runs) {
        const auto end = begin + run.text.size();
        const auto from = std::max(begin, range.begin);
        const auto to = std::min(end, range.end);
        if (from < to)
            out.push_back({run.kind, run.partIdx, run.text.substr(from - begin, to - from)});
        begin = end;
    }
    return out;
}

} // namespace

std::vector<Run> visibleRuns(const Message& message)
{
    std::vector<Run> runs;
    for (std::size_t partIdx = 0; partIdx < message.parts.size(); ++partIdx) {
        const Part& part = message.parts[partIdx];
        if (part.kind != PartKind::Unshown)
            runs.push_back({part.kind, partIdx, shownText(part)});
    }
    return runs;
}

PastReply splitPastReply(const Message& message)
{
    auto runs = visibleRuns(message);
    std::string whole;
    if (!message.reasoning) {
        for (const Run& run : runs)
            whole += run.text;
    }
    const auto close = whole.find(kThinkClose);
    if (close == std::string::npos)
        return {.reasoning = {}, .answer = std::move(runs)};

    const auto open = std::string_view(whole).substr(0, close).rfind(kThinkOpen);
    const bool opened = open != std::string_view::npos;
    const auto lastClose = whole.rfind(kThinkClose);
    const Range before = withoutOuterNewlines(whole, {0, opened ? open : 0});
    const Range thought =
        withoutOuterNewlines(whole, {opened ? open + kThinkOpen.size() : 0, close});
    const Range answer =
        withoutOuterNewlines(whole, {lastClose + kThinkClose.size(), whole.size()});
    const bool hasMiddle = close + kThinkClose.size() < lastClose;
    return {.reasoning = slice(runs, thought),
            .answer = slice(runs, answer),
            .isCut = hasMiddle || before.begin < before.end};
}

} // namespace tf::text
