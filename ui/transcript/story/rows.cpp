#include "ui/transcript/story/rows.h"

#include <algorithm>

namespace tf::ui {

void Rows::replaceFrom(std::size_t idx, std::span<const ShownRow> rows, const Guess& guess)
{
    m_rows.resize(idx);
    m_heights.truncate(idx);
    for (const ShownRow& row : rows) {
        m_heights.append(guess(row, before(m_rows.size())));
        m_rows.push_back(row);
    }
}

void Rows::guessAll(const Guess& guess)
{
    m_heights.truncate(0);
    for (std::size_t idx = 0; idx < m_rows.size(); ++idx)
        m_heights.append(guess(m_rows[idx], before(idx)));
}

std::size_t Rows::from(const RowKey& key) const
{
    const auto found = std::lower_bound(
        m_rows.begin(), m_rows.end(), key,
        [](const ShownRow& row, const RowKey& wanted) { return row.key < wanted; });
    return static_cast<std::size_t>(found - m_rows.begin());
}

} // namespace tf::ui
