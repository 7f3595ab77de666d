#pragma once

// A word or two that can be pressed, within a line of text: "Undo", "Send now".

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace tf::ui {

class TextButton : public QAbstractButton {
public:
    TextButton(const Theme& theme, const QString& text, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace tf::ui
