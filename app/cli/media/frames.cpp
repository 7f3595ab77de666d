#include "app/cli/media/frames.h"

#include "app/cli/command_line.h"
#include "app/cli/interrupt.h"
#include "app/cli/media/frames_folder.h"
#include "app/cli/media/frames_report.h"
#include "app/cli/media/medium.h"
#include "app/cli/media/size_flags.h"
#include "app/cli/media/stamp_tokens.h"
#include "app/cli/progress_line.h"
#include "app/media/seen_media.h"
#include "kernels/base/words.h"
#include "vision/clip/clip_plan.h"

#include <algorithm>
#include <cstdio>

namespace tf::cli {

namespace {

using vision::ClipFacts;
using vision::FrameReason;
using vision::FrameSeen;
using vision::PictureView;

constexpr std::int64_t kMarkTokens = 2; ///< around the tokens of a pair
constexpr std::int64_t kMomentsWithoutBudget = 64;

constexpr std::string_view kFramesUsage =
    "usage: m3 frames CLIP --out DIR [options]\n"
    "\n"
    "Writes the frames of a clip that the model would see into a folder, one PNG each, with\n"
    "frames.json: their times, sizes and tokens, why each was chosen, what a budget dropped.\n"
    "\n"
    "  --out DIR        an empty or new folder\n"
    "  --fps F          so many frames a second, 0.2 to 5 (1); the last frame always\n"
    "  --events         instead: where something happens on the screen, each moment's frame and\n"
    "                   the one before it\n"
    "  --budget N       at most so many tokens\n"
    "  --tier T         low, default or high: the vendor's long sides (default)\n"
    "  --long-side N    the long side has at most N pixels\n"
    "  --area           the bound on the area that servers of the open weights use\n"
    "  --model DIR      counts the tokens of time stamps with that model's tokenizer; they are\n"
    "                   estimated without\n"
    "\n"
    "Ctrl-C stops; frames.json is then not written.\n";

/// One run of the verb.
class FramesJob {
public:
    FramesJob(const FramesOrder& order, Medium medium, FramesFolder folder, StampTokens stamps)
        : m_order(order)
        , m_medium(std::move(medium))
        , m_folder(std::move(folder))
        , m_stamps(std::move(stamps))
    {
    }

    Result<FramesReport> run(ClipFacts facts, const CancelToken& cancel)
    {
        m_report.clip = std::move(facts);
        m_report.tokensHow = m_stamps.how;
        if (m_order.choice == FrameChoice::Events)
            TRY(writeMoments(cancel));
        else
            TRY(writePlanned(cancel));
        TRY(m_folder.writeText("frames.json", json::write(asJson(m_report, m_order)) + "\n"));
        return std::move(m_report);
    }

private:
    Result<> writePlanned(const CancelToken& cancel);
    Result<> writeMoments(const CancelToken& cancel);
    Result<> finish(Result<vision::ClipDone> done);
    /// False when it could not be written: m_problem says why.
    bool write(const FrameSeen& seen, const PictureView& picture, std::string why,
               std::int64_t tokens);
    [[nodiscard]] std::int64_t pairTokens(std::string_view stamp, vision::Size size) const
    {
        return m_stamps.count(words("]<]", stamp, " seconds[>[")) + kMarkTokens + tokensOf(size);
    }

