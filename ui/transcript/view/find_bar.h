#pragma once

// The line over a conversation in which a text to look for is typed: "3 of 17".
//
// Thread: main.

#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace tf::ui {

class TranscriptView;

class FindBar : public QWidget {
    Q_OBJECT

public:
    /// `view` outlives it.
    FindBar(const Theme& theme, TranscriptView& view, QWidget* parent = nullptr);

    /// Shows it with the keyboard in it, and what was looked for last.
    void open();
    /// Shows it with that text found; the keyboard stays where it is.
    void openWith(const QString& text);
    /// Nothing is looked for any more; the keyboard goes to the conversation.
    void shut();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void alignText();
    void showCount();

    const Theme& m_theme;
    TranscriptView& m_view;
    QLineEdit* m_text;
    QLabel* m_count;
    QToolButton* m_previous;
    QToolButton* m_next;
};

} // namespace tf::ui
