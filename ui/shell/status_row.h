#pragma once

// The line under the panes: a button for each side pane, what is running, which version this is.

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QWidget>

namespace tf::ui {

class IconButton;
class JobsLine;

class StatusRow : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(StatusRow)

public:
    explicit StatusRow(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] IconButton* sessionsButton() const { return m_sessions; }
    [[nodiscard]] IconButton* inspectorButton() const { return m_inspector; }
    [[nodiscard]] JobsLine& jobs() { return *m_jobs; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    IconButton* m_sessions;
    IconButton* m_inspector;
    JobsLine* m_jobs;
};

} // namespace tf::ui
