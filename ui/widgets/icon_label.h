#pragma once

// A drawing that says nothing a text beside it does not say; screen readers pass it by.

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace tf::ui {

class IconLabel : public QWidget {
public:
    IconLabel(const Theme& theme, Icon icon, int size, Token ink, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Icon m_icon;
    int m_size;
    Token m_ink;
};

} // namespace tf::ui
