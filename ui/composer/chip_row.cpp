#include "ui/composer/chip_row.h"

#include "ui/composer/text_button.h"

#include <QResizeEvent>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

namespace tf::ui {

namespace {

using workspace::TrayId;
using workspace::TrayItem;

constexpr int kChipGap = 6;
constexpr int kMostRowsHeight = 172; ///< three rows and a bit of the next

} // namespace

ChipRow::ChipRow(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_inside(new QWidget)
    , m_undo(new TextButton(theme, tr("Undo removing"), m_inside))
{
    setWidget(m_inside);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    m_inside->setAutoFillBackground(false);
    m_inside->setAccessibleName(tr("Goes along with the question"));
    m_undo->hide();
    connect(m_undo, &QAbstractButton::clicked, this, &ChipRow::undoAsked);
    connect(&theme, &Theme::changed, this, &ChipRow::fit);
    hide();
}

Chip* ChipRow::make(const TrayItem& item)
{
    auto* chip = new Chip(m_theme, item, m_inside);
    const TrayId id = item.id;
    connect(chip, &Chip::removeAsked, this, [this, id] { remove(id); });
    connect(chip, &Chip::openAsked, this, [this, id] { Q_EMIT openAsked(id); });
    connect(chip, &Chip::undoAsked, this, &ChipRow::undoAsked);
    connect(chip, &Chip::nameAsked, this, [this, id] { Q_EMIT nameAsked(id); });
    chip->QWidget::show();
    return chip;
}

/// The keyboard stays where it was: with the neighbour.
void ChipRow::remove(TrayId id)
{
    const auto found = std::find_if(m_chips.begin(), m_chips.end(),
                                    [id](const Chip* chip) { return chip->id() == id; });
    if (found != m_chips.end() && m_chips.size() > 1) {
        const auto next = found + 1 == m_chips.end() ? found - 1 : found + 1;
        (*next)->setFocus(Qt::OtherFocusReason);
    }
    const bool isLast = m_chips.size() == 1;
    m_undo->setVisible(true);
    Q_EMIT removeAsked(id);
    if (isLast)
        Q_EMIT emptied();
}

void ChipRow::show(const std::vector<TrayItem>& items)
{
    std::vector<Chip*> chips;
    chips.reserve(items.size());
    for (const TrayItem& item : items) {
        const auto known = std::find_if(m_chips.begin(), m_chips.end(), [&item](const Chip* chip) {
            return chip != nullptr && chip->id() == item.id;
        });
        if (known == m_chips.end()) {
            chips.push_back(make(item));
            continue;
        }
        (*known)->show(item);
        chips.push_back(std::exchange(*known, nullptr));
    }
    for (Chip* gone : m_chips)
        delete gone;
    if (items.size() > m_chips.size())
        m_undo->hide(); // what was removed is back, or something else came
    m_chips = std::move(chips);
    setVisible(!m_chips.empty() || !m_undo->isHidden());
    fit();
}

int ChipRow::arrange(int width)
{
    const int gap = m_theme.px(kChipGap);
    const QRect all(0, 0, width, 0);
    int x = 0;
    int y = 0;
    int rowHeight = 0;
    const auto put = [&](QWidget& widget, QSize size) {
        size.setWidth(std::min(size.width(), width));
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += rowHeight + gap;
            rowHeight = 0;
        }
        widget.setGeometry(QStyle::visualRect(layoutDirection(), all, QRect(QPoint(x, y), size)));
        x += size.width() + gap;
        rowHeight = std::max(rowHeight, size.height());
    };
    for (Chip* chip : m_chips)
        put(*chip, chip->sizeHint());
    if (!m_undo->isHidden())
        put(*m_undo, m_undo->sizeHint());
    return y + rowHeight;
}

void ChipRow::fit()
{
    const int most = m_theme.px(kMostRowsHeight);
    int width = this->width();
    m_height = arrange(width);
    if (m_height > most) {
        width -= verticalScrollBar()->sizeHint().width();
        m_height = arrange(width);
    }
    m_inside->resize(width, m_height);
    updateGeometry();
}

QSize ChipRow::sizeHint() const
{
    return {m_theme.px(320), std::min(m_height, m_theme.px(kMostRowsHeight))};
}

QSize ChipRow::minimumSizeHint() const
{
    return {m_theme.px(120), sizeHint().height()};
}

void ChipRow::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

} // namespace tf::ui
