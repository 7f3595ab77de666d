#include "ui/inspector/inspector_pane.h"

#include "ui/monitor/engine_panel.h"
#include "ui/widgets/tab_row.h"

#include <QHBoxLayout>
#include <QStackedWidget>

#include <algorithm>

namespace tf::ui {

InspectorPane::InspectorPane(const Theme& theme, workspace::Engines& engines, QWidget* parent)
    : Pane(theme, Token::SidePane, tr("Inspector"), parent)
    , m_tabs(new TabRow(theme))
    , m_pages(new QStackedWidget(this))
    , m_engine(new EnginePanel(theme, engines))
{
    addHeader(Icon::PaneRight, tr("Hide inspector (Ctrl+I)"));
    m_tabs->setAccessibleName(tr("What the inspector shows"));
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(6, 0, 6, 8);
    line->addWidget(m_tabs);
    addPart(row, 0);
    addPart(m_pages, 1);
    addTab(InspectorTab::Engine, tr("Engine"), m_engine, TabRoom::Scrolls);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int place) {
        m_pages->setCurrentIndex(place);
        Q_EMIT tabShown(shownTab());
    });
}

void InspectorPane::addTab(InspectorTab tab, const QString& name, QWidget* page, TabRoom room)
{
    const auto place = std::lower_bound(m_places.begin(), m_places.end(), tab);
    const auto idx = int(place - m_places.begin());
    const QSignalBlocker quiet(m_tabs); // the row would show another page before it is there
    m_places.insert(place, tab);
    m_pages->insertWidget(idx, room == TabRoom::Scrolls ? makeScrolled(page, m_pages) : page);
    m_tabs->insertTab(idx, name);
    m_pages->setCurrentIndex(m_tabs->currentIndex());
}

void InspectorPane::showTab(InspectorTab tab)
{
    const auto place = std::lower_bound(m_places.begin(), m_places.end(), tab);
    if (place != m_places.end() && *place == tab)
        m_tabs->setCurrentIndex(int(place - m_places.begin()));
}

InspectorTab InspectorPane::shownTab() const
{
    return m_places[static_cast<std::size_t>(m_tabs->currentIndex())];
}

} // namespace tf::ui
