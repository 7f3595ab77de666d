#include "ui/frames/strip/frame_strip.h"

#include "ui/frames/strip/strip_accessible.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kTileLeast = 122;
constexpr int kTileGap = 6;
constexpr int kWordsRoom = 36; ///< two lines under a picture
constexpr int kPicturesKept = 300;
constexpr int kPickSide = 24; ///< what a hand has to hit

} // namespace

FrameStrip::FrameStrip(const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_pictures(kPicturesKept)
{
    QAccessible::installFactory(makeStripAccessible);
    setAccessibleName(tr("Frames"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    connect(&theme, &Theme::changed, this, [this] {
        measure();
        viewport()->update();
    });
}

QSize FrameStrip::sizeHint() const
{
    return {m_theme.px(280), m_theme.px(220)};
}

QSize FrameStrip::minimumSizeHint() const
{
    return {m_theme.px(140), m_theme.px(90)};
}

FrameStrip::Grid FrameStrip::grid() const
{
    Grid grid;
    const int gap = m_theme.px(kTileGap);
    const int room = viewport()->width() - gap;
    grid.columns = std::max(1, room / (m_theme.px(kTileLeast) + gap));
    const int width = std::max(room / grid.columns - gap, 16);
    const double shape = double(m_shape.height()) / std::max(m_shape.width(), 1);
    grid.pictureHeight = qRound(width * std::clamp(shape, 0.3, 1.0));
    grid.tile = {width, grid.pictureHeight + m_theme.px(kWordsRoom)};
    grid.rowHeight = grid.tile.height() + gap;
    return grid;
}

QRect FrameStrip::placeOf(std::size_t frame) const
{
    const Grid shape = grid();
    const int gap = m_theme.px(kTileGap);
    const auto idx = static_cast<int>(frame);
    const QPoint corner(gap + idx % shape.columns * (shape.tile.width() + gap),
                        gap + idx / shape.columns * shape.rowHeight - verticalScrollBar()->value());
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), QRect(corner, shape.tile));
}

std::optional<std::size_t> FrameStrip::frameAt(QPoint place) const
{
    const auto [first, end] = inSight();
    for (std::size_t idx = first; idx < end; ++idx) {
        if (placeOf(idx).contains(place))
            return idx;
    }
    return std::nullopt;
}

std::pair<std::size_t, std::size_t> FrameStrip::inSight() const
{
    const Grid shape = grid();
    const int top = verticalScrollBar()->value();
    const int bottom = top + viewport()->height();
    const auto first = static_cast<std::size_t>(top / shape.rowHeight * shape.columns);
    const auto end = static_cast<std::size_t>((bottom / shape.rowHeight + 1) * shape.columns);
    return {std::min(first, m_frames.size()), std::min(end, m_frames.size())};
}

QRect FrameStrip::pickPlace(const QRect& tile) const
{
    const int side = m_theme.px(kPickSide);
    return QStyle::visualRect(layoutDirection(), tile, QRect(tile.topLeft(), QSize(side, side)));
}

void FrameStrip::measure()
{
    const Grid shape = grid();
    const int rows = (static_cast<int>(m_frames.size()) + shape.columns - 1) / shape.columns;
    const int height = rows * shape.rowHeight + m_theme.px(kTileGap);
    verticalScrollBar()->setRange(0, std::max(height - viewport()->height(), 0));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(shape.rowHeight / 3);
    askForPictures();
}

void FrameStrip::setFrames(std::vector<StripFrame> frames)
{
    if (frames == m_frames)
        return;
    const std::int64_t at = m_frames.empty() ? 0 : m_frames[m_cursor].index;
    m_frames = std::move(frames);
    const auto same = std::lower_bound(
        m_frames.begin(), m_frames.end(), at,
        [](const StripFrame& frame, std::int64_t idx) { return frame.index < idx; });
    const auto last = m_frames.empty() ? 0 : m_frames.size() - 1;
    m_cursor = std::min(static_cast<std::size_t>(same - m_frames.begin()), last);
    m_anchor = m_cursor;
    const auto numSent = std::count_if(m_frames.begin(), m_frames.end(), isSent);
    setAccessibleDescription(tr("%n frames are sent", nullptr, int(numSent)));
    measure();
    viewport()->update();
}

void FrameStrip::forgetPictures()
{
    m_pictures.clear();
    m_shown = -1;
    m_pointedOut.reset();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

void FrameStrip::setPicture(const workspace::ClipPicture& picture)
{
    const workspace::Preview& pixels = picture.pixels;
    if (!pixels.rgb || picture.index < 0)
        return;
    const QImage image(pixels.rgb->data(), pixels.width, pixels.height, pixels.width * 3,
                       QImage::Format_RGB888);
    m_pictures.insert(picture.index, new QPixmap(QPixmap::fromImage(image.copy())));
    viewport()->update();
}

void FrameStrip::setShape(QSize frame)
{
    if (frame.isEmpty() || frame == m_shape)
        return;
    m_shape = frame;
    measure();
    viewport()->update();
}

void FrameStrip::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    viewport()->update();
}

void FrameStrip::setShown(std::int64_t index)
{
    if (index == m_shown)
        return;
    m_shown = index;
    viewport()->update();
}

void FrameStrip::setPointedOut(std::optional<std::int64_t> index)
{
    m_pointedOut = index;
    for (std::size_t idx = 0; index && idx < m_frames.size(); ++idx) {
        if (m_frames[idx].index == *index)
            reveal(idx);
    }
    viewport()->update();
}

void FrameStrip::reveal(std::size_t frame)
{
    const QRect tile = placeOf(frame);
    QScrollBar* bar = verticalScrollBar();
    if (tile.top() < 0)
        bar->setValue(bar->value() + tile.top() - m_theme.px(kTileGap));
    else if (tile.bottom() > viewport()->height())
        bar->setValue(bar->value() + tile.bottom() - viewport()->height() + m_theme.px(kTileGap));
}

std::optional<std::size_t> FrameStrip::cursor() const
{
    return m_frames.empty() ? std::nullopt : std::optional(m_cursor);
}

std::pair<std::size_t, std::size_t> FrameStrip::chosen() const
{
    return std::minmax(m_anchor, m_cursor);
}

/// What is in sight, and not what rushes by: nothing is asked for while it is hidden.
void FrameStrip::askForPictures()
{
    if (!isVisible())
        return;
    std::vector<std::int64_t> missing;
    const auto [first, end] = inSight();
    for (std::size_t idx = first; idx < end; ++idx) {
        if (!m_pictures.contains(m_frames[idx].index))
            missing.push_back(m_frames[idx].index);
    }
    if (!missing.empty())
        Q_EMIT picturesWanted(missing);
}

void FrameStrip::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    measure();
}

