#pragma once

// What a mouse does to a conversation: marks text, presses what can be pressed.
//
// Thread: main.

#include "ui/transcript/view/spot_walk.h"
#include "ui/transcript/view/stage_painter.h"
#include "ui/transcript/view/text_cursor.h"

namespace tf::ui {

class Pointer {
public:
    /// Both outlive it.
    Pointer(Stage& stage, StageLook& look);

    enum class Extend : std::uint8_t { No, Yes };
    void press(QPoint place, Extend extend);
    /// The second click of two, or the third of three.
    void pressAgain(QPoint place);
    /// While a button is down.
    void drag(QPoint place);
    /// What was pressed and let go at the same place.
    [[nodiscard]] std::optional<SpotId> release(QPoint place);

    [[nodiscard]] bool isDown() const { return m_isDown; }
    [[nodiscard]] bool isMarking() const { return m_isMarking; }
    [[nodiscard]] QPoint place() const { return m_place; }

private:
    enum class Unit : std::uint8_t { Sign, Word, Block };

    Stage& m_stage;
    StageLook& m_look;
    std::optional<SpotId> m_pressed;
    Unit m_unit = Unit::Sign;
    Selection m_origin; ///< the word or the block that marking began with
    bool m_isDown = false;
    bool m_isMarking = false;
    QPoint m_place;
    QPoint m_pressedAt;
};

} // namespace tf::ui
