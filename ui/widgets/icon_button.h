#pragma once

// A small square button with a drawing, a tool tip and an accessible name.

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace tf::ui {

class IconButton : public QAbstractButton {
public:
    /// `name` is what a screen reader says and the tool tip shows.
    IconButton(const Theme& theme, Icon icon, const QString& name, QWidget* parent = nullptr);

    /// What it does now: another drawing, another name.
    void setMeaning(Icon icon, const QString& name);
    /// Filled while it is checked: what it switches on is a way of working.
    void setFilled(bool filled);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Icon m_icon;
    bool m_isFilled = false;
};

} // namespace tf::ui
