#pragma once

// What became of a repository since the last answer, in a line, and what can be done about it.
//
// Nothing is shown where all is as it was sent. Thread: main.

#include "app/workspace/source_changes.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;

namespace tf::ui {

class TextButton;
class TextLabel;

class ChangesLine : public QWidget {
    Q_OBJECT

public:
    explicit ChangesLine(const Theme& theme, QWidget* parent = nullptr);

    /// The first of them with files counts; none: the line goes.
    void setChanges(const std::vector<workspace::SourceChange>& changes);

Q_SIGNALS:
    void sendAsked(const tf::workspace::SourceChange& change, tf::workspace::Sends sends);
    void ignoreAsked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    workspace::SourceChange m_change;
    TextLabel* m_words;
    QWidget* m_buttons;
};

/// "2 added, 1 changed, 1 removed"
[[nodiscard]] QString changeCounts(const workspace::SourceChange& change);

} // namespace tf::ui
