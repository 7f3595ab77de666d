#pragma once

// What was done to a picture, step by step: each can be taken back, and done once more.
//
// Thread: main.

#include "app/media/picture_edit.h"

#include <vector>

namespace tf::ui {

class EditHistory {
public:
    explicit EditHistory(app::PictureEdit first = {});

    [[nodiscard]] const app::PictureEdit& now() const { return m_steps[m_place]; }
    /// Nothing happens when it is what there is.
    void add(app::PictureEdit edit);
    [[nodiscard]] bool canUndo() const { return m_place > 0; }
    [[nodiscard]] bool canRedo() const { return m_place + 1 < m_steps.size(); }
    void undo();
    void redo();

private:
    std::vector<app::PictureEdit> m_steps;
    std::size_t m_place = 0;
};

} // namespace tf::ui
