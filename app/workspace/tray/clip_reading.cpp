#include "app/workspace/tray/clip_reading.h"

#include "app/media/sent_media.h"
#include "app/workspace/said.h"
#include "app/workspace/tray/amount.h"
#include "app/workspace/tray/clip_way.h"
#include "app/workspace/tray/small_picture.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace tf::workspace {

namespace {

using vision::PictureView;

constexpr std::uint8_t kCover = 0x60;
/// A pixel of a smaller picture is made of what lies up to two of its own kind beside it.
constexpr int kCoverMargin = 3;

class ClipRead {
public:
    ClipRead(const OfferedMedium& medium, const vision::ClipFacts& facts, const ReadingMeans& means,
             const vision::Decoder& decoder, Taken& taken)
        : m_source(medium.source)
        , m_facts(facts)
        , m_means(means)
        , m_decoder(decoder)
        , m_taken(taken)
        , m_way(clipWay(medium.choice, known(), means.intake))
    {
    }

    Result<> read();

private:
    [[nodiscard]] KnownClip known() const { return {m_facts, m_source.size()}; }
    TrayItem& item() { return m_taken.item; }
    void notice(std::string sentence) { item().notices.push_back(std::move(sentence)); }

    Result<> showFirstFrame();
    Result<> takeFile();
    Result<> takeFrames();
    Result<> lookThrough();
    Result<app::SentFrames> sentFrames(const app::ClipFramesPlan& plan);
    [[nodiscard]] double shownUntil(std::int64_t index) const;
    std::vector<wire::Frame> inPairs(const app::ClipFramesPlan& plan,
                                     std::vector<wire::Frame> frames) const;

    const vision::Source& m_source;
    const vision::ClipFacts& m_facts;
    const ReadingMeans& m_means;
    const vision::Decoder& m_decoder;
    Taken& m_taken;
    ClipWay m_way;
};

Result<> ClipRead::read()
{
    item().kind = TrayKind::Clip;
    item().detail = shownSeconds(m_facts.duration);
    item().notices = m_facts.faults;
    m_means.tell(item());
    TRY(showFirstFrame());
    if (m_facts.hasAudio)
        notice(said(Said::tr("its sound is not heard")));
    return m_way.goes == ClipGoes::AsFile ? takeFile() : takeFrames();
}

Result<> ClipRead::showFirstFrame()
{
    const auto sink = [this](const vision::FrameSeen&, const PictureView& view) {
        item().preview = previewOf(view);
        return false;
    };
    TRY(m_decoder.thumbnails(m_source, {1, kPreviewBox}, sink, m_means.cancel));
    m_means.tell(item());
    return {};
}

Result<> ClipRead::takeFile()
{
    if (m_source.size() > m_means.intake.limits.videoBytes)
        return Error(Code::BadInput,
                     said(Said::tr("the clip has %1, and %2 takes %3"),
                          {shownBytes(m_source.size()), m_means.intake.engine,
                           shownBytes(m_means.intake.limits.videoBytes)}));
    const auto planned = TRY(plannedClip(m_way, known(), nullptr, m_means.intake, m_means.share));
    TakenClip clip;
    clip.part.media = TRY(app::sentFile(m_source, app::clipType(m_facts.container)));
    clip.part.fps = m_way.choice.fps;
    if (m_way.choice.tier != vision::Tier::Default)
        clip.part.maxLongSide = vision::tierWish(vision::MediaKind::Clip, m_way.choice.tier).cap;
    clip.bytes = m_source.size();
    // Which frames a server takes is its own affair; ours takes those of the plan.
    if (m_means.intake.pairs == Takes::No)
        clip.watched.length = m_facts.duration;
    else
        for (const app::ChosenFrame& frame : planned.frames)
            clip.watched.seconds.push_back(frame.seconds);
    item().tokens = planned.tokens;
    item().detail =
        words(shownSeconds(m_facts.duration), ", ", m_facts.size.width, "×", m_facts.size.height);
    if (m_means.intake.isRemote())
        notice(said(Said::tr("the file is sent as it is, with all that it says of itself")));
    m_taken.what = std::move(clip);
    return {};
}

Result<> ClipRead::lookThrough()
{
    if (!needsTrace(m_way))
        return {};
    const auto tell = [this](const app::ClipTrace& far) {
        item().done = static_cast<std::int64_t>(far.secondsRead);
        item().total = std::max<std::int64_t>(static_cast<std::int64_t>(m_facts.duration), 1);
        m_means.tell(item());
    };
    m_taken.trace = TRY(traceOf(m_source, m_means.traces, m_decoder, m_means.cancel, tell));
    return {};
}

Result<> ClipRead::takeFrames()
{
    if (m_way.goes == ClipGoes::AsPictures && m_means.share.frames < 1)
        return Error(Code::BadInput, said(Said::tr("there is no room for pictures of its frames")));
    TRY(lookThrough());
    const auto plan =
        TRY(plannedClip(m_way, known(), m_taken.trace.trace.get(), m_means.intake, m_means.share));
    auto sent = TRY(sentFrames(plan));
    const auto numFrames = std::ssize(sent.frames);
    TakenClip clip;
    clip.part.frames = m_way.goes == ClipGoes::AsPairs ? inPairs(plan, std::move(sent.frames))
                                                       : std::move(sent.frames);
    item().tokens = plan.tokens;
    item().detail = words(shownSeconds(m_facts.duration), ", ",
                          shownCount(numFrames, Said::tr("1 frame"), Said::tr("%1 frames")));
    auto& notices = item().notices;
    notices.insert(notices.end(), plan.dropped.begin(), plan.dropped.end());
    notices.insert(notices.end(), sent.faults.begin(), sent.faults.end());
    if (!m_way.why.empty())
        notice(m_way.why);
    m_taken.what = std::move(clip);
    return {};
}

/// When the next frame takes its place.
double ClipRead::shownUntil(std::int64_t index) const
{
    const auto next = static_cast<std::size_t>(index) + 1;
    return next < m_facts.times.size() ? m_facts.times[next]
                                       : std::max(m_facts.duration, m_facts.times.back());
}

Result<app::SentFrames> ClipRead::sentFrames(const app::ClipFramesPlan& plan)
{
    vision::FramesAsk ask{{}, plan.wish};
    for (const app::ChosenFrame& frame : plan.frames)
        ask.frames.push_back(frame.index);
    app::FrameCollector collector;
    const auto sink = [&](const vision::FrameSeen& seen, const PictureView& view) {
        if (m_way.choice.covered.empty())
            return collector.add(seen.time, view);
        vision::Picture picture{view.size, {view.rgb, view.rgb + view.size.area() * 3}};
        coverFrame(picture, m_facts.size, seen.time, shownUntil(seen.index), m_way.choice.covered);
        return collector.add(seen.time, picture.view());
    };
    const auto progress = [&](const vision::ClipProgress& far) {
        item().done = far.framesDecoded;
        item().total = std::ssize(m_facts.times);
        m_means.tell(item());
    };
    return std::move(collector).finish(
        m_decoder.frames(m_source, ask, sink, m_means.cancel, progress));
}

/// A frame that has both halves of its pair stands there twice.
std::vector<wire::Frame> ClipRead::inPairs(const app::ClipFramesPlan& plan,
                                           std::vector<wire::Frame> frames) const
{
    std::vector<app::ChosenFrame> there;
    for (const app::ChosenFrame& frame : plan.frames) {
        const bool isThere = std::any_of(frames.begin(), frames.end(), [&](const auto& sent) {
            return sent.seconds == frame.seconds;
        });
        if (isThere)
            there.push_back(frame);
    }
    if (there.size() != frames.size())
        return frames;
    std::vector<wire::Frame> paired;
    for (const app::FramePair& pair : app::pairsOf(there)) {
        paired.push_back(frames[pair.first]);
        paired.push_back(frames[pair.second]);
    }
    return paired;
}

/// From a place of the original to one of the frame, a little wider.
struct CoveredBox {
    CoveredBox(const app::Region& region, vision::Size whole, vision::Size frame)
    {
        const double across = static_cast<double>(frame.width) / whole.width;
        const double down = static_cast<double>(frame.height) / whole.height;
        const auto edge = [](double place, int margin, int most) {
            const double moved = place + margin;
            return static_cast<int>(std::clamp(margin < 0 ? std::floor(moved) : std::ceil(moved),
                                               0.0, static_cast<double>(most)));
        };
        left = edge(region.at.x * across, -kCoverMargin, frame.width);
        top = edge(region.at.y * down, -kCoverMargin, frame.height);
        right = edge((static_cast<double>(region.at.x) + region.size.width) * across, kCoverMargin,
                     frame.width);
        bottom = edge((static_cast<double>(region.at.y) + region.size.height) * down, kCoverMargin,
                      frame.height);
    }

    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};

} // namespace

