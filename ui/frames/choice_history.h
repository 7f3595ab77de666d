#pragma once

// What a user chose of a clip, one after the other, and the way back.
//
// Thread: any.

#include "app/media/clip_choice.h"

#include <optional>
#include <vector>

namespace tf::ui {

class ChoiceHistory {
public:
    /// Another clip: nothing can be taken back.
    void begin(app::ClipChoice choice);
    /// The same choice again is no step.
    void note(app::ClipChoice choice);

    [[nodiscard]] const app::ClipChoice& now() const { return m_now; }
    [[nodiscard]] bool canUndo() const { return !m_past.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_future.empty(); }
    /// What holds now.
    const app::ClipChoice& undo();
    const app::ClipChoice& redo();

private:
    app::ClipChoice m_now;
    std::vector<app::ClipChoice> m_past;
    std::vector<app::ClipChoice> m_future;
};

} // namespace tf::ui
