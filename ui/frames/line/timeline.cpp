#include "ui/frames/line/timeline.h"

#include "ui/frames/frame_words.h"
#include "ui/frames/line/timeline_accessible.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace tf::ui {

namespace {

constexpr int kCitedRow = 18;
constexpr int kGraphRow = 44;
constexpr int kSentRow = 12;
constexpr int kTimesRow = 20;
constexpr int kSideRoom = 8;
constexpr int kGripReach = 7; ///< pixels beside a handle
constexpr int kNearMark = 6;
constexpr double kStep = 1;
constexpr double kLongStep = 10;
constexpr double kZoomStep = 1.25;
constexpr double kLeastStretch = 0.1; ///< seconds

} // namespace

Timeline::Timeline(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QAccessible::installFactory(makeTimelineAccessible);
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        layScale();
    });
}

QSize Timeline::sizeHint() const
{
    return {m_theme.px(280), m_theme.px(kCitedRow + kGraphRow + kSentRow + kTimesRow)};
}

QSize Timeline::minimumSizeHint() const
{
    return {m_theme.px(120), sizeHint().height()};
}

void Timeline::setLook(TimelineLook look)
{
    if (look == m_look)
        return;
    const bool isOther = look.duration != m_look.duration;
    m_look = std::move(look);
    if (isOther) {
        m_scale.duration = m_look.duration;
        m_scale.fit();
        m_pointedOut.reset();
    }
    const auto numShown = std::count_if(m_look.cited.begin(), m_look.cited.end(),
                                        [](const CitedMoment& moment) { return moment.isSent; });
    setAccessibleDescription(
        tr("%1 frames are sent; answers cite %2 moments, %3 of them with a frame")
            .arg(QLocale().toString(qlonglong(m_look.sent.size())),
                 QLocale().toString(qlonglong(m_look.cited.size())),
                 QLocale().toString(qlonglong(numShown))));
    update();
}

void Timeline::setPlace(double seconds, std::int64_t frame)
{
    if (seconds == m_place && frame == m_frame)
        return;
    m_place = seconds;
    m_frame = frame;
    if (m_grip == Grip::None)
        m_scale.reveal(seconds);
    if (QAccessible::isActive()) {
        QAccessibleValueChangeEvent change(this, placeText());
        QAccessible::updateAccessibility(&change);
    }
    update();
}

QString Timeline::placeText() const
{
    return placeWords(m_place, m_look.duration, m_frame);
}

void Timeline::setPointedOut(std::optional<double> seconds)
{
    m_pointedOut = seconds;
    if (seconds)
        m_scale.reveal(*seconds);
    update();
}

void Timeline::scrubTo(double seconds)
{
    const double time = std::clamp(seconds, 0.0, m_look.duration);
    m_pointedOut.reset();
    setPlace(time, -1);
    Q_EMIT scrubbed(time);
}

Timeline::Rows Timeline::rows() const
{
    Rows rows;
    int y = 0;
    const auto next = [&](int height) {
        const QRect row(0, y, width(), m_theme.px(height));
        y += row.height();
        return row;
    };
    rows.cited = next(kCitedRow);
    rows.graph = next(kGraphRow);
    rows.sent = next(kSentRow);
    rows.times = next(kTimesRow);
    return rows;
}

void Timeline::layScale()
{
    m_scale.left = m_theme.px(kSideRoom);
    m_scale.width = std::max(width() - 2 * m_theme.px(kSideRoom), 1);
    update();
}

void Timeline::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layScale();
}

double Timeline::stretchEnd() const
{
    return m_look.to > 0 ? std::min(m_look.to, m_look.duration) : m_look.duration;
}

/// Handles are taken below the graph's middle, so that a press in its upper half always goes there.
Timeline::Grip Timeline::gripAt(QPointF place) const
{
    const int reach = m_theme.px(kGripReach);
    const Rows parts = rows();
    const bool isLow =
        place.y() >= parts.graph.center().y() && place.y() <= parts.times.top() + reach;
    if (!m_look.mayStretch || !isLow)
        return Grip::Place;
    const double toEnd = std::abs(place.x() - m_scale.xOf(stretchEnd()));
    const double toStart = std::abs(place.x() - m_scale.xOf(m_look.from));
    if (std::min(toStart, toEnd) > reach)
        return Grip::Place;
    return toStart < toEnd ? Grip::From : Grip::To;
}

void Timeline::drag(double x)
{
    const double time = m_scale.timeAt(x);
    if (m_grip == Grip::Place) {
        scrubTo(time);
    } else if (m_grip == Grip::From) {
        m_look.from = std::min(time, stretchEnd() - kLeastStretch);
    } else if (m_grip == Grip::To) {
        const double end = std::max(time, m_look.from + kLeastStretch);
        m_look.to = end >= m_look.duration ? 0 : end;
    }
    update();
}

void Timeline::setStretch(double from, double to)
{
    if (!m_look.mayStretch || (to > 0 && to - from < kLeastStretch))
        return;
    m_look.from = from;
    m_look.to = to;
    update();
    Q_EMIT stretchChosen(from, to);
}