void FrameStrip::showEvent(QShowEvent* event)
{
    QAbstractScrollArea::showEvent(event);
    measure();
}

void FrameStrip::scrollContentsBy(int, int)
{
    viewport()->update();
    askForPictures();
}

bool FrameStrip::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto& help = static_cast<QHelpEvent&>(*event);
        const auto frame = frameAt(help.pos());
        QToolTip::showText(help.globalPos(), frame ? spokenWords(m_frames[*frame]) : QString(),
                           viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void FrameStrip::mousePressEvent(QMouseEvent* event)
{
    const auto frame = frameAt(event->pos());
    if (event->button() != Qt::LeftButton || !frame)
        return;
    moveCursor(*frame, event->modifiers());
    if (pickPlace(placeOf(*frame)).contains(event->pos()))
        togglePicked();
    else if (!event->modifiers().testFlag(Qt::ShiftModifier))
        Q_EMIT jumpAsked(m_frames[*frame].index);
}

void FrameStrip::togglePicked()
{
    if (m_isReadOnly || m_frames.empty())
        return;
    const auto [first, last] = chosen();
    const std::vector<StripFrame> wanted(m_frames.begin() + std::ptrdiff_t(first),
                                         m_frames.begin() + std::ptrdiff_t(last) + 1);
    const bool areSent = std::all_of(wanted.begin(), wanted.end(), isSent);
    Q_EMIT wished(wanted, areSent ? FrameWish::LeaveOut : FrameWish::Send);
}

void FrameStrip::moveCursorTo(std::size_t frame)
{
    moveCursor(frame, Qt::NoModifier);
}

void FrameStrip::moveCursor(std::size_t frame, Qt::KeyboardModifiers modifiers)
{
    if (frame >= m_frames.size())
        return;
    m_cursor = frame;
    if (!modifiers.testFlag(Qt::ShiftModifier))
        m_anchor = frame;
    m_pointedOut.reset();
    reveal(frame);
    tellCursor();
    viewport()->update();
}

void FrameStrip::tellCursor()
{
    if (!QAccessible::isActive() || !hasFocus())
        return;
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(static_cast<int>(m_cursor));
    QAccessible::updateAccessibility(&focus);
}

std::optional<std::size_t> FrameStrip::neighbour(int key) const
{
    const Grid shape = grid();
    const int side = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const int page = std::max(viewport()->height() / shape.rowHeight, 1) * shape.columns;
    const auto last = static_cast<int>(m_frames.size()) - 1;
    const auto now = static_cast<int>(m_cursor);
    int wanted = now;
    switch (key) {
    case Qt::Key_Left:
        wanted = now - side;
        break;
    case Qt::Key_Right:
        wanted = now + side;
        break;
    case Qt::Key_Up:
        wanted = now - shape.columns;
        break;
    case Qt::Key_Down:
        wanted = now + shape.columns;
        break;
    case Qt::Key_PageUp:
        wanted = std::max(now - page, 0);
        break;
    case Qt::Key_PageDown:
        wanted = std::min(now + page, last);
        break;
    case Qt::Key_Home:
        wanted = 0;
        break;
    case Qt::Key_End:
        wanted = last;
        break;
    default:
        return std::nullopt;
    }
    return static_cast<std::size_t>(wanted < 0 || wanted > last ? now : wanted);
}

void FrameStrip::keyPressEvent(QKeyEvent* event)
{
    if (m_frames.empty())
        return event->ignore();
    if (event->key() == Qt::Key_Space)
        return togglePicked();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return Q_EMIT jumpAsked(m_frames[m_cursor].index);
    const auto to = neighbour(event->key());
    if (!to)
        return event->ignore();
    moveCursor(*to, event->modifiers());
}

void FrameStrip::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    tellCursor();
    viewport()->update();
}

void FrameStrip::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace tf::ui
