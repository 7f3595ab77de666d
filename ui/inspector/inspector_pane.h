#pragma once

// What stands beside a conversation, in tabs: today the engine that answers.

#include "app/workspace/engines.h"
#include "ui/widgets/pane.h"

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

    /// Behind the others; it scrolls when it is taller than the pane.
    void addTab(const QString& name, QWidget* page);
    void showTab(int place);

private:
    TabRow* m_tabs;
    QStackedWidget* m_pages;
    EnginePanel* m_engine;
};

} // namespace tf::ui
