#include "ui/context/tree/file_order.h"

#include <algorithm>

namespace tf::ui {

bool costsMore(const FileForest& forest, FileId one, FileId other)
{
    const FileNode& a = forest.at(one);
    const FileNode& b = forest.at(other);
    return a.sent != b.sent ? a.sent > b.sent : a.whole > b.whole;
}

FileOrder::FileOrder(const FileForest& forest, FileSort sort)
    : m_sort(sort)
{
    const auto size = static_cast<std::size_t>(forest.size());
    m_begins.assign(size + 1, 0);
    for (FileId id = 1; id < forest.size(); ++id)
        ++m_begins[static_cast<std::size_t>(forest.at(id).parent) + 1];
    for (std::size_t idx = 1; idx <= size; ++idx)
        m_begins[idx] += m_begins[idx - 1];
    m_children.resize(size);
    std::vector<std::uint32_t> next(m_begins.begin(), m_begins.end() - 1);
    for (FileId id = 1; id < forest.size(); ++id)
        m_children[next[static_cast<std::size_t>(forest.at(id).parent)]++] = id;
    m_rows.assign(size, 0);
    for (std::size_t folder = 0; folder < size; ++folder) {
        const auto begin = m_children.begin() + m_begins[folder];
        const auto end = m_children.begin() + m_begins[folder + 1];
        if (sort == FileSort::Tokens)
            std::stable_sort(begin, end, [&](FileId one, FileId other) {
                return costsMore(forest, one, other);
            });
        else // they stand by path already
            std::stable_partition(begin, end, [&](FileId id) { return forest.at(id).isFolder; });
        int row = 0;
        for (auto child = begin; child != end; ++child)
            m_rows[static_cast<std::size_t>(*child)] = row++;
    }
}

std::span<const FileId> FileOrder::children(FileId folder) const
{
    if (m_rows.empty())
        return {};
    const auto idx = static_cast<std::size_t>(folder);
    return std::span(m_children).subspan(m_begins[idx], m_begins[idx + 1] - m_begins[idx]);
}

} // namespace tf::ui
