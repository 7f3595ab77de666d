#include "app/workspace/tray/medium_reading.h"

#include "app/media/seen_media.h"
#include "app/media/sent_media.h"
#include "app/workspace/said.h"
#include "app/workspace/tray/amount.h"
#include "app/workspace/tray/picture_reading.h"
#include "app/workspace/tray/small_picture.h"
#include "kernels/base/words.h"
#include "vision/picture/size_wish.h"

#include <algorithm>
#include <cmath>

namespace tf::workspace {

namespace {

using vision::MediaKind;
using vision::PictureView;

constexpr double kFramesPerSecond = 1;
/// "]<]12.3 seconds[>[" and what a server's own words around a frame take, with the model's
/// tokenizer or one of its kind.
constexpr std::int64_t kStampTokens = 8;

std::string shownSize(vision::Size size)
{
    return words(size.width, "×", size.height);
}

vision::SizeWish clipWish(const Intake& intake)
{
    return intake.largePictures == Takes::Yes
        ? vision::tierWish(MediaKind::Clip, vision::Tier::Default)
        : vision::areaWish(MediaKind::Clip);
}

class MediumReading {
public:
    MediumReading(const OfferedMedium& medium, const ReadingMeans& means,
                  const vision::Decoder& decoder)
        : m_medium(medium)
        , m_source(medium.source)
        , m_means(means)
        , m_decoder(decoder)
    {
        m_taken->item.title = medium.title;
        m_taken->share = means.share;
    }

    TakenResult read() &&
    {
        const auto facts = TRY(m_decoder.probe(m_source, m_means.cancel));
        if (const auto* picture = std::get_if<vision::PictureFacts>(&facts))
            TRY(readPicture(m_medium, *picture, m_means, m_decoder, *m_taken));
        else
            TRY(readClip(std::get<vision::ClipFacts>(facts)));
        item().state = TrayState::Ready;
        return std::move(m_taken);
    }

private:
    Result<> readClip(const vision::ClipFacts& facts);
    Result<> showFirstFrame();
    Result<vision::ClipPlan> plan(const vision::ClipFacts& facts);
    Result<> takeFile(const vision::ClipFacts& facts, std::string_view type);
    Result<> takeFrames(const vision::ClipFacts& facts);

    TrayItem& item() { return m_taken->item; }

    const OfferedMedium& m_medium;
    const vision::Source& m_source;
    const ReadingMeans& m_means;
    const vision::Decoder& m_decoder;
    std::shared_ptr<Taken> m_taken = std::make_shared<Taken>();
};

Result<> MediumReading::showFirstFrame()
{
    const auto sink = [this](const vision::FrameSeen&, const PictureView& view) {
        item().preview = previewOf(view);
        return false;
    };
    TRY(m_decoder.thumbnails(m_source, {1, kPreviewBox}, sink, m_means.cancel));
    m_means.tell(item());
    return {};
}

Result<vision::ClipPlan> MediumReading::plan(const vision::ClipFacts& facts)
{
    vision::FrameRule rule = app::frameRule(kFramesPerSecond);
    if (m_means.intake.clips == Takes::No)
        rule.maxFrames = std::min(*rule.maxFrames, m_means.share.frames);
    const auto count = [](std::string_view) { return kStampTokens; };
    return planClip(facts.times, facts.size, clipWish(m_means.intake), rule,
                    {m_means.share.tokens.value_or(0), true}, count);
}

Result<> MediumReading::readClip(const vision::ClipFacts& facts)
{
    item().kind = TrayKind::Clip;
    item().detail = shownSeconds(facts.duration);
    item().notices = facts.faults;
    m_means.tell(item());
    TRY(showFirstFrame());
    if (facts.hasAudio)
        item().notices.push_back(said(Said::tr("its sound is not heard")));
    const auto type = app::clipType(facts.container);
    if (m_means.intake.clips == Takes::Yes && !type.empty())
        return takeFile(facts, type);
    return takeFrames(facts);
}

Result<> MediumReading::takeFile(const vision::ClipFacts& facts, std::string_view type)
{
    if (m_source.size() > m_means.intake.limits.videoBytes)
        return Error(Code::BadInput,
                     said(Said::tr("the clip has %1, and %2 takes %3"),
                          {shownBytes(m_source.size()), m_means.intake.engine,
                           shownBytes(m_means.intake.limits.videoBytes)}));
    const auto planned = TRY(plan(facts));
    TakenClip clip;
    clip.part.media = TRY(app::sentFile(m_source, type));
    clip.part.fps = kFramesPerSecond;
    clip.bytes = m_source.size();
    item().tokens = planned.tokens;
    item().detail = words(shownSeconds(facts.duration), ", ", shownSize(facts.size));
    if (m_means.intake.isRemote())
        item().notices.push_back(
            said(Said::tr("the file is sent as it is, with all that it says of itself")));
    m_taken->what = std::move(clip);
    return {};
}

Result<> MediumReading::takeFrames(const vision::ClipFacts& facts)
{
    if (m_means.share.frames < 1)
        return Error(Code::BadInput, said(Said::tr("there is no room for pictures of its frames")));
    const auto planned = TRY(plan(facts));
    app::FrameCollector collector;
    const auto sink = [&collector](const vision::FrameSeen& seen, const PictureView& view) {
        return collector.add(seen.time, view);
    };
    const auto progress = [&](const vision::ClipProgress& far) {
        item().done = far.framesDecoded;
        item().total = std::ssize(facts.times);
        m_means.tell(item());
    };
    auto sent = TRY(std::move(collector).finish(m_decoder.frames(
        m_source, {planned.frames, planned.wish}, sink, m_means.cancel, progress)));
    TakenClip clip;
    clip.part.frames = std::move(sent.frames);
    const auto numFrames = std::ssize(clip.part.frames);
    item().tokens = numFrames * (tokensOfPicture(planned.size, m_means.intake) + kStampTokens);
    item().detail = words(shownSeconds(facts.duration), ", ",
                          shownCount(numFrames, Said::tr("1 frame"), Said::tr("%1 frames")));
    auto& notices = item().notices;
    notices.insert(notices.end(), planned.dropped.begin(), planned.dropped.end());
    notices.insert(notices.end(), sent.faults.begin(), sent.faults.end());
    notices.push_back(said(Said::tr("pictures of its frames are sent, not the clip")));
    m_taken->what = std::move(clip);
    return {};
}

} // namespace

TakenResult readMedium(const OfferedMedium& medium, const ReadingMeans& means)
{
    const auto decoder = means.decoder.get();
    if (!*decoder)
        return Error(decoder->error().code, decoder->error().text);
    return MediumReading(medium, means, **decoder).read();
}

} // namespace tf::workspace
