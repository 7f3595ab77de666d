#include "app/media/sent_media.h"

#include "app/media/png_file.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace tf::app {

namespace {

struct ContainerType {
    std::string_view container; ///< as the decoder names it
    std::string_view type;
};
constexpr ContainerType kContainerTypes[] = {
    {"MP4", "video/mp4"},   {"QuickTime", "video/mov"}, {"Matroska", "video/x-matroska"},
    {"WebM", "video/webm"}, {"AVI", "video/x-msvideo"},
};

} // namespace

Result<wire::Media> sentPicture(const vision::PictureView& picture)
{
    auto bytes = TRY(pngBytes(picture));
    return wire::Media{"image/png", std::make_shared<const std::string>(std::move(bytes)), {}};
}

std::string_view clipType(std::string_view container)
{
    const auto known =
        std::find_if(std::begin(kContainerTypes), std::end(kContainerTypes),
                     [container](const auto& entry) { return entry.container == container; });
    return known != std::end(kContainerTypes) ? known->type : std::string_view();
}

Result<wire::Media> sentFile(const vision::Source& source, std::string_view type)
{
    std::string bytes(static_cast<std::size_t>(source.size()), '\0');
    const auto room = std::as_writable_bytes(std::span(bytes.data(), bytes.size()));
    if (TRY(source.readAt(0, room)) != bytes.size())
        return Error(Code::Corrupt, "the file became shorter");
    return wire::Media{
        std::string(type), std::make_shared<const std::string>(std::move(bytes)), {}};
}

bool FrameCollector::add(double seconds, const vision::PictureView& view)
{
    auto picture = sentPicture(view);
    if (!picture) {
        m_problem = std::move(picture).error();
        return false;
    }
    m_sent.frames.push_back({seconds, std::move(*picture)});
    return true;
}

Result<SentFrames> FrameCollector::finish(Result<vision::ClipDone> read) &&
{
    if (m_problem)
        return std::move(*m_problem);
    m_sent.faults = TRY(std::move(read)).faults;
    return std::move(m_sent);
}

} // namespace tf::app
