#include "ui/frames/strip/strip_frame.h"

#include "ui/frames/frame_words.h"
#include "ui/frames/line/timeline_look.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>

namespace tf::ui {

namespace {

using workspace::SentFrame;
using workspace::WhyFrame;

constexpr double kMostBetween = 240; ///< frames that are shown besides
constexpr double kSameFrame = 1e-4; ///< seconds

QString stripTr(const char* words)
{
    return QCoreApplication::translate("tf::ui::StripWords", words);
}

bool isAmong(const std::vector<double>& times, double time)
{
    const std::int64_t nearest = nearestTime(times, time);
    return nearest >= 0 && std::abs(times[static_cast<std::size_t>(nearest)] - time) < kSameFrame;
}

void add(std::vector<double>& times, double time)
{
    if (!isAmong(times, time))
        times.insert(std::upper_bound(times.begin(), times.end(), time), time);
}

void take(std::vector<double>& times, double time)
{
    const auto isIt = [time](double other) { return std::abs(other - time) < kSameFrame; };
    times.erase(std::remove_if(times.begin(), times.end(), isIt), times.end());
}

using ByIndex = std::map<std::int64_t, StripFrame>;

void addNotSent(ByIndex& frames, const std::vector<double>& times, double time, StripState state)
{
    const std::int64_t index = nearestTime(times, time);
    if (index >= 0)
        frames.insert({index, {index, times[static_cast<std::size_t>(index)], state}});
}

} // namespace

std::vector<StripFrame> stripFrames(const std::vector<double>& times,
                                    const workspace::ClipSending& sending,
                                    const app::ClipChoice& choice, StripDensity density)
{
    ByIndex frames;
    const auto count = std::max<std::int64_t>(std::int64_t(sending.frames.size()), 1);
    for (const SentFrame& sent : sending.frames)
        frames[sent.index] = {sent.index,
                              sent.seconds,
                              sent.why == WhyFrame::Picked ? StripState::Picked : StripState::Sent,
                              sent.why,
                              sent.change,
                              sending.tokens / count};
    for (const double time : choice.dropped)
        addNotSent(frames, times, time, StripState::LeftOut);
    if (density == StripDensity::Between && !times.empty()) {
        const double step = std::max(1.0, times.back() / kMostBetween);
        for (double time = 0; time <= times.back(); time += step)
            addNotSent(frames, times, time, StripState::Between);
    }
    std::vector<StripFrame> shown;
    shown.reserve(frames.size());
    for (const auto& [index, frame] : frames)
        shown.push_back(frame);
    return shown;
}

app::ClipChoice choiceWith(app::ClipChoice choice, const StripFrame& frame)
{
    const bool wasLeftOut = isAmong(choice.dropped, frame.seconds);
    take(choice.dropped, frame.seconds);
    if (!wasLeftOut && !isSent(frame))
        add(choice.picked, frame.seconds);
    return choice;
}

app::ClipChoice choiceWithout(app::ClipChoice choice, const StripFrame& frame)
{
    const bool wasPicked = isAmong(choice.picked, frame.seconds);
    take(choice.picked, frame.seconds);
    if (!wasPicked && isSent(frame))
        add(choice.dropped, frame.seconds);
    return choice;
}

double shownUntil(const workspace::ClipLook& look, std::int64_t index, double seconds)
{
    if (!look.times || index < 0 || index >= std::int64_t(look.times->size()))
        return seconds;
    const auto next = static_cast<std::size_t>(index) + 1;
    return next < look.times->size() ? (*look.times)[next] : std::max(look.duration, seconds);
}

QString reasonWords(const StripFrame& frame)
{
    if (frame.state == StripState::LeftOut)
        return stripTr(QT_TRANSLATE_NOOP("tf::ui::StripWords", "left out"));
    if (frame.state == StripState::Between)
        return stripTr(QT_TRANSLATE_NOOP("tf::ui::StripWords", "not sent"));
    switch (frame.why) {
    case WhyFrame::Rate:
        return stripTr(QT_TRANSLATE_NOOP("tf::ui::StripWords", "at the rate"));
    case WhyFrame::Moment:
        return stripTr(QT_TRANSLATE_NOOP("tf::ui::StripWords", "%1 % changed"))
            .arg(std::max(qRound(100 * frame.change), 1));
    case WhyFrame::Picked:
        return stripTr(QT_TRANSLATE_NOOP("tf::ui::StripWords", "picked"));
    case WhyFrame::Last:
        break;
    }
    return stripTr(QT_TRANSLATE_NOOP("tf::ui::StripWords", "the last one"));
}

QString spokenWords(const StripFrame& frame)
{
    const QString time = fineClockWords(frame.seconds);
    if (!isSent(frame))
        return QStringLiteral("%1, %2").arg(time, reasonWords(frame));
    return stripTr(QT_TRANSLATE_NOOP("tf::ui::StripWords", "%1, sent: %2, %3 tokens"))
        .arg(time, reasonWords(frame), QLocale().toString(qlonglong(frame.tokens)));
}

} // namespace tf::ui