void Timeline::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_look.duration <= 0)
        return QWidget::mousePressEvent(event);
    m_grip = gripAt(event->position());
    if (m_grip == Grip::Place)
        drag(event->position().x());
}

void Timeline::mouseMoveEvent(QMouseEvent* event)
{
    if (m_grip != Grip::None)
        return drag(event->position().x());
    const Grip under = m_look.duration > 0 ? gripAt(event->position()) : Grip::None;
    const bool isHandle = under == Grip::From || under == Grip::To;
    setCursor(isHandle ? Qt::SizeHorCursor : Qt::ArrowCursor);
}

void Timeline::mouseReleaseEvent(QMouseEvent* event)
{
    const Grip held = std::exchange(m_grip, Grip::None);
    if (held == Grip::From || held == Grip::To)
        Q_EMIT stretchChosen(m_look.from, m_look.to);
    QWidget::mouseReleaseEvent(event);
}

void Timeline::wheelEvent(QWheelEvent* event)
{
    if (m_look.duration <= 0)
        return event->ignore();
    const QPoint turn = event->angleDelta();
    const bool isSideways =
        std::abs(turn.x()) > std::abs(turn.y()) || event->modifiers().testFlag(Qt::ShiftModifier);
    const double steps = (turn.x() + turn.y()) / 120.0;
    if (isSideways)
        m_scale.moveBy(-steps * (m_scale.to - m_scale.from) / 8);
    else
        m_scale.zoom(std::pow(kZoomStep, steps), m_scale.timeAt(event->position().x()));
    update();
    event->accept();
}

bool Timeline::zoomByKey(int key)
{
    if (key == Qt::Key_Plus || key == Qt::Key_Equal)
        m_scale.zoom(2, m_place);
    else if (key == Qt::Key_Minus)
        m_scale.zoom(0.5, m_place);
    else if (key == Qt::Key_0)
        m_scale.fit();
    else
        return false;
    update();
    return true;
}

/// To the next frame that is sent, or moment that is cited.
void Timeline::stepToMark(int direction)
{
    std::vector<double> marks = m_look.sent;
    for (const CitedMoment& moment : m_look.cited)
        marks.push_back(moment.time);
    std::sort(marks.begin(), marks.end());
    constexpr double kHere = 1e-3;
    if (direction > 0) {
        const auto next = std::upper_bound(marks.begin(), marks.end(), m_place + kHere);
        if (next != marks.end())
            scrubTo(*next);
        return;
    }
    const auto next = std::lower_bound(marks.begin(), marks.end(), m_place - kHere);
    if (next != marks.begin())
        scrubTo(*(next - 1));
}

void Timeline::keyPressEvent(QKeyEvent* event)
{
    if (m_look.duration <= 0)
        return QWidget::keyPressEvent(event);
    const bool isFar = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        return isFar ? stepToMark(-1) : scrubTo(m_place - kStep);
    case Qt::Key_Right:
        return isFar ? stepToMark(+1) : scrubTo(m_place + kStep);
    case Qt::Key_PageUp:
        return scrubTo(m_place - kLongStep);
    case Qt::Key_PageDown:
        return scrubTo(m_place + kLongStep);
    case Qt::Key_Home:
        return scrubTo(0);
    case Qt::Key_End:
        return scrubTo(m_look.duration);
    case Qt::Key_I:
        return setStretch(m_place, m_look.to > m_place ? m_look.to : 0);
    case Qt::Key_O:
        return setStretch(m_look.from < m_place ? m_look.from : 0, m_place);
    default:
        if (!zoomByKey(event->key()))
            QWidget::keyPressEvent(event);
    }
}

void Timeline::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void Timeline::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

QString Timeline::wordsAt(QPointF place) const
{
    const double time = m_scale.timeAt(place.x());
    const auto isNear = [&](double mark) {
        return std::abs(m_scale.xOf(mark) - place.x()) <= m_theme.px(kNearMark);
    };
    for (const CitedMoment& moment : m_look.cited) {
        if (isNear(moment.time))
            return (moment.isSent ? tr("%1: an answer cites it, and a frame of it was sent")
                                  : tr("%1: an answer cites it, and no frame was sent there"))
                .arg(clockWords(moment.time));
    }
    const std::int64_t nearest = nearestTime(m_look.sent, time);
    if (nearest >= 0 && isNear(m_look.sent[static_cast<std::size_t>(nearest)]))
        return tr("%1: this frame is sent")
            .arg(fineClockWords(m_look.sent[static_cast<std::size_t>(nearest)]));
    const std::int64_t event = nearestTime(m_look.events, time);
    if (event >= 0 && isNear(m_look.events[static_cast<std::size_t>(event)]))
        return tr("%1: something happens on the screen")
            .arg(fineClockWords(m_look.events[static_cast<std::size_t>(event)]));
    return fineClockWords(time);
}

bool Timeline::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || m_look.duration <= 0)
        return QWidget::event(event);
    const auto& help = static_cast<QHelpEvent&>(*event);
    QToolTip::showText(help.globalPos(), wordsAt(help.pos()), this);
    return true;
}

} // namespace tf::ui
