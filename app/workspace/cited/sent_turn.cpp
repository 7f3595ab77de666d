#include "app/workspace/cited/sent_turn.h"

#include "app/draft/kept_question.h"
#include "app/ingest/shown/shown_files.h"
#include "app/workspace/said.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>

namespace tf::workspace {

namespace {

bool isPack(const session::Attachment& kept)
{
    return kept.mediaType == draft::kPackType;
}

/// A text that went along by itself, behind a header with its name.
bool isDroppedText(const session::Attachment& kept)
{
    return std::string_view(kept.mediaType).starts_with(draft::kTextTypes) && !isPack(kept)
        && kept.mediaType != draft::kCitingType;
}

bool isFrame(const session::Attachment& kept)
{
    return kept.clip > 0;
}

bool isClipFile(const session::Attachment& kept)
{
    return !isFrame(kept) && std::string_view(kept.mediaType).starts_with("video/");
}

std::optional<double> secondsOf(const session::Attachment& frame)
{
    double seconds = 0;
    const char* end = frame.seconds.data() + frame.seconds.size();
    const auto [at, code] = std::from_chars(frame.seconds.data(), end, seconds);
    return code == std::errc() && at == end ? std::optional(seconds) : std::nullopt;
}

class Gathering {
public:
    Gathering(const draft::ReadBlob& read, const ClipLength& lengthOf)
        : m_read(read)
        , m_lengthOf(lengthOf)
    {
    }

    void add(const SentTurn& turn)
    {
        for (const session::ManifestItem& item : turn.files) {
            if (item.cut)
                continue;
            if (item.blob.empty()) // said to be gone
                m_files.erase(item.path);
            else
                m_files[item.path] = {item.path, item.lines, item.lines.last};
        }
        for (const session::Attachment& kept : turn.attachments) {
            if (isDroppedText(kept))
                addText(kept);
            else if (isFrame(kept))
                addFrame(kept);
            else if (isClipFile(kept))
                addClip(kept);
        }
    }

    ingest::Sent sent() &&
    {
        for (auto& [path, file] : m_files)
            m_sent.files.push_back(std::move(file));
        return std::move(m_sent);
    }

private:
    void addText(const session::Attachment& kept)
    {
        const auto content = m_read(kept.blob);
        if (!content)
            return;
        for (const ingest::FoundFile& file : ingest::shownFiles(*content)) {
            const std::string path(file.path);
            m_files[path] = {path, {file.numLines == 0 ? 0 : 1, file.numLines}, file.numLines};
        }
    }

    void addFrame(const session::Attachment& kept)
    {
        if (const auto seconds = secondsOf(kept))
            m_sent.frames.push_back(*seconds);
    }

    void addClip(const session::Attachment& kept)
    {
        // Of a clip that nobody can measure any moment may be meant.
        const auto length = m_lengthOf ? m_lengthOf(kept.blob) : std::nullopt;
        m_sent.clipLength =
            std::max(m_sent.clipLength, length.value_or(std::numeric_limits<double>::infinity()));
    }

    const draft::ReadBlob& m_read;
    const ClipLength& m_lengthOf;
    ingest::Sent m_sent;
    std::map<std::string, ingest::SentFile> m_files; ///< as they were sent last
};

/// The packed text of that turn, or the text that went along by that name.
std::optional<ingest::FoundFile> fileIn(const SentTurn& turn, std::string_view path,
                                        const draft::ReadBlob& read, std::string& packed)
{
    for (auto kept = turn.attachments.rbegin(); kept != turn.attachments.rend(); ++kept) {
        if (!isPack(*kept) && !isDroppedText(*kept))
            continue;
        auto content = read(kept->blob);
        if (!content)
            continue;
        packed = std::move(*content);
        if (auto found = ingest::shownFile(packed, path))
            return found;
    }
    return std::nullopt;
}

} // namespace

std::shared_ptr<const SentTurn> sentTurn(const session::Turn& turn)
{
    auto sent = std::make_shared<SentTurn>();
    sent->id = turn.id;
    const auto files = draft::filesOf(turn.question);
    sent->files.assign(files.begin(), files.end());
    sent->attachments = turn.question.attachments;
    return sent;
}

ingest::Sent sentWith(const SentTurns& turns, const draft::ReadBlob& read,
                      const ClipLength& lengthOf)
{
    Gathering gathering(read, lengthOf);
    for (const auto& turn : turns)
        gathering.add(*turn);
    return std::move(gathering).sent();
}

bool showsClip(const SentTurns& turns)
{
    return std::any_of(turns.begin(), turns.end(), [](const auto& turn) {
        return std::any_of(turn->attachments.begin(), turn->attachments.end(),
                           [](const auto& kept) { return isFrame(kept) || isClipFile(kept); });
    });
}

Result<SentContent> sentContent(const SentTurns& turns, std::string_view path,
                                const draft::ReadBlob& read)
{
    for (auto turn = turns.rbegin(); turn != turns.rend(); ++turn) {
        std::string packed;
        if (const auto found = fileIn(**turn, path, read, packed))
            return SentContent{(*turn)->id, ingest::plainLines(*found)};
    }
    return Error(Code::NotFound,
                 said(Said::tr("%1 was not sent, or is not kept any more."), {path}));
}

} // namespace tf::workspace
