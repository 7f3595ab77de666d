// What the mouse and the keyboard do to a file that is read: marking, copying, going through it.

#include "ui/viewer/code_view.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kTextLeft = 8; // as it is painted
constexpr int kDragAgainMs = 30;

bool isOfWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

} // namespace

CodePlace CodeView::placeAt(QPoint point) const
{
    if (numLines() == 0)
        return {};
    const int line = std::clamp(topLine() + (point.y() < 0 ? -1 : point.y() / m_measures.codeLine),
                                0, numLines() - 1);
    const double x =
        point.x() - gutterWidth() - m_theme.px(kTextLeft) + horizontalScrollBar()->value();
    return {line, x <= 0 ? 0 : laidOut(line).offsetAt(x)};
}

CodeView::Marking CodeView::markingOf(Qt::KeyboardModifiers modifiers)
{
    return modifiers.testFlag(Qt::ShiftModifier) ? Marking::Extends : Marking::Anew;
}

void CodeView::moveHead(CodePlace to, Marking marking)
{
    const int before = m_head.line;
    m_head = to;
    if (marking == Marking::Anew)
        m_anchor = to;
    viewport()->update();
    if (before != to.line)
        Q_EMIT currentLineChanged(to.line);
}

void CodeView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || numLines() == 0)
        return;
    const CodePlace place = placeAt(event->pos());
    if (event->pos().x() >= gutterWidth())
        return moveHead(place, markingOf(event->modifiers()));
    m_anchor = {place.line, 0}; // a number stands for its line
    moveHead({place.line, int(lineText(place.line).size())}, Marking::Extends);
}

void CodeView::mouseMoveEvent(QMouseEvent* event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || numLines() == 0)
        return;
    m_pointer = event->pos();
    moveHead(placeAt(m_pointer), Marking::Extends);
    const bool isBeyond = m_pointer.y() < 0 || m_pointer.y() >= viewport()->height();
    if (!isBeyond)
        m_dragging.stop();
    else if (!m_dragging.isActive())
        m_dragging.start(kDragAgainMs, this);
}

void CodeView::mouseReleaseEvent(QMouseEvent*)
{
    m_dragging.stop();
}

void CodeView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const CodePlace place = placeAt(event->pos());
    const QString words = lineText(place.line);
    int begin = place.offset;
    int end = place.offset;
    while (begin > 0 && isOfWord(words[begin - 1]))
        --begin;
    while (end < words.size() && isOfWord(words[end]))
        ++end;
    m_anchor = {place.line, begin};
    moveHead({place.line, end}, Marking::Extends);
}

void CodeView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, &CodeView::copySelection)->setEnabled(hasSelection());
    menu->addAction(tr("Select all"), this, &CodeView::selectAll);
    menu->popup(event->globalPos());
}

bool CodeView::moveByKey(QKeyEvent* event)
{
    const bool withControl = event->modifiers().testFlag(Qt::ControlModifier);
    const int page = std::max(1, linesInSight() - 2);
    int line = m_head.line;
    switch (event->key()) {
    case Qt::Key_Up:
        line -= 1;
        break;
    case Qt::Key_Down:
        line += 1;
        break;
    case Qt::Key_PageUp:
        line -= page;
        break;
    case Qt::Key_PageDown:
        line += page;
        break;
    case Qt::Key_Home:
        if (!withControl)
            return horizontalScrollBar()->setValue(0), true;
        line = 0;
        break;
    case Qt::Key_End:
        if (!withControl)
            return horizontalScrollBar()->setValue(horizontalScrollBar()->maximum()), true;
        line = numLines() - 1;
        break;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = horizontalScrollBar()->singleStep();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value()
                                        + (event->key() == Qt::Key_Left ? -step : step));
        return true;
    }
    default:
        return false;
    }
    line = std::clamp(line, 0, std::max(0, numLines() - 1));
    moveHead({line, 0}, markingOf(event->modifiers()));
    bringIntoSight(line);
    return true;
}

void CodeView::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers().testFlag(Qt::AltModifier))
        return event->ignore(); // the way back and forward
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    if (event->key() == Qt::Key_F3)
        return findNext(event->modifiers().testFlag(Qt::ShiftModifier) ? Step::Previous
                                                                       : Step::Next);
    if (!moveByKey(event))
        event->ignore();
}

void CodeView::selectAll()
{
    if (numLines() == 0)
        return;
    m_anchor = {};
    moveHead({numLines() - 1, int(lineText(numLines() - 1).size())}, Marking::Extends);
}

/// Whole lines are copied as they are in the file, however much of them is shown.
QString CodeView::selectedText() const
{
    if (!m_text || !hasSelection())
        return {};
    const auto [first, last] = std::minmax(m_anchor, m_head);
    QByteArray bytes;
    for (int line = first.line; line <= last.line; ++line) {
        const std::string_view whole = m_text->line(std::size_t(line));
        const QString words = QString::fromUtf8(whole.data(), qsizetype(whole.size()));
        const qsizetype begin = line == first.line ? first.offset : 0;
        const bool toEnd = line < last.line || last.offset >= lineText(line).size();
        const qsizetype end = toEnd ? words.size() : last.offset;
        bytes += words.mid(begin, end - begin).toUtf8();
        if (line < last.line)
            bytes += '\n';
    }
    return QString::fromUtf8(bytes);
}

void CodeView::copySelection() const
{
    if (hasSelection())
        QApplication::clipboard()->setText(selectedText());
}

void CodeView::find(const QString& wanted)
{
    m_search.start(wanted);
    m_found.reset();
    if (m_text && !m_search.isDone())
        m_slices.start(0, this);
    viewport()->update();
    Q_EMIT foundChanged();
}

void CodeView::findNext(Step step)
{
    const std::size_t count = m_search.found().size();
    if (count == 0)
        return;
    const std::size_t here = m_found.value_or(0);
    m_found = step == Step::Next ? (here + 1) % count : (here + count - 1) % count;
    showFound();
    Q_EMIT foundChanged();
}

void CodeView::showFound()
{
    if (!m_found)
        m_found = m_search.firstFrom(std::size_t(topLine()));
    if (!m_found)
        m_found = m_search.isDone() ? std::optional<std::size_t>(0) : std::nullopt;
    if (!m_found || *m_found >= m_search.found().size())
        return;
    const FoundText& found = m_search.found()[*m_found];
    bringIntoSight(int(found.line));
    const double x = double(shownLine(m_text->line(found.line).substr(0, found.begin)).size())
        * m_measures.codeCell;
    const int left = horizontalScrollBar()->value();
    const int room = viewport()->width() - gutterWidth() - m_theme.px(60);
    if (x < left || x > left + room)
        horizontalScrollBar()->setValue(int(x) - room / 3);
    viewport()->update();
}

} // namespace tf::ui
