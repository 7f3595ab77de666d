#pragma once

// What goes along with the question, as chips in as many rows as they need; many of them scroll.
//
// What was removed last can be brought back, by a word at the end or with Ctrl+Z.

#include "ui/composer/chip.h"

#include <QScrollArea>

#include <vector>

namespace tf::ui {

class ChipRow : public QScrollArea {
    Q_OBJECT

public:
    explicit ChipRow(const Theme& theme, QWidget* parent = nullptr);

    void show(const std::vector<workspace::TrayItem>& items);
    [[nodiscard]] int numChips() const { return static_cast<int>(m_chips.size()); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void openAsked(tf::workspace::TrayId id);
    void removeAsked(tf::workspace::TrayId id);
    void undoAsked();
    void nameAsked(tf::workspace::TrayId id);
    /// The last one went: the keyboard has to go somewhere.
    void emptied();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    Chip* make(const workspace::TrayItem& item);
    void remove(workspace::TrayId id);
    /// The height that this width takes; chips are put there.
    int arrange(int width);
    void fit();

    const Theme& m_theme;
    QWidget* m_inside;
    TextButton* m_undo;
    std::vector<Chip*> m_chips; ///< in the order of the items
    int m_height = 0; ///< of all rows
};

} // namespace tf::ui
