#pragma once

// The window's first line: menus, and at its end which engine answers and what leaves the machine.
//
// A widget of its own and no corner of the menu bar: screen readers do not look into that.

#include "ui/theme/theme.h"

#include <QWidget>

class QMenuBar;

namespace tf::ui {

class EngineFacts;

class TopBar : public QWidget {
public:
    explicit TopBar(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QMenuBar& menus() { return *m_menus; }
    [[nodiscard]] EngineFacts& facts() { return *m_facts; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void shareRoom();

    const Theme& m_theme;
    QMenuBar* m_menus;
    EngineFacts* m_facts;
};

} // namespace tf::ui
