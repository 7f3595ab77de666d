#pragma once

// One thing that goes along, in a line that can be pressed: its drawing, its name, its tokens.

#include "app/workspace/tray/tray_item.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace tf::ui {

class ThingRow : public QAbstractButton {
    Q_OBJECT

public:
    explicit ThingRow(const Theme& theme, QWidget* parent = nullptr);

    void setThing(const workspace::TrayItem& item);
    [[nodiscard]] const workspace::TrayItem& thing() const { return m_item; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString amount() const;

    const Theme& m_theme;
    workspace::TrayItem m_item;
};

} // namespace tf::ui
