#include "app/cli/endpoint/sent_media.h"

#include "app/cli/media/medium.h"
#include "app/cli/progress_line.h"
#include "app/media/sent_media.h"
#include "kernels/base/words.h"

#include <filesystem>

namespace tf::cli {

namespace {

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
    Result<> addFile(const Medium& medium, const vision::ClipFacts& facts, std::string_view type);
    Result<> addFrames(const Medium& medium, const vision::ClipFacts& facts);
    Result<vision::ClipDone> readFrames(const Medium& medium, const vision::ClipFacts& facts,
                                        std::int64_t most, const vision::FrameSink& sink);
    void add(wire::Part part, const std::string& path);

    const MediaOrder& m_order;
    const endpoint::ServerKind& m_kind;
    const CancelToken& m_cancel;
    SentMedia m_sent;
    std::int64_t m_numFiles = 0; ///< a frame is one
};

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
    wire::ImagePart part;
    part.media = TRY(app::sentPicture(seen.picture.view()));
    ++m_numFiles;
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
    const auto type = app::clipType(clip->container);
    const bool isServed = m_kind.dialect.video != wire::VideoForm::None;
    const bool wantsFrames =
        m_order.form == ClipForm::Frames || m_order.seeing.frames == app::ClipFrames::Events;
    if (isServed && !wantsFrames && !type.empty())
        return addFile(medium, *clip, type);
    if (!wantsFrames)
        m_sent.notes.push_back(words(path,
                                     isServed ? ": servers take no such container; "
                                              : ": this server takes no clips; ",
                                     "pictures of its frames are sent"));
    return addFrames(medium, *clip);
}

Result<> MediaReader::addFile(const Medium& medium, const vision::ClipFacts& facts,
                              std::string_view type)
{
    const std::int64_t most = m_kind.limits.videoBytes;
    if (medium.source.size() > most)
        return Error(Code::BadInput,
                     words(medium.path, " has ", medium.source.size(),
                           " bytes, and the server takes ", most, "; --frames sends pictures"));
    wire::VideoPart part;
    part.media = TRY(app::sentFile(medium.source, type).because(medium.path));
    ++m_numFiles;
    part.fps = m_order.seeing.fps;
    m_sent.clipLength = std::max(m_sent.clipLength, facts.duration);
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
    app::FrameCollector collector;
    const auto sink = [&collector](const vision::FrameSeen& seen, const vision::PictureView& view) {
        return collector.add(seen.time, view);
    };
    auto sent = TRY(
        std::move(collector).finish(readFrames(medium, facts, room, sink)).because(medium.path));
    for (const std::string& fault : sent.faults)
        m_sent.notes.push_back(words(medium.path, ": ", fault));
    m_numFiles += std::ssize(sent.frames);
    wire::VideoPart part;
    part.frames = std::move(sent.frames);
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
