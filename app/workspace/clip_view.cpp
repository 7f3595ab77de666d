#include "app/workspace/clip_view.h"

#include "app/workspace/clip_seeing.h"
#include "app/workspace/said.h"

namespace tf::workspace {

namespace {

WhyFrame whyOf(app::FrameWhy why)
{
    if (why == app::FrameWhy::Moment)
        return WhyFrame::Moment;
    return why == app::FrameWhy::Picked ? WhyFrame::Picked : WhyFrame::Rate;
}

ClipSending::Form formOf(ClipGoes goes)
{
    if (goes == ClipGoes::AsFile)
        return ClipSending::Form::File;
    return goes == ClipGoes::AsPairs ? ClipSending::Form::Pairs : ClipSending::Form::Pictures;
}

void takePlan(ClipSending& sending, const app::ClipFramesPlan& plan, std::int64_t numFrames)
{
    for (const app::ChosenFrame& frame : plan.frames) {
        const bool isLast = frame.why == app::FrameWhy::Rate && frame.index + 1 == numFrames;
        sending.frames.push_back(
            {frame.index, frame.seconds, isLast ? WhyFrame::Last : whyOf(frame.why), frame.change});
    }
    sending.pairs = plan.pairs;
    sending.width = plan.size.width;
    sending.height = plan.size.height;
    sending.tokens = plan.tokens;
    sending.dropped = plan.dropped;
    sending.duplicates = plan.duplicates;
    sending.capUsed = plan.capUsed;
}

} // namespace

ClipView::ClipView(QObject* parent)
    : QObject(parent)
    , m_seeing(std::make_unique<Seeing>(*this))
{
}

ClipView::~ClipView() = default;

void ClipView::open(const Tray& tray, TrayId id)
{
    m_seeing->open(tray, id);
}

void ClipView::openKept(session::Store& store, const std::string& blob)
{
    m_seeing->openKept(store, blob);
}

void ClipView::close()
{
    m_seeing->close();
    Q_EMIT stateChanged();
}

ClipState ClipView::state() const
{
    return m_seeing->state;
}

const std::string& ClipView::sentence() const
{
    return m_seeing->sentence;
}

const ClipLook& ClipView::look() const
{
    return m_seeing->look;
}

const ClipPicture& ClipView::first() const
{
    return m_seeing->first;
}

const std::vector<ClipPicture>& ClipView::thumbnails() const
{
    return m_seeing->thumbnails;
}

const ClipChanges& ClipView::changes() const
{
    return m_seeing->changes;
}

void ClipView::setBox(int width, int height)
{
    m_seeing->setBox({width, height});
}

void ClipView::seek(double seconds)
{
    m_seeing->seekTo(m_seeing->indexAt(seconds));
}

void ClipView::seekTo(std::int64_t index)
{
    m_seeing->seekTo(index);
}

void ClipView::step(int frames)
{
    m_seeing->stop();
    m_seeing->seekTo(m_seeing->wished + frames);
}

void ClipView::play(double speed, double until)
{
    m_seeing->play(speed, until);
}

void ClipView::stop()
{
    m_seeing->stop();
}

bool ClipView::isPlaying() const
{
    return m_seeing->isPlaying;
}

bool ClipView::isSeeking() const
{
    return m_seeing->isSeeking;
}

const ClipPicture& ClipView::frame() const
{
    return m_seeing->frame;
}

void ClipView::showSmall(std::vector<std::int64_t> indices)
{
    m_seeing->showSmall(std::move(indices));
}

ClipSending ClipView::plan(const app::ClipChoice& choice) const
{
    ClipSending sending;
    if (!m_seeing->opened) {
        sending.problem = said(Said::tr("the clip is still being opened"));
        return sending;
    }
    const ClipMeans with = m_seeing->means();
    const KnownClip clip = m_seeing->known();
    const ClipWay way = clipWay(choice, clip, with.intake);
    sending.form = formOf(way.goes);
    sending.why = way.why;
    sending.awaitsMoments = needsTrace(way) && !m_seeing->trace;
    const auto planned = plannedClip(way, clip, m_seeing->trace.get(), with.intake, with.share);
    if (planned)
        takePlan(sending, *planned, std::ssize(clip.facts.times));
    else
        sending.problem = planned.error().text;
    return sending;
}

app::ClipChoice ClipView::usualChoice() const
{
    if (!m_seeing->opened)
        return {};
    const KnownClip clip = m_seeing->known();
    const ClipWay way = clipWay(TrayChoice(), clip, m_seeing->means().intake);
    return choiceOf(way, clip, m_seeing->trace.get());
}

} // namespace tf::workspace
