#include "app/wire/marker_filter.h"

#include "engine/text/answer/answer_marker.h"

#include <algorithm>
#include <utility>

namespace tf::wire {

std::string MarkerFilter::feed(std::string_view piece)
{
    m_held += piece;
    m_held = withoutMarkers(std::move(m_held));
    const auto numGiven = m_held.size() - text::heldBytes(m_held, text::kNamespace);
    std::string given = m_held.substr(0, numGiven);
    m_held.erase(0, numGiven);
    return given;
}

std::string MarkerFilter::finish()
{
    return std::exchange(m_held, {});
}

std::string withoutMarkers(std::string text)
{
    // Taking one out may put another together around it.
    for (auto at = text.find(text::kNamespace); at != std::string::npos;
         at = text.find(text::kNamespace, at - std::min(at, text::kNamespace.size())))
        text.erase(at, text::kNamespace.size());
    return text;
}

} // namespace tf::wire
