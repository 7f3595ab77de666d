#include "ui/transcript/view/pointer.h"

namespace tf::ui {

namespace {

constexpr int kDragDistance = 4; // less is a shaking hand

} // namespace

Pointer::Pointer(Stage& stage, StageLook& look)
    : m_stage(stage)
    , m_look(look)
{
}

void Pointer::press(QPoint place, Extend extend)
{
    m_isDown = true;
    m_isMarking = false;
    m_place = place;
    m_pressedAt = place;
    m_unit = Unit::Sign;
    m_pressed = spotAt(m_stage, place);
    const std::optional<TextPlace> text = textAt(m_stage, place);
    if (!text)
        return;
    if (extend == Extend::Yes && !m_look.selection.isEmpty())
        m_look.selection.head = *text;
    else if (!m_pressed)
        m_look.selection = {*text, *text};
    m_origin = {*text, *text};
}

void Pointer::pressAgain(QPoint place)
{
    const std::optional<TextPlace> text = textAt(m_stage, place);
    if (!text || spotAt(m_stage, place))
        return press(place, Extend::No);
    m_unit = m_unit == Unit::Sign ? Unit::Word : Unit::Block;
    m_isDown = true;
    m_isMarking = true;
    m_place = place;
    m_origin =
        m_unit == Unit::Word ? wordAt(*text, m_stage.story()) : blockAt(*text, m_stage.story());
    m_look.selection = m_origin;
}

void Pointer::drag(QPoint place)
{
    m_place = place;
    if (!m_isDown)
        return;
    if (!m_isMarking && (place - m_pressedAt).manhattanLength() < kDragDistance)
        return;
    const std::optional<TextPlace> text = textAt(m_stage, place);
    if (!text)
        return;
    m_isMarking = true;
    m_pressed.reset();
    Selection here{*text, *text};
    if (m_unit == Unit::Word)
        here = wordAt(*text, m_stage.story());
    if (m_unit == Unit::Block)
        here = blockAt(*text, m_stage.story());
    const bool isBack = here.first() < m_origin.first();
    m_look.selection = isBack ? Selection{m_origin.last(), here.first()}
                              : Selection{m_origin.first(), here.last()};
}

std::optional<SpotId> Pointer::release(QPoint place)
{
    m_isDown = false;
    m_isMarking = false;
    const std::optional<SpotId> pressed = std::exchange(m_pressed, std::nullopt);
    return pressed && pressed == spotAt(m_stage, place) ? pressed : std::nullopt;
}

} // namespace tf::ui
