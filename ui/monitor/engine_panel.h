#pragma once

// The engine that answers, at a glance: what it is, where data goes, how its last answers went.
//
// Shown as a tab of the inspector. Follows signals; nothing happens while nothing runs.
// Thread: main.

#include "app/workspace/engines.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace tf::ui {

class FactList;
class LoadCard;
class MemoryCard;
class RunningWatch;
class SetupForm;
class SpeedPlot;
class SpeedTable;
class TextLabel;

class EnginePanel : public QWidget {
    Q_OBJECT

public:
    /// Requires: `engines` outlives it.
    EnginePanel(const Theme& theme, workspace::Engines& engines, QWidget* parent = nullptr);

    /// nullptr: none is shown. What runs there is told while it runs.
    void setConversation(std::shared_ptr<workspace::Conversation> conversation);
    /// nullptr: none is chosen.
    void setEngine(const workspace::EngineChoice* engine);

    /// How the model on this machine is loaded.
    [[nodiscard]] SetupForm& setupForm() { return *m_setup; }

Q_SIGNALS:
    void loadAsked();
    void endpointAsked();

private:
    void makeParts();
    [[nodiscard]] QWidget* makeSpeeds();
    [[nodiscard]] QWidget* makeNone();
    void showEngine();
    void showLoadCard();
    void showSpeeds();
    void showRunning();

    const Theme& m_theme;
    workspace::Engines& m_engines;
    std::optional<workspace::EngineChoice> m_engine;
    RunningWatch* m_watch;
    QWidget* m_none = nullptr;
    TextLabel* m_name = nullptr;
    TextLabel* m_problem = nullptr;
    TextLabel* m_running = nullptr;
    LoadCard* m_load = nullptr;
    MemoryCard* m_memory = nullptr;
    SetupForm* m_setup = nullptr;
    QWidget* m_speeds = nullptr;
    TextLabel* m_last = nullptr;
    SpeedPlot* m_rates = nullptr;
    SpeedPlot* m_firstWords = nullptr;
    SpeedTable* m_table = nullptr;
    FactList* m_facts = nullptr;
};

} // namespace tf::ui
