#pragma once

// The line over a file in which a text to look for is typed: "3 of 17".
//
// Thread: main.

#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace tf::ui {

class CodeView;

class FileFindBar : public QWidget {
    Q_OBJECT

public:
    explicit FileFindBar(const Theme& theme, QWidget* parent = nullptr);

    /// Where it looks from now on; outlives it.
    void setView(CodeView& view);
    /// Shows it with the keyboard in it, and what was looked for last.
    void open();
    void shut();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showCount();

    const Theme& m_theme;
    CodeView* m_view = nullptr;
    QLineEdit* m_text;
    QLabel* m_count;
};

} // namespace tf::ui
