#pragma once

// What goes along beside the repository, a line for each: pictures, clips, texts, with their
// tokens.
//
// A press asks for the place where such a thing is looked at. Many of them scroll. Thread: main.

#include "app/workspace/tray/tray_item.h"
#include "ui/theme/theme.h"

#include <QScrollArea>

#include <span>

namespace tf::ui {

class ThingRow;

class ThingRows : public QScrollArea {
    Q_OBJECT

public:
    explicit ThingRows(const Theme& theme, QWidget* parent = nullptr);

    void setThings(std::span<const workspace::TrayItem> items);
    [[nodiscard]] int numRows() const { return static_cast<int>(m_rows.size()); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

Q_SIGNALS:
    void pressed(tf::workspace::TrayKind kind, tf::workspace::TrayId id);

private:
    const Theme& m_theme;
    QWidget* m_inside;
    std::vector<ThingRow*> m_rows; ///< in the order of the items
};

} // namespace tf::ui
