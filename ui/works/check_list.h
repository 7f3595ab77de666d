#pragma once

// What is said of the files: plain warnings, and what tools that are installed say of them.
//
// A check that did not run says why, and never looks as if it had passed. Thread: main.

#include "app/works/branch_works.h"
#include "app/works/tool_check.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace tf::ui {

class WorksWatch;

class CheckList : public QWidget {
    Q_OBJECT

public:
    /// Requires: `watch` outlives it.
    CheckList(const Theme& theme, WorksWatch& watch, QWidget* parent = nullptr);

Q_SIGNALS:
    /// A line of one of the files; 0: the file.
    void placeAsked(const QString& path, qint64 line);

private:
    void fill();
    void addWarnings();
    void addChecks();
    void addResult(const works::CheckResult& result);
    void addRefused();

    const Theme& m_theme;
    WorksWatch& m_watch;
    QVBoxLayout* m_column;
    QPushButton* m_button;
    QWidget* m_rows = nullptr;
};

} // namespace tf::ui
