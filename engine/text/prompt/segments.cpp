#include "engine/text/prompt/segments.h"

#include "engine/text/prompt/template_text.h"
#include "kernels/base/check.h"

namespace tf::text {

std::string_view name(SegmentKind kind)
{
    switch (kind) {
    case SegmentKind::Template:
        return "template";
    case SegmentKind::Content:
        return "content";
    case SegmentKind::Image:
        return "image";
    case SegmentKind::Video:
        return "video";
    }
    UNREACHABLE();
}

std::string_view name(Origin origin)
{
    switch (origin) {
    case Origin::Template:
        return "template";
    case Origin::Identity:
        return "identity";
    case Origin::ToolSchema:
        return "tool";
    case Origin::Content:
        return "content";
    case Origin::Reasoning:
        return "reasoning";
    case Origin::ToolCall:
        return "tool_call";
    }
    UNREACHABLE();
}

std::string joined(std::span<const Segment> segments)
{
    std::size_t numBytes = 0;
    for (const Segment& segment : segments)
        numBytes += segment.text.size();
    std::string out;
    out.reserve(numBytes);
    for (const Segment& segment : segments)
        out += segment.text;
    return out;
}

void SegmentList::addTemplate(std::string_view text)
{
    add(SegmentKind::Template, {}, text);
}

void SegmentList::addContent(std::string_view text, Source source)
{
    add(SegmentKind::Content, source, text);
}

void SegmentList::addPlaceholder(SegmentKind kind, Source source)
{
    m_segments.push_back(
        {kind, source,
         std::string(kind == SegmentKind::Image ? kImagePlaceholder : kVideoPlaceholder)});
}

void SegmentList::add(SegmentKind kind, Source source, std::string_view text)
{
    if (text.empty())
        return;
    const bool goesOn =
        !m_segments.empty() && m_segments.back().kind == kind && m_segments.back().source == source;
    if (goesOn)
        m_segments.back().text += text;
    else
        m_segments.push_back({kind, source, std::string(text)});
}

} // namespace tf::text
