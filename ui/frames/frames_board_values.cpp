// What a board shows of the values that it is given, and what a user's wish makes of a choice.

#include "ui/composer/text_button.h"
#include "ui/frames/budget_line.h"
#include "ui/frames/frame_words.h"
#include "ui/frames/frames_board.h"
#include "ui/frames/line/timeline.h"
#include "ui/frames/playback.h"
#include "ui/frames/player_bar.h"
#include "ui/frames/sampling_form.h"
#include "ui/frames/screen/cover_bar.h"
#include "ui/frames/screen/covered_picture.h"
#include "ui/frames/screen/frame_screen.h"
#include "ui/widgets/tab_row.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tf::ui {

namespace {

constexpr std::size_t kGraphSteps = 1200; ///< more than a screen is wide
constexpr std::array<double, 5> kAround{-1, -0.5, 0, 0.5, 1}; ///< seconds

/// Even steps of what came at the times of frames.
std::vector<float> evenly(const std::vector<workspace::ClipChange>& points, double duration)
{
    std::vector<float> steps(kGraphSteps, 0);
    for (const workspace::ClipChange& point : points) {
        const double share = point.seconds / duration * double(kGraphSteps);
        const auto step = std::min(static_cast<std::size_t>(std::max(share, 0.0)), kGraphSteps - 1);
        steps[step] = std::max(steps[step], point.change);
    }
    return steps;
}

} // namespace

void FramesBoard::begin(BoardUse use)
{
    m_playback->pause();
    m_use = use;
    m_look = {};
    m_changes = {};
    m_sending = {};
    m_choice = {};
    m_sent.clear();
    m_moment.reset();
    m_place = 0;
    m_frame = -1;
    m_screen->clear();
    m_strip->forgetPictures();
    m_strip->setReadOnly(!isChoosing());
    m_bar->setReadOnly(!isChoosing());
    m_form->setEnabled(isChoosing());
    m_attach->setVisible(!isChoosing());
    setCovering(false);
    setNote({});
    setLook({});
    setSending({});
    setChanges({});
    showMomentLine();
}

void FramesBoard::setNote(const QString& sentence)
{
    const QString earlier = tr("This clip went along with an earlier question.");
    m_note->setText(isChoosing()             ? sentence
                        : sentence.isEmpty() ? earlier
                                             : earlier + u' ' + sentence);
    m_noteRow->setVisible(!m_note->text().isEmpty());
}

void FramesBoard::setLook(const workspace::ClipLook& look)
{
    m_look = look;
    m_playback->setDuration(look.duration);
    const QSize source(look.width, look.height);
    m_screen->setSource(source);
    m_strip->setShape(source);
    fitScreen();
    setChoice(m_choice);
    setSending(m_sending);
    showPlace();
}

void FramesBoard::setFrame(const workspace::ClipPicture& picture)
{
    m_screen->setPicture(picture.pixels);
    m_place = picture.seconds;
    m_frame = picture.index;
    m_playback->setPlace(m_place);
    showPlace();
}

void FramesBoard::setSmall(const workspace::ClipPicture& picture)
{
    m_strip->setPicture(picture);
}

void FramesBoard::showPlace()
{
    m_timeline->setPlace(m_place, m_frame);
    m_bar->setPlace(m_place, m_look.duration);
    m_strip->setShown(m_frame);
    m_bar->setPicked(isSent(shownFrame()));
    showCovers();
}

void FramesBoard::setChanges(const workspace::ClipChanges& changes)
{
    m_changes = changes;
    const bool isLooking = m_look.duration > 0 && !changes.isWhole && changes.problem.empty();
    const double share = m_look.duration > 0 ? changes.secondsRead / m_look.duration : 0;
    m_watch->setText(isLooking ? tr("Looking for what happens: %1 %")
                                     .arg(QLocale().toString(qRound(100 * std::min(share, 1.0))))
                               : QString::fromStdString(changes.problem));
    m_watch->setVisible(!m_watch->text().isEmpty());
    showTimeline();
}

void FramesBoard::showTimeline()
{
    TimelineLook look;
    look.duration = m_look.duration;
    if (m_changes.points && look.duration > 0) {
        look.changes = evenly(*m_changes.points, look.duration);
        look.changesTo = look.duration;
        for (const workspace::ClipChange& point : *m_changes.points) {
            if (point.isEvent || point.isScene)
                look.events.push_back(point.seconds);
        }
    }
    look.sent = m_sent;
    for (const double time : m_cited)
        look.cited.push_back({time, showsMoment(m_sent, time)});
    look.from = m_choice.from;
    look.to = m_choice.to;
    look.mayStretch = isChoosing();
    m_timeline->setLook(std::move(look));
}

void FramesBoard::setCited(std::vector<double> seconds)
{
    m_cited = std::move(seconds);
    showTimeline();
}

void FramesBoard::setChoice(const app::ClipChoice& choice)
{
    m_choice = choice;
    m_playback->setStretch(choice.from, choice.to);
    m_form->setChoice(choice, m_look.duration);
    showTimeline();
    showCovers();
    showStrip();
}

