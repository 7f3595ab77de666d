#include "app/endpoint/media_limits.h"

#include "kernels/base/words.h"

namespace tf::endpoint {

namespace {

class Counter {
public:
    explicit Counter(const MediaLimits& limits)
        : m_limits(limits)
    {
    }

    Result<> take(const wire::ImagePart& image) { return takePicture(image.media); }

    Result<> take(const wire::VideoPart& video, wire::VideoForm form)
    {
        const bool hasClip = video.media.bytes || !video.media.url.empty();
        if (form != wire::VideoForm::None && hasClip)
            return count("clip", ++m_numVideos, m_limits.videos, video.media, m_limits.videoBytes);
        for (const wire::Frame& frame : video.frames)
            TRY(takePicture(frame.picture));
        return {};
    }

private:
    Result<> takePicture(const wire::Media& media)
    {
        return count("picture", ++m_numImages, m_limits.images, media, m_limits.imageBytes);
    }

    static Result<> count(std::string_view what, std::int64_t number, std::int64_t most,
                          const wire::Media& media, std::int64_t mostBytes)
    {
        if (number > most)
            return Error{Code::BadInput, words("more than ", most, " ", what, "s in one request")};
        const auto size = media.bytes ? static_cast<std::int64_t>(media.bytes->size()) : 0;
        if (size > mostBytes)
            return Error{Code::BadInput,
                         words(what, " ", number, " has ", size, " bytes, and the server takes ",
                               mostBytes)};
        return {};
    }

    const MediaLimits& m_limits;
    std::int64_t m_numImages = 0;
    std::int64_t m_numVideos = 0;
};

} // namespace

Result<> checkMedia(const wire::ChatRequest& request, const ServerKind& kind)
{
    Counter counter(kind.limits);
    for (const wire::Message& message : request.messages) {
        for (const wire::Part& part : message.parts) {
            if (const auto* image = std::get_if<wire::ImagePart>(&part))
                TRY(counter.take(*image));
            if (const auto* video = std::get_if<wire::VideoPart>(&part))
                TRY(counter.take(*video, kind.dialect.video));
        }
    }
    return {};
}

} // namespace tf::endpoint
