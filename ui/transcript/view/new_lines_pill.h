#pragma once

// "↓ 12 new lines": what came beneath the window, and the way there.
//
// Thread: main.

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace tf::ui {

class NewLinesPill : public QAbstractButton {
    Q_OBJECT

public:
    NewLinesPill(const Theme& theme, QWidget* parent);

    /// Hidden while there are none.
    void setLines(int numLines);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    int m_numLines = 0;
};

} // namespace tf::ui
