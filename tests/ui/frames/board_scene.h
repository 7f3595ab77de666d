#pragma once

// A board on a window of its own, and what it asks for.

#include "ui/frames/frames_board.h"

namespace tf::test {

class BoardScene {
public:
    explicit BoardScene(QSize size = {340, 760});

    [[nodiscard]] ui::FramesBoard& board() { return *m_board; }
    [[nodiscard]] ui::Theme& theme() { return m_theme; }
    [[nodiscard]] QWidget& window() { return m_window; }
    /// The ten minutes, and what is sent of them.
    void showClip(ui::BoardUse use = ui::BoardUse::Choosing);
    /// Of all labels that are shown, a line for each.
    [[nodiscard]] QString words() const;
    /// The choice that was made last.
    app::ClipChoice made;
    int numMade = 0;

private:
    ui::Theme m_theme;
    QWidget m_window;
    ui::FramesBoard* m_board;
};

} // namespace tf::test
