#pragma once

// Questions that wait for the answer that runs: each can be edited, dropped, moved up, or sent at
// once.

#include "ui/theme/theme.h"

#include <QStringList>
#include <QWidget>

namespace tf::ui {

class QueueList : public QWidget {
    Q_OBJECT

public:
    explicit QueueList(const Theme& theme, QWidget* parent = nullptr);

    void show(const QStringList& questions);

Q_SIGNALS:
    void editAsked(int place);
    void removeAsked(int place);
    /// Before the one above it.
    void earlierAsked(int place);
    /// The answer that runs is stopped for it.
    void sendNowAsked(int place);

private:
    QWidget* make(int place, const QString& question);

    const Theme& m_theme;
    QStringList m_questions;
};

} // namespace tf::ui
