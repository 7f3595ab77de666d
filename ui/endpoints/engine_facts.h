#pragma once

// The two things people must not get wrong: which engine answers, and what leaves the machine.
//
// The first is a button: behind it lie all engines, each with where its data goes. Thread: main.

#include "app/workspace/engines.h"
#include "ui/widgets/pill.h"

#include <QWidget>

namespace tf::ui {

class EngineFacts : public QWidget {
    Q_OBJECT

public:
    explicit EngineFacts(const Theme& theme, QWidget* parent = nullptr);

    /// Requires: they outlive it.
    void setEngines(workspace::Engines& engines);
    /// Empty: none is chosen.
    void setChosen(const std::string& name);
    /// Opens the menu of engines, for the keyboard.
    void openMenu();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// So that both say their brief words.
    [[nodiscard]] QSize briefSizeHint() const;

Q_SIGNALS:
    void chosen(const QString& name);
    /// The user wants to add an engine, or to change that one.
    void editAsked(const QString& name);
    void loadAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QSize around(const QSize& engine, const QSize& leaves) const;
    void place();
    void showEngine();
    void addChoices(QMenu& menu);

    const Theme& m_theme;
    workspace::Engines* m_engines = nullptr;
    std::string m_chosen;
    PillButton* m_engine;
    Pill* m_leaves;
};

/// "Nothing leaves this machine", "Goes to your network: box.local", "Leaves this machine: …".
[[nodiscard]] PillLook leavesLook(const workspace::EngineChoice* engine);
/// "No engine", "local · MiniMax-M3", "work · MiniMax-M3".
[[nodiscard]] PillLook engineLook(const workspace::EngineChoice* engine);

} // namespace tf::ui
