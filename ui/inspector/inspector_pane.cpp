#include "ui/inspector/inspector_pane.h"

#include "ui/monitor/engine_panel.h"
#include "ui/widgets/tab_row.h"

#include <QHBoxLayout>
#include <QStackedWidget>

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
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    addTab(tr("Engine"), m_engine);
}

void InspectorPane::addTab(const QString& name, QWidget* page)
{
    m_pages->addWidget(makeScrolled(page, m_pages));
    m_tabs->addTab(name);
}

void InspectorPane::showTab(int place)
{
    m_tabs->setCurrentIndex(place);
}

} // namespace tf::ui
