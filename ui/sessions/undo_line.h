#pragma once

// What was just done, in one line with a button that takes it back; goes away when it is old.

#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QPushButton;

namespace tf::ui {

class TextLabel;

class UndoLine : public QWidget {
    Q_OBJECT

public:
    explicit UndoLine(const Theme& theme, QWidget* parent = nullptr);

    /// Replaces what stood there.
    void offer(const QString& text, std::function<void()> undo);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    TextLabel* m_text;
    QPushButton* m_button;
    QTimer m_age;
    std::function<void()> m_undo;
};

} // namespace tf::ui