void FramesBoard::setSending(const workspace::ClipSending& sending)
{
    m_sending = sending;
    m_sent.clear();
    for (const workspace::SentFrame& frame : sending.frames)
        m_sent.push_back(frame.seconds);
    m_budget->setSending(sending);
    m_form->setSending(sending);
    m_caption->setText(
        sending.width > 0
            ? tr("%1 as the model sees it").arg(sizeWords(sending.width, sending.height))
            : QString());
    m_caption->setVisible(sending.width > 0);
    showTimeline();
    showStrip();
    showPlace();
    if (m_moment && showsMoment(m_sent, *m_moment))
        m_moment.reset();
    showMomentLine();
}

void FramesBoard::setTierTokens(const std::array<std::int64_t, 3>& tokens)
{
    m_form->setTierTokens(tokens);
}

void FramesBoard::showStrip()
{
    if (!m_look.times)
        return m_strip->setFrames({});
    m_strip->setFrames(stripFrames(*m_look.times, m_sending, m_choice,
                                   StripDensity(m_density->currentData().toInt())));
}

void FramesBoard::showCovers()
{
    m_covers.clear();
    std::vector<app::Region> shown;
    const double until = shownUntil(m_look, m_frame, m_place);
    for (std::size_t idx = 0; idx < m_choice.covered.size(); ++idx) {
        if (!isCoveredIn(m_choice.covered[idx], m_place, until))
            continue;
        m_covers.push_back(idx);
        shown.push_back(m_choice.covered[idx].region);
    }
    m_screen->setCovered(std::move(shown));
    const auto chosen = m_screen->chosen();
    m_coverBar->setCovered(chosen ? std::optional(m_choice.covered[m_covers[*chosen]])
                                  : std::nullopt,
                           m_look.duration);
}

void FramesBoard::setCovering(bool covering)
{
    const bool may = covering && isChoosing();
    m_screen->setCovering(may);
    m_coverBar->setVisible(may);
    m_bar->setCovering(may);
    if (may) {
        m_playback->pause();
        m_screen->setFocus(Qt::OtherFocusReason);
    }
}

void FramesBoard::changeCover(std::size_t shown, const app::CoveredStretch& to)
{
    app::ClipChoice choice = m_choice;
    choice.covered[m_covers[shown]] = to;
    make(choice);
}

void FramesBoard::make(app::ClipChoice choice)
{
    if (!isChoosing() || choice == m_choice)
        return;
    setChoice(choice);
    Q_EMIT choiceMade(m_choice);
}

void FramesBoard::seek(double seconds)
{
    m_playback->pause();
    m_playback->setPlace(seconds);
    Q_EMIT seekAsked(seconds);
}

void FramesBoard::goToFrame(std::int64_t index)
{
    m_playback->pause();
    Q_EMIT frameAsked(index);
}

void FramesBoard::takePlayEnd()
{
    m_playback->takeEnd();
}

StripFrame FramesBoard::shownFrame() const
{
    StripFrame frame{m_frame, m_place, StripState::Between};
    for (const workspace::SentFrame& sent : m_sending.frames) {
        if (sent.index == m_frame)
            frame.state = StripState::Sent;
    }
    return frame;
}

void FramesBoard::togglePick()
{
    const StripFrame frame = shownFrame();
    if (m_frame >= 0)
        make(isSent(frame) ? choiceWithout(m_choice, frame) : choiceWith(m_choice, frame));
}

void FramesBoard::takeWish(const std::vector<StripFrame>& frames, FrameWish wish)
{
    app::ClipChoice choice = m_choice;
    for (const StripFrame& frame : frames)
        choice = wish == FrameWish::Send ? choiceWith(choice, frame) : choiceWithout(choice, frame);
    make(choice);
}

void FramesBoard::showMoment(double seconds)
{
    const double time = std::clamp(seconds, 0.0, m_look.duration);
    seek(time);
    m_timeline->setPointedOut(time);
    m_moment.reset();
    if (showsMoment(m_sent, time)) {
        const auto nearest = static_cast<std::size_t>(nearestTime(m_sent, time));
        showSide(Side::Frames);
        m_strip->setPointedOut(m_sending.frames[nearest].index);
    } else {
        m_moment = time;
    }
    showMomentLine();
}

void FramesBoard::showMomentLine()
{
    m_momentRow->setVisible(m_moment.has_value());
    m_momentButton->setVisible(isChoosing());
    if (!m_moment)
        return;
    const QString clock = citedClockWords(*m_moment);
    m_momentWords->setText(isChoosing()
                               ? tr("No frame was sent here — send frames around %1?").arg(clock)
                               : tr("No frame was sent at %1.").arg(clock));
    m_momentButton->setAccessibleName(tr("Send frames around %1").arg(clock));
}

void FramesBoard::pickAround()
{
    if (!m_moment || !m_look.times)
        return;
    app::ClipChoice choice = m_choice;
    for (const double offset : kAround) {
        const std::int64_t index = nearestTime(*m_look.times, *m_moment + offset);
        if (index >= 0)
            choice = choiceWith(
                choice,
                {index, (*m_look.times)[static_cast<std::size_t>(index)], StripState::Between});
    }
    make(choice);
}

} // namespace tf::ui
