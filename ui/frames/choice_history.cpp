#include "ui/frames/choice_history.h"

#include <utility>

namespace tf::ui {

namespace {

constexpr std::size_t kMostSteps = 200;

} // namespace

void ChoiceHistory::begin(app::ClipChoice choice)
{
    m_now = std::move(choice);
    m_past.clear();
    m_future.clear();
}

void ChoiceHistory::note(app::ClipChoice choice)
{
    if (choice == m_now)
        return;
    if (m_past.size() == kMostSteps)
        m_past.erase(m_past.begin());
    m_past.push_back(std::exchange(m_now, std::move(choice)));
    m_future.clear();
}

const app::ClipChoice& ChoiceHistory::undo()
{
    if (!m_past.empty()) {
        m_future.push_back(std::exchange(m_now, std::move(m_past.back())));
        m_past.pop_back();
    }
    return m_now;
}

const app::ClipChoice& ChoiceHistory::redo()
{
    if (!m_future.empty()) {
        m_past.push_back(std::exchange(m_now, std::move(m_future.back())));
        m_future.pop_back();
    }
    return m_now;
}

} // namespace tf::ui
