#include "app/workspace/clip_survey.h"

#include "app/workspace/said.h"
#include "app/workspace/tray/clip_reading.h"
#include "app/workspace/tray/small_picture.h"

#include <algorithm>

namespace tf::workspace {

namespace {

constexpr int kNumThumbnails = 60;
constexpr float kSceneChange = 0.6F; // share of the screen

ClipChanges changesOf(const app::ClipTrace& trace)
{
    auto points = std::make_shared<std::vector<ClipChange>>();
    points->reserve(trace.changes.size() + trace.moments.size());
    for (const vision::ScreenChange& change : trace.changes)
        points->push_back({change.time, change.change, change.change >= kSceneChange, false});
    for (const vision::MomentSeen& moment : trace.moments) {
        const auto at = std::lower_bound(
            points->begin(), points->end(), moment.time,
            [](const ClipChange& point, double time) { return point.seconds < time; });
        if (at != points->end() && at->seconds == moment.time)
            at->isEvent = true;
        else
            points->insert(at, {moment.time, moment.change, false, true});
    }
    return {std::move(points), trace.secondsRead, false, {}};
}

} // namespace

ClipSurvey::ClipSurvey(ClipPlace place, SharedDecoder decoder, ClipTraces traces,
                       std::function<void(ClipSurveyed)> tell)
    : m_place(std::move(place))
    , m_shared(std::move(decoder))
    , m_traces(std::move(traces))
    , m_tell(std::move(tell))
    , m_thread([this] { run(); })
{
}

ClipSurvey::~ClipSurvey()
{
    m_cancel.cancel();
    m_thread.join();
}

/// That it cannot be opened is said by who plays it.
void ClipSurvey::run()
{
    const auto decoder = m_shared.get();
    const auto source = opened(m_place);
    if (!*decoder || !source)
        return;
    showThumbnails(**decoder, *source);
    lookThrough(**decoder, *source);
}

void ClipSurvey::showThumbnails(const vision::Decoder& decoder, const vision::Source& source)
{
    std::vector<ClipPicture> fresh;
    bool isFirst = true;
    const auto sink = [&](const vision::FrameSeen& seen, const vision::PictureView& view) {
        const auto* rgb = view.rgb;
        fresh.push_back(
            {seen.index,
             seen.time,
             {view.size.width, view.size.height,
              std::make_shared<const std::vector<std::uint8_t>>(rgb, rgb + view.size.area() * 3)}});
        // The first at once, the others by tens.
        if (std::exchange(isFirst, false) || fresh.size() == 10)
            m_tell({std::exchange(fresh, {}), {}, {}});
        return true;
    };
    static_cast<void>(
        decoder.thumbnails(source, {kNumThumbnails, kPreviewBox}, sink, m_cancel.token()));
    if (!fresh.empty())
        m_tell({std::move(fresh), {}, {}});
}

void ClipSurvey::lookThrough(const vision::Decoder& decoder, const vision::Source& source)
{
    ClipChanges far;
    const auto tell = [&](const app::ClipTrace& trace) {
        far = changesOf(trace);
        m_tell({{}, far, {}});
    };
    const auto cancel = m_cancel.token();
    auto seen = traceOf(source, m_traces, decoder, cancel, tell);
    if (cancel.cancelled())
        return;
    if (seen) {
        far = changesOf(*seen->trace);
        far.isWhole = true;
        m_tell({{}, std::move(far), std::move(*seen)});
        return;
    }
    if (!far.points)
        far.points = std::make_shared<const std::vector<ClipChange>>();
    far.problem = said(Said::tr("the clip could be looked through for %1 s: %2"),
                       {std::to_string(static_cast<int>(far.secondsRead)), seen.error().text});
    m_tell({{}, std::move(far), {}});
}

} // namespace tf::workspace
