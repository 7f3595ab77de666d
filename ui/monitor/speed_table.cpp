#include "ui/monitor/speed_table.h"

#include "ui/composer/estimate.h"
#include "ui/monitor/speed_words.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QPainter>

namespace tf::ui {

namespace {

constexpr int kSpeedRowHeight = 22;
constexpr int kCellMargin = 3; // as Qt leaves around the words of a cell

/// Digits stand under digits, in a window from right to left, too.
Qt::Alignment sideOf(int column)
{
    return column == 0 ? Qt::AlignLeft : Qt::AlignRight | Qt::AlignAbsolute;
}

/// Words in the theme's colours over a line, and no boxes.
class PlainHeader : public QHeaderView {
public:
    PlainHeader(const Theme& theme, QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_theme(theme)
    {
        setSectionResizeMode(QHeaderView::Fixed);
        setMinimumSectionSize(1);
        setFocusPolicy(Qt::NoFocus);
        viewport()->setAutoFillBackground(false);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme.font(FontRole::Small));
        return {0, 2 * metrics.lineSpacing() + m_theme.px(6)};
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        painter->setFont(m_theme.font(FontRole::Small));
        painter->setPen(m_theme.color(Token::TextMuted));
        const QRect words = rect.adjusted(kCellMargin, 0, -kCellMargin, -m_theme.px(4));
        painter->setLayoutDirection(layoutDirection());
        painter->drawText(words, int(sideOf(section)) | Qt::AlignBottom | Qt::TextDontClip,
                          model()->headerData(section, Qt::Horizontal).toString());
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                          m_theme.color(Token::Divider));
    }

private:
    const Theme& m_theme;
};

QString rateCell(const std::optional<double>& rate)
{
    return rate ? shownRate(*rate) : QString();
}

} // namespace

QStringList cellsOf(const workspace::AnswerSpeed& speed)
{
    return {shownClock(speed.ended),
            speed.toFirstWord ? shownTime(*speed.toFirstWord) : QString(),
            rateCell(speed.promptTokensPerSecond),
            rateCell(speed.answerTokensPerSecond),
            speed.promptTokens ? shortTokens(*speed.promptTokens) : QString(),
            cachedShare(speed)};
}

SpeedTable::SpeedTable(const Theme& theme, QWidget* parent)
    : QTableWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Last answers"));
    setHorizontalHeader(new PlainHeader(theme, this));
    setColumnCount(6);
    setHorizontalHeaderLabels({tr("When"), tr("First\nword"), tr("Read\ntok/s"),
                               tr("Answer\ntok/s"), tr("Prompt\ntok"), tr("From\ncache")});
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &SpeedTable::follow);
    follow();
}

void SpeedTable::show(std::span<const workspace::AnswerSpeed> speeds)
{
    const auto shown = std::min(speeds.size(), workspace::kLastSpeeds);
    setRowCount(static_cast<int>(shown));
    for (std::size_t row = 0; row < shown; ++row)
        fillRow(static_cast<int>(row), cellsOf(speeds[speeds.size() - 1 - row]));
    fitHeight();
    fitColumns();
}

void SpeedTable::resizeEvent(QResizeEvent* event)
{
    QTableWidget::resizeEvent(event);
    fitColumns();
}

void SpeedTable::changeEvent(QEvent* event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        fitColumns();
}

int SpeedTable::widestIn(int column) const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Small));
    int widest = 0;
    for (const QString& line : horizontalHeaderItem(column)->text().split(u'\n'))
        widest = std::max(widest, metrics.horizontalAdvance(line));
    for (int row = 0; row < rowCount(); ++row) {
        if (const auto* cell = item(row, column))
            widest = std::max(widest, metrics.horizontalAdvance(cell->text()));
    }
    return widest + 2 * kCellMargin;
}

/// Each as wide as its words; what is left is shared by the gaps between them.
void SpeedTable::fitColumns()
{
    const int gaps = columnCount() - 1;
    int spare = viewport()->width();
    for (int column = 0; column <= gaps; ++column)
        spare -= widestIn(column);
    // Numbers stand at the right: a gap is at the left of its column.
    const int first = layoutDirection() == Qt::RightToLeft ? 0 : 1;
    for (int column = 0; column <= gaps; ++column) {
        const int gap = column - first;
        const bool hasGap = gap >= 0 && gap < gaps;
        const int wide = hasGap ? spare * (gap + 1) / gaps - spare * gap / gaps : 0;
        setColumnWidth(column, widestIn(column) + wide);
    }
}

void SpeedTable::fillRow(int row, const QStringList& cells)
{
    for (int column = 0; column < cells.size(); ++column) {
        const QString& text = cells.at(column);
        // A number before its unit, in a window from right to left, too.
        auto* cell = new QTableWidgetItem(text.isEmpty() ? QStringLiteral("–")
                                              : layoutDirection() == Qt::RightToLeft
                                              ? QChar(0x2066) + text + QChar(0x2069)
                                              : text);
        cell->setTextAlignment(sideOf(column) | Qt::AlignVCenter);
        if (text.isEmpty()) {
            cell->setData(Qt::AccessibleTextRole, tr("unknown"));
            cell->setToolTip(tr("The engine did not say, or it came too fast to be measured."));
        }
        setItem(row, column, cell);
    }
}

void SpeedTable::follow()
{
    setFont(m_theme.font(FontRole::Small));
    QPalette inked = palette();
    inked.setColor(QPalette::Base, Qt::transparent);
    inked.setColor(QPalette::Text, m_theme.color(Token::Text));
    inked.setColor(QPalette::Highlight, m_theme.color(Token::Selected));
    inked.setColor(QPalette::HighlightedText, m_theme.color(Token::Text));
    setPalette(inked);
    fitHeight();
    fitColumns();
}

void SpeedTable::fitHeight()
{
    verticalHeader()->setDefaultSectionSize(m_theme.px(kSpeedRowHeight));
    setFixedHeight(horizontalHeader()->sizeHint().height()
                   + rowCount() * m_theme.px(kSpeedRowHeight));
}

} // namespace tf::ui
