#include "app/draft/kept_part.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tf::draft {

namespace {

/// Of a file that went along by itself.
constexpr std::string_view kPlainType = "text/plain";
constexpr std::array<std::string_view, 4> kDetailWords{"", "low", "default", "high"};

wire::Detail detailOf(const std::string& word)
{
    const auto found = std::find(kDetailWords.begin(), kDetailWords.end(), word);
    return found == kDetailWords.end() ? wire::Detail::Unnamed
                                       : static_cast<wire::Detail>(found - kDetailWords.begin());
}

/// Nothing for what is no number: an attachment of a file that somebody else wrote.
std::optional<double> numberOf(const std::string& text)
{
    double number = 0;
    const char* end = text.data() + text.size();
    const auto [at, code] = std::from_chars(text.data(), end, number);
    return code == std::errc() && at == end ? std::optional(number) : std::nullopt;
}

Result<session::Attachment> keptBytes(const wire::Media& media, const std::string& name,
                                      const PutBlob& put)
{
    session::Attachment kept;
    kept.blob = TRY(put(*media.bytes));
    kept.mediaType = media.type;
    kept.name = name;
    return kept;
}

/// What picture and clip have in common.
template <class MediaPart>
void setSizes(session::Attachment& kept, const MediaPart& part)
{
    kept.detail = kDetailWords.at(static_cast<std::size_t>(part.detail));
    kept.maxLongSide = part.maxLongSide.value_or(0);
}

template <class MediaPart>
void takeSizes(MediaPart& part, const session::Attachment& kept)
{
    part.detail = detailOf(kept.detail);
    if (kept.maxLongSide > 0)
        part.maxLongSide = kept.maxLongSide;
}

std::string_view sortOf(const session::Attachment& kept)
{
    const std::string_view type = kept.mediaType;
    if (type == kPackType)
        return "the files";
    if (type.starts_with(kTextTypes))
        return "a text";
    return type.starts_with("video/") ? "a clip" : "the pictures";
}

/// Attachments become parts, one after the other.
class PartReader {
public:
    PartReader(std::span<const session::Attachment> attachments, const ReadBlob& read)
        : m_attachments(attachments)
        , m_read(read)
    {
    }

    Result<std::vector<wire::Part>> run() &&
    {
        for (const session::Attachment& kept : m_attachments)
            TRY(add(kept));
        return std::move(m_parts);
    }

private:
    Result<std::string> contentOf(const session::Attachment& kept)
    {
        auto content = m_read(kept.blob);
        if (!content && content.error().code == Code::NotFound)
            return Error(Code::NotFound, words(sortOf(kept), " (", kept.name, ") were not kept"));
        return content;
    }

    Result<> add(const session::Attachment& kept)
    {
        auto content = TRY(contentOf(kept));
        if (std::string_view(kept.mediaType).starts_with(kTextTypes)) {
            m_parts.emplace_back(wire::TextPart{std::move(content)});
            return {};
        }
        wire::Media media{
            kept.mediaType, std::make_shared<const std::string>(std::move(content)), {}};
        if (kept.clip > 0)
            addFrame(kept, std::move(media));
        else if (std::string_view(kept.mediaType).starts_with("video/"))
            clipPart(kept).media = std::move(media);
        else
            addPicture(kept, std::move(media));
        return {};
    }

    void addPicture(const session::Attachment& kept, wire::Media media)
    {
        wire::ImagePart part;
        part.media = std::move(media);
        takeSizes(part, kept);
        m_parts.emplace_back(std::move(part));
    }

    void addFrame(const session::Attachment& kept, wire::Media media)
    {
        const bool goesOn = m_clip == kept.clip && !m_parts.empty()
            && std::holds_alternative<wire::VideoPart>(m_parts.back());
        auto& clip = goesOn ? std::get<wire::VideoPart>(m_parts.back()) : clipPart(kept);
        m_clip = kept.clip;
        clip.frames.push_back({numberOf(kept.seconds).value_or(0), std::move(media)});
    }

    wire::VideoPart& clipPart(const session::Attachment& kept)
    {
        wire::VideoPart part;
        part.fps = numberOf(kept.fps);
        takeSizes(part, kept);
        return std::get<wire::VideoPart>(m_parts.emplace_back(std::move(part)));
    }

    std::span<const session::Attachment> m_attachments;
    const ReadBlob& m_read;
    std::vector<wire::Part> m_parts;
    std::int64_t m_clip = 0; ///< of the last part, when it has frames
};

} // namespace

Result<session::Attachment> keptText(const std::string& text, std::string_view type,
                                     std::string name, const PutBlob& put)
{
    session::Attachment kept;
    kept.blob = TRY(put(text));
    kept.mediaType = type;
    kept.name = std::move(name);
    return kept;
}

Result<std::vector<session::Attachment>> keptMedium(const wire::Part& part, const std::string& name,
                                                    std::int64_t clip, const PutBlob& put)
{
    std::vector<session::Attachment> all;
    if (const auto* text = std::get_if<wire::TextPart>(&part))
        all.push_back(TRY(keptText(text->text, kPlainType, name, put)));
    if (const auto* image = std::get_if<wire::ImagePart>(&part); image && image->media.bytes) {
        all.push_back(TRY(keptBytes(image->media, name, put)));
        setSizes(all.back(), *image);
    }
    const auto* video = std::get_if<wire::VideoPart>(&part);
    if (video == nullptr)
        return all;
    const auto add = [&](session::Attachment kept) {
        setSizes(kept, *video);
        if (video->fps)
            kept.fps = words(*video->fps);
        all.push_back(std::move(kept));
    };
    if (video->media.bytes)
        add(TRY(keptBytes(video->media, name, put)));
    for (const wire::Frame& frame : video->frames) {
        auto kept = TRY(keptBytes(frame.picture, words(name, " at ", frame.seconds, " s"), put));
        kept.clip = clip;
        kept.seconds = words(frame.seconds);
        add(std::move(kept));
    }
    return all;
}

Result<std::vector<wire::Part>> partsOf(std::span<const session::Attachment> attachments,
                                        const ReadBlob& read)
{
    return PartReader(attachments, read).run();
}

} // namespace tf::draft
