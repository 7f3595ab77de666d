#pragma once

// Names of pages in a row; the one that is shown has a line under it.

#include "ui/theme/theme.h"

#include <QTabBar>

namespace tf::ui {

class TabRow : public QTabBar {
    Q_OBJECT

public:
    explicit TabRow(const Theme& theme, QWidget* parent = nullptr);

protected:
    [[nodiscard]] QSize tabSizeHint(int tab) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int tab) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace tf::ui
