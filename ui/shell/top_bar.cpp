#include "ui/shell/top_bar.h"

#include "ui/endpoints/engine_facts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kLeastMenus = 40; // the arrow behind which they lie

/// As wide as its words. Mirrored, Qt's own would be as wide as it happens to be, and whatever
/// stands beside it would have to make room.
class Menus : public QMenuBar {
public:
    using QMenuBar::QMenuBar;

    [[nodiscard]] QSize sizeHint() const override
    {
        QRect words;
        for (QAction* action : actions())
            words = words.united(actionGeometry(action));
        const int margin = style()->pixelMetric(QStyle::PM_MenuBarHMargin, nullptr, this);
        return {words.width() + 2 * margin, QMenuBar::sizeHint().height()};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace

TopBar::TopBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_menus(new Menus(this))
    , m_facts(new EngineFacts(theme, this))
{
    // Never handed to a global menu: the facts beside it must stay in the window.
    m_menus->setNativeMenuBar(false);
    // Where it is narrow the facts grow shorter, not the menus.
    m_menus->setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_menus, 1);
    row->addWidget(m_facts);
}

/// Where even short facts have no room, menus go behind their arrow: which engine answers, and what
/// leaves this machine, must be readable.
void TopBar::shareRoom()
{
    const int arrow = m_theme.px(kLeastMenus);
    const int facts = std::max(std::min(m_facts->briefSizeHint().width(), width() - arrow),
                               m_facts->minimumSizeHint().width());
    m_facts->setMinimumWidth(facts);
    m_menus->setMinimumWidth(std::clamp(width() - facts, 1, m_menus->sizeHint().width()));
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    shareRoom();
}

bool TopBar::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) // the facts say something else
        shareRoom();
    return QWidget::event(event);
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bar));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Divider));
}

} // namespace tf::ui
