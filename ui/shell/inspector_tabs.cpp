// The tabs of a window's inspector, and how they follow the session that is shown.

#include "ui/inspector/inspector_pane.h"
#include "ui/shell/main_window.h"

namespace tf::ui {

void MainWindow::makeInspectorTabs() { }

void MainWindow::showInInspector(InspectorTab tab)
{
    if (m_panes->place(Side::Inspector) == Place::Hidden)
        m_panes->toggle(Side::Inspector);
    m_inspector->showTab(tab);
}

} // namespace tf::ui
