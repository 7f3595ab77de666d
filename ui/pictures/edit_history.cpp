#include "ui/pictures/edit_history.h"

namespace tf::ui {

namespace {

constexpr std::size_t kMostSteps = 200;

} // namespace

EditHistory::EditHistory(app::PictureEdit first)
    : m_steps{std::move(first)}
{
}

void EditHistory::add(app::PictureEdit edit)
{
    if (edit == now())
        return;
    m_steps.resize(m_place + 1);
    m_steps.push_back(std::move(edit));
    if (m_steps.size() > kMostSteps)
        m_steps.erase(m_steps.begin());
    m_place = m_steps.size() - 1;
}

void EditHistory::undo()
{
    if (canUndo())
        --m_place;
}

void EditHistory::redo()
{
    if (canRedo())
        ++m_place;
}

} // namespace tf::ui