void coverFrame(vision::Picture& frame, vision::Size whole, double from, double until,
                std::span<const app::CoveredStretch> covered)
{
    for (const app::CoveredStretch& stretch : covered) {
        const bool isThere = (stretch.to <= 0 || from <= stretch.to) && until >= stretch.from;
        if (!isThere || stretch.region.size.width < 1 || stretch.region.size.height < 1)
            continue;
        const CoveredBox box(stretch.region, whole, frame.size);
        for (int y = box.top; y < box.bottom && box.left < box.right; ++y) {
            auto* row = frame.rgb.data() + std::ptrdiff_t{y} * frame.size.width * 3;
            std::memset(row + std::ptrdiff_t{box.left} * 3, kCover,
                        static_cast<std::size_t>(box.right - box.left) * 3);
        }
    }
}

Result<MarkedTrace> traceOf(const vision::Source& source, const ClipTraces& traces,
                            const vision::Decoder& decoder, const CancelToken& cancel,
                            const std::function<void(const app::ClipTrace&)>& tell)
{
    const auto mark = contentMark(source);
    if (auto known = mark ? traces.find(*mark) : nullptr)
        return MarkedTrace{mark, std::move(known)};
    auto trace = std::make_shared<app::ClipTrace>();
    const auto sink = [&](const vision::ChangesSeen& seen) {
        trace->changes.insert(trace->changes.end(), seen.changes.begin(), seen.changes.end());
        trace->moments.insert(trace->moments.end(), seen.moments.begin(), seen.moments.end());
        trace->secondsRead = std::max(trace->secondsRead, seen.secondsRead);
        tell(*trace);
    };
    auto done = TRY(decoder.changes(source, {}, sink, cancel));
    trace->faults = std::move(done.faults);
    // One that was written meanwhile is no clip that anybody knows.
    return MarkedTrace{contentMark(source) == mark ? mark : std::nullopt, std::move(trace)};
}

Result<> readClip(const OfferedMedium& medium, const vision::ClipFacts& facts,
                  const ReadingMeans& means, const vision::Decoder& decoder, Taken& taken)
{
    return ClipRead(medium, facts, means, decoder, taken).read();
}

} // namespace tf::workspace
