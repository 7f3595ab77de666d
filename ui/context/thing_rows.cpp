#include "ui/context/thing_rows.h"

#include "ui/context/thing_row.h"

#include <QVBoxLayout>

namespace tf::ui {

namespace {

constexpr int kMostRowsShown = 5; ///< and a bit of the next

} // namespace

ThingRows::ThingRows(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_inside(new QWidget)
{
    auto* column = new QVBoxLayout(m_inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setWidget(m_inside);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    m_inside->setAutoFillBackground(false);
    m_inside->setAccessibleName(tr("Goes along, too"));
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void ThingRows::setThings(std::span<const workspace::TrayItem> items)
{
    std::size_t used = 0;
    for (const workspace::TrayItem& item : items) {
        if (item.kind == workspace::TrayKind::Repository)
            continue;
        if (used == m_rows.size()) {
            auto* row = new ThingRow(m_theme, m_inside);
            connect(row, &ThingRow::clicked, this,
                    [this, row] { Q_EMIT pressed(row->thing().kind, row->thing().id); });
            m_inside->layout()->addWidget(row);
            m_rows.push_back(row);
        }
        m_rows[used++]->setThing(item);
    }
    while (m_rows.size() > used) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    setVisible(!m_rows.empty());
    updateGeometry();
}

QSize ThingRows::sizeHint() const
{
    if (m_rows.empty())
        return {0, 0};
    const int row = m_rows.front()->sizeHint().height();
    const int all = row * numRows();
    return {m_theme.px(120), std::min(all, row * kMostRowsShown + row / 2)};
}

} // namespace tf::ui
