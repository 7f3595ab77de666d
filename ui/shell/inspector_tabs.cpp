// The tabs of a window's inspector, and how they follow the session that is shown.

#include "ui/composer/composer.h"
#include "ui/inspector/inspector_pane.h"
#include "ui/shell/main_window.h"
#include "ui/works/works_page.h"

namespace tf::ui {

void MainWindow::makeInspectorTabs()
{
    m_works = new WorksPage(m_theme);
    m_inspector->addTab(InspectorTab::Files, tr("Files"), m_works, TabRoom::Scrolls);
    connect(m_works, &WorksPage::beginAsked, this, [this] { m_page->composer().openPresetMenu(); });
    connect(m_works, &WorksPage::exportAsked, m_page, &SessionPage::saveCode);
}

void MainWindow::showInInspector(InspectorTab tab)
{
    if (m_panes->place(Side::Inspector) == Place::Hidden)
        m_panes->toggle(Side::Inspector);
    m_inspector->showTab(tab);
}

} // namespace tf::ui
