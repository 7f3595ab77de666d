#include "ui/viewer/place_history.h"

namespace tf::ui {

namespace {

constexpr std::size_t kMostPlaces = 200;

} // namespace

void PlaceHistory::go(ViewedPlace place)
{
    if (m_at > 0 && m_places[m_at - 1] == place)
        return;
    m_places.resize(m_at);
    m_places.push_back(std::move(place));
    if (m_places.size() > kMostPlaces)
        m_places.erase(m_places.begin());
    m_at = m_places.size();
}

std::optional<ViewedPlace> PlaceHistory::back()
{
    if (!canGoBack())
        return std::nullopt;
    return m_places[--m_at - 1];
}

std::optional<ViewedPlace> PlaceHistory::forward()
{
    if (!canGoForward())
        return std::nullopt;
    return m_places[m_at++];
}

void PlaceHistory::clear()
{
    m_places.clear();
    m_at = 0;
}

} // namespace tf::ui
