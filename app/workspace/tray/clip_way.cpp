#include "app/workspace/tray/clip_way.h"

#include "app/media/seen_media.h"
#include "app/media/sent_media.h"
#include "app/workspace/said.h"
#include "app/workspace/tray/taken.h"

#include <algorithm>

namespace tf::workspace {

namespace {

using app::ClipChoice;
using app::ClipForm;
using app::ClipSampling;

/// "]<]12.3 seconds[>[" and what a server's own words around a frame take, with the model's
/// tokenizer or one of its kind.
constexpr std::int64_t kClipStampTokens = 8;
constexpr std::int64_t kPairMarks = 2;

/// Whoever gets the file can do all of that.
bool isForFile(const ClipChoice& choice)
{
    return choice.sampling == ClipSampling::Rate && choice.from <= 0 && choice.to <= 0
        && choice.maxFrames == 0 && choice.picked.empty() && choice.dropped.empty();
}

vision::SizeWish clipWish(const ClipChoice& choice, const Intake& intake)
{
    return intake.largePictures == Takes::Yes
        ? vision::tierWish(vision::MediaKind::Clip, choice.tier)
        : vision::areaWish(vision::MediaKind::Clip);
}

Result<app::ClipFramesPlan> plannedFile(const ClipWay& way, const KnownClip& clip,
                                        const Intake& intake, const Share& share)
{
    const auto count = [](std::string_view) { return kClipStampTokens; };
    auto planned =
        TRY(planClip(clip.facts.times, clip.facts.size, clipWish(way.choice, intake),
                     app::frameRule(way.choice.fps), {share.tokens.value_or(0), true}, count));
    app::ClipFramesPlan plan;
    for (std::size_t place = 0; place < planned.frames.size(); ++place)
        plan.frames.push_back({planned.frames[place], planned.times[place]});
    plan.wish = planned.wish;
    plan.size = planned.size;
    plan.pairs = vision::pairsOf(std::ssize(planned.frames));
    plan.tokens = planned.tokens;
    plan.dropped = std::move(planned.dropped);
    plan.capUsed = static_cast<double>(planned.size.area()) * 2 * static_cast<double>(plan.pairs)
        / static_cast<double>(vision::kMaxClipPixels);
    return plan;
}

app::ClipRoom roomOf(const ClipWay& way, const Intake& intake, const Share& share)
{
    app::ClipRoom room;
    room.wish = clipWish(way.choice, intake);
    room.tokens = share.tokens.value_or(0);
    if (way.goes == ClipGoes::AsPairs) {
        room.use = app::FrameUse::Pairs;
        room.cost = [](vision::Size size) {
            return vision::tokensOf(size) + kPairMarks + kClipStampTokens;
        };
        return room;
    }
    room.use = app::FrameUse::Pictures;
    room.frames = share.frames;
    room.cost = [&intake](vision::Size size) {
        return tokensOfPicture(size, intake) + kClipStampTokens;
    };
    return room;
}

} // namespace

ClipWay clipWay(const TrayChoice& chosen, const KnownClip& clip, const Intake& intake)
{
    const auto* choice = std::get_if<ClipChoice>(&chosen);
    ClipWay way;
    way.isUsual = choice == nullptr;
    if (choice != nullptr)
        way.choice = *choice;
    const bool takesFile =
        intake.clips == Takes::Yes && !app::clipType(clip.facts.container).empty();
    const bool wantsFile = way.choice.form == ClipForm::File
        || (way.choice.form == ClipForm::AsEngineTakes && isForFile(way.choice));
    if (way.choice.covered.empty() && takesFile && wantsFile)
        return way;
    way.goes = intake.pairs == Takes::Yes ? ClipGoes::AsPairs : ClipGoes::AsPictures;
    if (!way.choice.covered.empty())
        way.why = said(Said::tr("a part of it is covered, so its frames are sent and never the "
                                "file"));
    else if (wantsFile && !takesFile)
        way.why = said(Said::tr("pictures of its frames are sent, not the clip"));
    else if (takesFile && way.choice.form == ClipForm::AsEngineTakes && !isForFile(way.choice))
        way.why = said(Said::tr("the chosen frames are sent: of the file other frames would be "
                                "seen"));
    return way;
}

bool needsTrace(const ClipWay& way)
{
    if (way.goes == ClipGoes::AsFile)
        return false;
    return way.isUsual || way.choice.sampling == ClipSampling::Moments
        || way.choice.sampling == ClipSampling::Both;
}

ClipChoice choiceOf(const ClipWay& way, const KnownClip& clip, const app::ClipTrace* trace)
{
    ClipChoice choice = way.choice;
    if (way.isUsual && way.goes != ClipGoes::AsFile && trace != nullptr
        && isScreenRecording(*trace, clip.facts))
        choice.sampling = ClipSampling::Both;
    return choice;
}

Result<app::ClipFramesPlan> plannedClip(const ClipWay& way, const KnownClip& clip,
                                        const app::ClipTrace* trace, const Intake& intake,
                                        const Share& share)
{
    if (way.goes == ClipGoes::AsFile)
        return plannedFile(way, clip, intake, share);
    if (way.goes == ClipGoes::AsPictures && share.frames < 1)
        return Error(Code::BadInput, said(Said::tr("there is no room for pictures of its frames")));
    return planFrames(clip.facts, choiceOf(way, clip, trace), trace, roomOf(way, intake, share));
}

} // namespace tf::workspace
