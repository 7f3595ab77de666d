#pragma once

// The line under the panes: a button for each side pane, what is running, how fast the engine
// answers, which version this is.

#include "app/workspace/engines.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QWidget>

namespace tf::ui {

class IconButton;
class JobsLine;
class SpeedLine;

class StatusRow : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(StatusRow)

public:
    /// Requires: `engines` outlives it.
    StatusRow(const Theme& theme, workspace::Engines& engines, QWidget* parent = nullptr);

    [[nodiscard]] IconButton* sessionsButton() const { return m_sessions; }
    [[nodiscard]] IconButton* inspectorButton() const { return m_inspector; }
    [[nodiscard]] JobsLine& jobs() { return *m_jobs; }
    [[nodiscard]] SpeedLine& speed() { return *m_speed; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    IconButton* m_sessions;
    IconButton* m_inspector;
    JobsLine* m_jobs;
    SpeedLine* m_speed;
};

} // namespace tf::ui
