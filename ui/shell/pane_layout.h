#pragma once

// The three panes beside each other, or the outer ones over the middle where the window is narrow.
//
// Owns the panes as their parent; keeps the user's wishes and widths. Thread: main.

#include "ui/shell/pane_arrangement.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/split_handle.h"

#include <QWidget>

namespace tf::ui {

class PaneLayout : public QWidget {
    Q_OBJECT

public:
    struct Panes {
        Pane* sessions;
        QWidget* conversation;
        Pane* inspector;
    };

    PaneLayout(const Theme& theme, Panes panes, QWidget* parent = nullptr);

    void restore(const settings::Window& state);
    /// The wishes and widths written into `state`.
    [[nodiscard]] settings::Window remembered(settings::Window state) const;

    void toggle(Side side);
    void hideFloating();
    [[nodiscard]] Place place(Side side) const;

    /// To the next (+1) or previous (−1) pane that is shown.
    void moveFocus(int step);

Q_SIGNALS:
    /// A pane came or went.
    void changed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void put(Side side, Place place);
    void placeFloating(Side side);
    void setLimits();
    void applyWidths();
    void noteWidths();
    [[nodiscard]] Pane* pane(Side side) const;
    [[nodiscard]] bool roomFor(Side side) const;

    const Theme& m_theme;
    Panes m_panes;
    PaneSplitter* m_splitter;
    PaneWishes m_wishes;
    int m_sessionsWidth = 240; // in design pixels, so that zooming keeps proportions
    int m_inspectorWidth = 340;
};

} // namespace tf::ui
