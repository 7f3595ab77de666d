#include "engine/text/prompt/shown_media.h"

#include "engine/text/prompt/template_text.h"
#include "kernels/base/words.h"

namespace tf::text {

namespace {

void addMarked(std::string& text, std::string_view placeholder, std::int64_t tokens)
{
    text += kImageStart;
    for (std::int64_t token = 0; token < tokens; ++token)
        text += placeholder;
    text += kImageEnd;
}

bool isMedium(const Segment& segment)
{
    return segment.kind == SegmentKind::Image || segment.kind == SegmentKind::Video;
}

} // namespace

std::string textOf(const ShownMedium& medium)
{
    std::string text;
    if (medium.kind == SegmentKind::Image) {
        addMarked(text, kImagePlaceholder, medium.tokens);
        return text;
    }
    for (const std::string& stamp : medium.stamps) {
        text += words("]<]", stamp, " seconds[>[");
        addMarked(text, kVideoPlaceholder, medium.tokens);
    }
    return text;
}

Result<std::vector<Segment>> withMedia(std::vector<Segment> segments,
                                       std::span<const ShownMedium> media)
{
    std::size_t numShown = 0;
    for (Segment& segment : segments) {
        if (!isMedium(segment))
            continue;
        if (numShown < media.size()) {
            const ShownMedium& medium = media[numShown];
            if (medium.kind != segment.kind)
                return Error(Code::BadInput,
                             words("medium ", numShown + 1, " is of the kind ", name(medium.kind),
                                   ", and the prompt shows ", name(segment.kind), " there"));
            segment.text = textOf(medium);
        }
        ++numShown;
    }
    if (numShown != media.size())
        return Error(Code::BadInput,
                     words("the prompt shows ", numShown, " pictures and clips, and ", media.size(),
                           " came with it"));
    return segments;
}

} // namespace tf::text
