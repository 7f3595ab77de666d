#include "app/cli/endpoint/sent_media.h"

#include "app/cli/media/medium.h"
#include "app/cli/media/png_file.h"
#include "app/cli/progress_line.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <filesystem>

namespace tf::cli {

namespace {

constexpr std::string_view kPng = "image/png";

struct ContainerType {
    std::string_view container; ///< as the decoder names it
    std::string_view type;
};
constexpr ContainerType kContainerTypes[] = {
    {"MP4", "video/mp4"},   {"QuickTime", "video/mov"}, {"Matroska", "video/x-matroska"},
    {"WebM", "video/webm"}, {"AVI", "video/x-msvideo"},
};

/// Reads the files of one order, one after the other.
class MediaReader {
public:
    MediaReader(const MediaOrder& order, const endpoint::ServerKind& kind,
                const CancelToken& cancel)
        : m_order(order)
        , m_kind(kind)
        , m_cancel(cancel)
    {
    }

    Result<SentMedia> read() &&
    {
        for (const std::string& path : m_order.images)
            TRY(addPicture(path));
        for (const std::string& path : m_order.videos)
            TRY(addClip(path));
        return std::move(m_sent);
    }

private:
    Result<> addPicture(const std::string& path);
    Result<> addClip(const std::string& path);
    Result<> addFile(const Medium& medium, std::string_view type);
    Result<> addFrames(const Medium& medium, const vision::ClipFacts& facts);
    Result<vision::ClipDone> readFrames(const Medium& medium, const vision::ClipFacts& facts,
                                        std::int64_t most, const vision::FrameSink& sink);
    wire::Media count(std::string_view type, std::string bytes);
    void add(wire::Part part, const std::string& path);

    const MediaOrder& m_order;
    const endpoint::ServerKind& m_kind;
    const CancelToken& m_cancel;
    SentMedia m_sent;
    std::int64_t m_numFiles = 0; ///< a frame is one
};

wire::Media MediaReader::count(std::string_view type, std::string bytes)
{
    ++m_numFiles;
    return {std::string(type), std::make_shared<const std::string>(std::move(bytes)), {}};
}

void MediaReader::add(wire::Part part, const std::string& path)
{
    m_sent.parts.push_back(std::move(part));
    m_sent.names.push_back(std::filesystem::path(path).filename().native());
}

Result<> MediaReader::addPicture(const std::string& path)
{
    const auto medium = TRY(openMedium(path));
    const auto facts = TRY(factsOf(medium, m_cancel));
    if (std::holds_alternative<vision::ClipFacts>(facts))
        return Error(Code::BadInput, words(path, " is a clip: --video takes those"));
    const auto seen =
        TRY(medium.decoder.picture(medium.source, {m_order.seeing.sizes.picture}, m_cancel)
                .because(path));
    auto bytes = TRY(pngBytes(seen.picture.view()));
    wire::ImagePart part;
    part.media = count(kPng, std::move(bytes));
    add(std::move(part), path);
    return {};
}

Result<> MediaReader::addClip(const std::string& path)
{
    const auto medium = TRY(openMedium(path));
    const auto facts = TRY(factsOf(medium, m_cancel));
    const auto* clip = std::get_if<vision::ClipFacts>(&facts);
    if (clip == nullptr)
        return Error(Code::BadInput, words(path, " is a picture: --image takes those"));
    const auto known =
        std::find_if(std::begin(kContainerTypes), std::end(kContainerTypes),
                     [clip](const auto& entry) { return entry.container == clip->container; });
    const bool isServed = m_kind.dialect.video != wire::VideoForm::None;
    const bool wantsFrames =
        m_order.form == ClipForm::Frames || m_order.seeing.frames == app::ClipFrames::Events;
    if (isServed && !wantsFrames && known != std::end(kContainerTypes))
        return addFile(medium, known->type);
    if (!wantsFrames)
        m_sent.notes.push_back(words(path,
                                     isServed ? ": servers take no such container; "
                                              : ": this server takes no clips; ",
                                     "pictures of its frames are sent"));
    return addFrames(medium, *clip);
}

Result<> MediaReader::addFile(const Medium& medium, std::string_view type)
{
    const std::int64_t most = m_kind.limits.videoBytes;
    if (medium.source.size() > most)
        return Error(Code::BadInput,
                     words(medium.path, " has ", medium.source.size(),
                           " bytes, and the server takes ", most, "; --frames sends pictures"));
    std::string bytes(static_cast<std::size_t>(medium.source.size()), '\0');
    const auto room = std::as_writable_bytes(std::span(bytes.data(), bytes.size()));
    if (TRY(medium.source.readAt(0, room)) != bytes.size())
        return Error(Code::Corrupt, words(medium.path, ": the file became shorter"));
    wire::VideoPart part;
    part.media = count(type, std::move(bytes));
    part.fps = m_order.seeing.fps;
    add(std::move(part), medium.path);
    m_sent.notes.push_back(
        words(medium.path, ": the file is sent as it is, with all that it says of itself"));
    return {};
}

Result<> MediaReader::addFrames(const Medium& medium, const vision::ClipFacts& facts)
{
    const std::int64_t room = m_kind.limits.images - m_numFiles;
    if (room < 1)
        return Error(Code::BadInput,
                     words(medium.path, ": the server takes ", m_kind.limits.images, " pictures"));
    wire::VideoPart part;
    std::optional<Error> problem;
    const auto sink = [&](const vision::FrameSeen& seen, const vision::PictureView& view) {
        auto bytes = pngBytes(view);
        if (!bytes) {
            problem = std::move(bytes).error();
            return false;
        }
        part.frames.push_back({seen.time, count(kPng, std::move(*bytes))});
        return true;
    };
    auto done = readFrames(medium, facts, room, sink);
    if (problem)
        return std::move(*problem);
    for (const std::string& fault : TRY(std::move(done).because(medium.path)).faults)
        m_sent.notes.push_back(words(medium.path, ": ", fault));
    add(std::move(part), medium.path);
    return {};
}

Result<vision::ClipDone> MediaReader::readFrames(const Medium& medium,
                                                 const vision::ClipFacts& facts, std::int64_t most,
                                                 const vision::FrameSink& sink)
{
    const SeeingFlags& seeing = m_order.seeing;
    ProgressLine line(Counted::Tokens);
    const auto tell = [&](const vision::ClipProgress& far) {
        line.show(words("reading ", medium.path, ", frame"),
                  static_cast<std::uint64_t>(far.framesDecoded), facts.times.size());
    };
    if (seeing.frames == app::ClipFrames::Events)
        return medium.decoder.moments(medium.source, {most, seeing.sizes.clip}, sink, m_cancel,
                                      tell);
    const vision::FrameRule rule{seeing.fps, vision::LastFrame::Always, most};
    auto frames = vision::keptFrames(facts.times, rule);
    return medium.decoder.frames(medium.source, {std::move(frames), seeing.sizes.clip}, sink,
                                 m_cancel, tell);
}

} // namespace

Result<SentMedia> readMedia(const MediaOrder& order, const endpoint::ServerKind& kind,
                            const CancelToken& cancel)
{
    return MediaReader(order, kind, cancel).read();
}

} // namespace tf::cli
