#include "app/endpoint/local/seen_before.h"

#include <algorithm>

namespace tf::endpoint {

namespace {

auto isOf(const wire::Part& part)
{
    return [&part](const SeenPart& seen) { return seen.part == part; };
}

} // namespace

const app::SeenMedium* SeenBefore::find(const wire::Part& part) const
{
    const auto found = std::find_if(m_parts.begin(), m_parts.end(), isOf(part));
    return found == m_parts.end() ? nullptr : &found->medium;
}

void SeenBefore::keep(SeenPart seen)
{
    const auto known = std::find_if(m_parts.begin(), m_parts.end(), isOf(seen.part));
    if (known != m_parts.end()) {
        m_parts.splice(m_parts.begin(), m_parts, known);
        return;
    }
    m_numBytes += seen.medium.media->rows.size();
    m_parts.push_front(std::move(seen));
    while (m_numBytes > m_room) {
        m_numBytes -= m_parts.back().medium.media->rows.size();
        m_parts.pop_back();
    }
}

} // namespace tf::endpoint
