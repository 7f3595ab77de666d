#pragma once

// What is running now, in the status row: name, stage, how far, how long still, and a way to stop
// it.
//
// Shows the job that began last; how many others there are stands beside it. Thread: main.

#include "app/workspace/jobs.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QProgressBar;

namespace tf::ui {

class IconButton;
class TextLabel;

class JobsLine : public QWidget {
    Q_OBJECT

public:
    explicit JobsLine(const Theme& theme, QWidget* parent = nullptr);

    /// Requires: it outlives this.
    void setJobs(workspace::Jobs& jobs);

private:
    void showJobs();

    workspace::Jobs* m_jobs = nullptr;
    TextLabel* m_text;
    QProgressBar* m_bar;
    IconButton* m_stop;
};

/// "Reading billing · counting tokens · 120 / 1,840 files · 12 s left".
[[nodiscard]] QString jobWords(const workspace::Job& job,
                               std::chrono::steady_clock::time_point now);

} // namespace tf::ui