    const FramesOrder& m_order;
    Medium m_medium;
    FramesFolder m_folder;
    StampTokens m_stamps;
    FramesReport m_report;
    std::optional<Error> m_problem;
    ProgressLine m_progress{Counted::Tokens};
};

bool FramesJob::write(const FrameSeen& seen, const PictureView& picture, std::string why,
                      std::int64_t tokens)
{
    auto name = m_folder.add(seen, picture);
    if (!name) {
        m_problem = std::move(name).error();
        return false;
    }
    m_report.frames.push_back({std::move(*name), seen, std::move(why), tokens});
    return true;
}

Result<> FramesJob::finish(Result<vision::ClipDone> done)
{
    if (m_problem)
        return std::move(*m_problem);
    m_report.done = TRY(std::move(done).because(m_order.clip));
    if (m_report.frames.empty())
        return Error(Code::Corrupt, words(m_order.clip, ": no frame of it could be read"));
    return {};
}

Result<> FramesJob::writePlanned(const CancelToken& cancel)
{
    const ClipFacts& clip = m_report.clip;
    auto plan = TRY(planClip(clip.times, clip.size, m_order.wish, app::frameRule(m_order.fps),
                             {m_order.budget, true}, m_stamps.count)
                        .because(m_order.clip));
    m_report.wish = plan.wish;
    m_report.size = plan.size;
    m_report.tokens = plan.tokens;
    m_report.dropped = plan.dropped;
    const auto stamps = vision::pairStamps(plan.times);
    const auto sink = [&](const FrameSeen& seen, const PictureView& picture) {
        const auto place = std::lower_bound(plan.frames.begin(), plan.frames.end(), seen.index)
            - plan.frames.begin();
        const bool beginsPair = place % 2 == 0;
        const bool isLast = place + 1 == static_cast<std::ptrdiff_t>(plan.frames.size());
        m_progress.show("frame", static_cast<std::uint64_t>(place + 1), plan.frames.size());
        return write(
            seen, picture, isLast ? "the last frame" : words("one of ", m_order.fps, " a second"),
            beginsPair ? pairTokens(stamps[static_cast<std::size_t>(place / 2)], plan.size) : 0);
    };
    return finish(m_medium.decoder.frames(m_medium.source, {plan.frames, plan.wish}, sink, cancel));
}

std::string reasonWords(FrameReason reason)
{
    switch (reason) {
    case FrameReason::First:
        return "how it begins";
    case FrameReason::Asked:
        return "asked for";
    case FrameReason::BeforeChange:
        return "the last look before a change";
    case FrameReason::AfterChange:
        return "a still look after a change";
    case FrameReason::Last:
        return "how it ends";
    }
    UNREACHABLE();
}

Result<> FramesJob::writeMoments(const CancelToken& cancel)
{
    const ClipFacts& clip = m_report.clip;
    m_report.wish = m_order.wish;
    m_report.size = TRY(fittedSize(clip.size, m_order.wish).because(m_order.clip));
    // A moment stands alone: it makes both frames of its pair.
    const auto stampOf = [](double time) {
        return vision::pairStamps(std::span(&time, 1)).front();
    };
    const auto dearest = pairTokens(stampOf(clip.duration), m_report.size);
    const auto most = m_order.budget > 0 ? m_order.budget / dearest : kMomentsWithoutBudget;
    if (most < 1)
        return Error(Code::BadInput,
                     words("--budget ", m_order.budget, ": one frame of ", m_report.size.width,
                           " x ", m_report.size.height, " takes ", dearest,
                           " tokens; allow more or choose a lower tier"));
    const auto sink = [&](const FrameSeen& seen, const PictureView& picture) {
        const auto tokens = pairTokens(stampOf(seen.time), m_report.size);
        m_report.tokens += tokens;
        return write(seen, picture, reasonWords(seen.reason), tokens);
    };
    const auto progress = [&](const vision::ClipProgress& far) {
        m_progress.show("second", static_cast<std::uint64_t>(far.secondsRead),
                        static_cast<std::uint64_t>(clip.duration));
    };
    TRY(finish(
        m_medium.decoder.moments(m_medium.source, {most, m_order.wish}, sink, cancel, progress)));
    if (std::cmp_equal(m_report.frames.size(), most))
        m_report.dropped.push_back(
            words(m_order.budget > 0 ? "the budget has" : "without --budget there is", " room for ",
                  most, " frames; smaller changes may be missing"));
    return {};
}

Error noClip(const std::string& file, const vision::PictureFacts& picture)
{
    if (!picture.whyNoClip.empty())
        return {Code::BadInput,
                words(file, " can be seen as a picture alone: ", picture.whyNoClip)};
    return {Code::BadInput, words(file, " is a picture: m3 patches and m3 inspect take those")};
}

Result<FramesReport> framesOf(const FramesOrder& order, const CancelToken& cancel)
{
    auto stamps = TRY(stampTokens(order.model));
    auto medium = TRY(openMedium(order.clip));
    auto facts = TRY(factsOf(medium, cancel));
    if (const auto* picture = std::get_if<vision::PictureFacts>(&facts))
        return noClip(order.clip, *picture);
    auto folder = TRY(FramesFolder::make(order.out));
    FramesJob job(order, std::move(medium), std::move(folder), std::move(stamps));
    return job.run(std::get<ClipFacts>(std::move(facts)), cancel);
}

int runFrames(std::span<const std::string> arguments)
{
    Options options(arguments);
    const auto order = readFramesOrder(options);
    if (options.problem())
        return misused("frames", *options.problem());
    const Interrupt interrupt;
    const auto report = framesOf(order, interrupt.token());
    if (!report)
        return failed(report.error().text);
    std::string out =
        words(report->frames.size(), " frames of ", report->size.width, " x ", report->size.height,
              ", ", report->tokens, " tokens, in ", order.out.native(), "\n");
    // What was wrong at the first look is found again by the second.
    for (const auto* list : {&report->dropped, &report->done.faults}) {
        for (const std::string& line : *list)
            out += words("  ", line, "\n");
    }
    std::fwrite(out.data(), 1, out.size(), stdout);
    return kDone;
}

} // namespace

Verb framesVerb()
{
    return {"frames", "the frames of a clip that the model would see, as pictures", kFramesUsage,
            runFrames};
}

} // namespace tf::cli
