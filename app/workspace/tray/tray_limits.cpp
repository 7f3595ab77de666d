#include "app/workspace/tray/tray_limits.h"

#include "app/media/legibility.h"
#include "app/workspace/said.h"
#include "app/workspace/tray/amount.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::workspace {

namespace {

constexpr std::size_t kMostLeaks = 8; ///< named one by one

/// Counts what goes along and says what is too much.
class Limits {
public:
    explicit Limits(const Intake& intake)
        : m_intake(intake)
    {
    }

    void take(const TrayItem& item, const Taken& taken)
    {
        m_tokens += item.tokens;
        if (std::holds_alternative<TakenRepository>(taken.what))
            ++m_numRepositories;
        if (const auto* picture = std::get_if<TakenPicture>(&taken.what)) {
            for (const SentPicture& part : picture->parts)
                takePicture(item, part.media);
        }
        if (const auto* clip = std::get_if<TakenClip>(&taken.what))
            takeClip(item, clip->part);
    }

    std::vector<std::string> finish() &&
    {
        const auto& limits = m_intake.limits;
        if (m_numRepositories > 1)
            say(said(
                Said::tr("only one repository or folder goes with a question: remove the others")));
        if (m_numPictures > 0 && m_intake.pictures == Takes::No)
            say(said(Said::tr("%1 takes no pictures"), {m_intake.engine}));
        if (m_numPictures > limits.images)
            say(said(Said::tr("%1, and %2 takes %3 in one request"),
                     {shownCount(m_numPictures, Said::tr("1 picture"), Said::tr("%1 pictures")),
                      m_intake.engine, shownNumber(limits.images)}));
        if (m_numClips > limits.videos)
            say(said(Said::tr("%1, and %2 takes %3 in one request"),
                     {shownCount(m_numClips, Said::tr("1 clip"), Said::tr("%1 clips")),
                      m_intake.engine, shownNumber(limits.videos)}));
        if (m_bytes > limits.bodyBytes / 4 * 3) // as base64 it grows by a third
            say(said(Said::tr("together %1 of pictures and clips, and %2 takes requests of %3"),
                     {shownBytes(m_bytes), m_intake.engine, shownBytes(limits.bodyBytes)}));
        if (m_intake.room && m_tokens > *m_intake.room)
            say(said(Said::tr("%1 tokens, %2 more than there is room for: remove something, or "
                              "choose an engine with a longer context"),
                     {shownNumber(m_tokens), shownNumber(m_tokens - *m_intake.room)}));
        return std::move(m_problems);
    }

private:
    void say(std::string problem) { m_problems.push_back(std::move(problem)); }

    void takePicture(const TrayItem& item, const wire::Media& media)
    {
        ++m_numPictures;
        const auto bytes = std::ssize(*media.bytes);
        m_bytes += bytes;
        if (bytes > m_intake.limits.imageBytes)
            say(said(Said::tr("%1 has %2 as it is sent, and %3 takes %4"),
                     {item.title, shownBytes(bytes), m_intake.engine,
                      shownBytes(m_intake.limits.imageBytes)}));
    }

    void takeClip(const TrayItem& item, const wire::VideoPart& clip)
    {
        for (const wire::Frame& frame : clip.frames)
            takePicture(item, frame.picture);
        if (!clip.media.bytes)
            return;
        ++m_numClips;
        m_bytes += std::ssize(*clip.media.bytes);
    }

    const Intake& m_intake;
    std::int64_t m_numRepositories = 0;
    std::int64_t m_numPictures = 0;
    std::int64_t m_numClips = 0;
    std::int64_t m_bytes = 0;
    std::int64_t m_tokens = 0;
    std::vector<std::string> m_problems;
};

std::string sentence(const TrayItem& item)
{
    if (item.kind == TrayKind::Unknown)
        return said(Said::tr("%1 (%2): remove it, or send its name alone"),
                    {item.title, item.detail});
    return words(item.title, ": ", item.detail);
}

} // namespace

std::vector<std::string> limitProblems(std::span<const TrayPlace> places, const Intake& intake)
{
    std::vector<std::string> problems;
    Limits limits(intake);
    for (const TrayPlace& place : places) {
        if (place.item->state == TrayState::Failed)
            problems.push_back(sentence(*place.item));
        else if (place.taken)
            limits.take(*place.item, *place.taken);
    }
    auto more = std::move(limits).finish();
    problems.insert(problems.end(), more.begin(), more.end());
    return problems;
}

std::vector<std::string> legibleCautions(std::span<const TrayItem> items, const Intake& intake)
{
    std::int64_t numLost = 0;
    const TrayItem* last = nullptr;
    for (const TrayItem& item : items) {
        if (!item.picture || item.picture->legible >= app::kLeastLegible)
            continue;
        ++numLost;
        last = &item;
    }
    if (numLost == 0)
        return {};
    const std::string engine = intake.engine.empty() ? said(Said::tr("the model")) : intake.engine;
    if (numLost == 1)
        return {said(Said::tr("small text in %1 may be too small for %2"), {last->title, engine})};
    return {said(Said::tr("small text in %1 pictures may be too small for %2"),
                 {shownNumber(numLost), engine})};
}

std::vector<std::string> leakProblems(std::span<const TrayPlace> places, const Intake& intake)
{
    std::vector<std::string> problems;
    if (!intake.isRemote())
        return problems;
    std::size_t numLeft = 0;
    for (const TrayPlace& place : places) {
        if (!place.taken)
            continue;
        for (const ingest::Leak& leak : leaksOf(*place.taken)) {
            if (problems.size() < kMostLeaks)
                problems.push_back(said(Said::tr("%1 at %2:%3, begins %4"),
                                        {leak.title, leak.path, words(leak.line), leak.beginning}));
            else
                ++numLeft;
        }
    }
    if (numLeft > 0)
        problems.push_back(said(Said::tr("and %1 more"), {shownNumber(std::int64_t(numLeft))}));
    return problems;
}

std::vector<std::string> questionLeaks(std::string_view question)
{
    std::vector<std::string> problems;
    for (const ingest::Leak& leak : ingest::findLeaks("question", question))
        problems.push_back(said(Said::tr("%1 in line %2 of the question, begins %3"),
                                {leak.title, words(leak.line), leak.beginning}));
    return problems;
}

} // namespace tf::workspace
