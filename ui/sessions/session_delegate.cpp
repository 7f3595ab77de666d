#include "ui/sessions/session_delegate.h"

#include "ui/sessions/sessions_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/composition_guard.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTextLayout>

namespace tf::ui {

namespace {

constexpr int kHeadingHeight = 30;
constexpr int kSessionHeight = 46;
constexpr int kRowInset = 8;
constexpr int kTextInset = 8;

const SessionRow& rowOf(const QModelIndex& index)
{
    return static_cast<const SessionsModel*>(index.model())->row(index);
}

bool isHeading(const SessionRow& row)
{
    return row.kind == SessionRowKind::Heading || row.kind == SessionRowKind::TrashHeading;
}

/// In the direction of its own letters, at the side where the list begins.
void drawLine(QPainter& painter, const QRect& place, Qt::LayoutDirection side, const QString& text)
{
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(place,
                     int(QStyle::visualAlignment(side, Qt::AlignLeft | Qt::AlignVCenter))
                         | Qt::TextSingleLine,
                     text);
}

/// The excerpt so that the place that was found is in it, however narrow the pane is.
QString aroundMatch(const SessionRow& row, const QFontMetrics& metrics, int width)
{
    if (row.matchEnd == 0 || metrics.horizontalAdvance(row.detail.left(row.matchEnd)) < width)
        return row.detail;
    constexpr int kBefore = 12; // characters
    const qsizetype from = std::max(0, row.matchBegin - kBefore);
    // It begins with a whole word where there is one before the match.
    const qsizetype gap = from == 0 ? -1 : row.detail.indexOf(u' ', from - 1);
    const bool hasWord = gap >= 0 && gap < row.matchBegin;
    return QStringLiteral("…") + row.detail.mid(hasWord ? gap + 1 : from);
}

/// As drawLine places it, with that stretch marked.
void drawMarked(QPainter& painter, const QRect& place, Qt::LayoutDirection side,
                const QString& text, const QTextLayout::FormatRange& mark)
{
    QTextOption option(side == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    QTextLayout layout(QString(text).replace(u'\n', u' '), painter.font());
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(place.width());
    layout.endLayout();
    const double above = (place.height() - line.height()) / 2;
    layout.draw(&painter, QPointF(place.left(), place.top() + above), {mark});
}

} // namespace

SessionDelegate::SessionDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize SessionDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int height = isHeading(rowOf(index)) ? kHeadingHeight : kSessionHeight;
    return {option.rect.width(), m_theme.px(height)};
}

void SessionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    painter->save();
    const SessionRow& row = rowOf(index);
    if (isHeading(row))
        paintHeading(*painter, option, row);
    else
        paintSession(*painter, option, row);
    painter->restore();
}

void SessionDelegate::paintHeading(QPainter& painter, const QStyleOptionViewItem& option,
                                   const SessionRow& row) const
{
    const int inset = m_theme.px(kRowInset + kTextInset);
    QRect place = option.rect.adjusted(inset, m_theme.px(6), -inset, 0);
    if (row.kind == SessionRowKind::TrashHeading) {
        if (option.state.testFlag(QStyle::State_HasFocus))
            paintFocusRing(painter,
                           option.rect.adjusted(m_theme.px(4), m_theme.px(3), -m_theme.px(4), 0),
                           m_theme.px(4), m_theme);
        const int size = m_theme.px(14);
        const QRect icon(place.left(), place.center().y() - size / 2, size, size);
        paintIcon(painter, QStyle::visualRect(option.direction, option.rect, icon), Icon::Trash,
                  m_theme.color(Token::Icon));
        place.setLeft(place.left() + size + m_theme.px(6));
    }
    painter.setFont(m_theme.font(FontRole::Small));
    painter.setPen(m_theme.color(Token::TextMuted));
    drawLine(painter, QStyle::visualRect(option.direction, option.rect, place), option.direction,
             row.title);
}

void SessionDelegate::paintSession(QPainter& painter, const QStyleOptionViewItem& option,
                                   const SessionRow& row) const
{
    const QRect card = option.rect.adjusted(m_theme.px(kRowInset), m_theme.px(1),
                                            -m_theme.px(kRowInset), -m_theme.px(1));
    if (option.state.testFlag(QStyle::State_Selected))
        paintRounded(painter, card, m_theme.px(6), m_theme.color(Token::Selected));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        paintRounded(painter, card, m_theme.px(6), m_theme.color(Token::Hover));
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(painter, card, m_theme.px(6), m_theme);

    const int inset = m_theme.px(kTextInset);
    const QRect text = card.adjusted(inset, m_theme.px(5), -inset, -m_theme.px(5));
    const QRect upper(text.left(), text.top(), text.width(), text.height() / 2);
    const QRect lower(text.left(), upper.bottom() + 1, text.width(),
                      text.height() - upper.height());
    const bool trashed = row.kind == SessionRowKind::Trashed;
    const bool wasFound = row.kind == SessionRowKind::Found;
    painter.setFont(m_theme.font(wasFound ? FontRole::Strong : FontRole::Body));
    painter.setPen(m_theme.color(trashed ? Token::TextMuted : Token::Text));
    drawLine(painter, QStyle::visualRect(option.direction, option.rect, upper), option.direction,
             painter.fontMetrics().elidedText(row.title, Qt::ElideRight, upper.width()));
    paintDetail(painter, QStyle::visualRect(option.direction, option.rect, lower), option.direction,
                row);
}

void SessionDelegate::paintDetail(QPainter& painter, const QRect& place,
                                  Qt::LayoutDirection direction, const SessionRow& row) const
{
    painter.setFont(m_theme.font(FontRole::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    const QString shown =
        metrics.elidedText(aroundMatch(row, metrics, place.width()), Qt::ElideRight, place.width());
    const QString match = row.detail.mid(row.matchBegin, row.matchEnd - row.matchBegin);
    const qsizetype at = match.isEmpty() ? -1 : shown.indexOf(match);
    painter.setPen(m_theme.color(Token::TextMuted));
    if (at < 0)
        return drawLine(painter, place, direction, shown);
    QTextLayout::FormatRange mark{static_cast<int>(at), static_cast<int>(match.size()), {}};
    mark.format.setForeground(m_theme.color(Token::Text));
    mark.format.setBackground(m_theme.color(Token::FindHit));
    drawMarked(painter, place, direction, shown, mark);
}

/// A field that covers the row: what stands beneath would show through Qt's own.
QWidget* SessionDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                       const QModelIndex&) const
{
    auto* editor = new QLineEdit(parent);
    editor->setAccessibleName(
        QCoreApplication::translate("SessionDelegate", "Name of the session"));
    new CompositionGuard(*editor);
    return editor;
}

/// The view has it filter later than the guard, so it sees keys earlier.
bool SessionDelegate::eventFilter(QObject* editor, QEvent* event)
{
    const auto* guard = editor->findChild<CompositionGuard*>();
    const bool isKept = guard != nullptr && event->type() == QEvent::KeyPress
        && guard->keeps(*static_cast<QKeyEvent*>(event));
    return isKept || QStyledItemDelegate::eventFilter(editor, event);
}

void SessionDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                           const QModelIndex&) const
{
    const int inset = m_theme.px(kRowInset);
    editor->setGeometry(option.rect.adjusted(inset, m_theme.px(1), -inset, -m_theme.px(1)));
}

} // namespace tf::ui
