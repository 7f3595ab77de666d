#pragma once

// What stands beside a conversation, in tabs: what goes along, what is cited, the engine.

#include "app/workspace/engines.h"
#include "ui/inspector/inspector_tab.h"
#include "ui/widgets/pane.h"

#include <vector>

class QStackedWidget;

namespace tf::ui {

class EnginePanel;
class TabRow;

class InspectorPane : public Pane {
    Q_OBJECT

public:
    /// Requires: `engines` outlives it.
    InspectorPane(const Theme& theme, workspace::Engines& engines, QWidget* parent = nullptr);

    [[nodiscard]] EnginePanel& engine() { return *m_engine; }

    /// At its place among the others. Requires: it is not there yet.
    void addTab(InspectorTab tab, const QString& name, QWidget* page, TabRoom room);
    /// Nothing happens where it is not there.
    void showTab(InspectorTab tab);
    [[nodiscard]] InspectorTab shownTab() const;

Q_SIGNALS:
    void tabShown(tf::ui::InspectorTab tab);

private:
    TabRow* m_tabs;
    QStackedWidget* m_pages;
    EnginePanel* m_engine;
    std::vector<InspectorTab> m_places; ///< in their order in the row
};

} // namespace tf::ui
