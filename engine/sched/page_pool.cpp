#include "engine/sched/page_pool.h"

#include "kernels/base/check.h"

#include <algorithm>

namespace tf::engine {

PagePool::PagePool(std::int32_t numPages, std::int32_t numRanks)
    : m_numFree(numPages)
{
    CHECK(numPages > 0 && numRanks > 0, "a pool without pages or ranks");
    m_free.resize(static_cast<std::size_t>(numRanks));
    m_numUsers.resize(static_cast<std::size_t>(numPages));
    for (auto page = numPages - 1; page >= 0; --page) // the lowest are handed out first
        m_free[static_cast<std::size_t>(rankOf(page))].push_back(page);
}

std::int32_t PagePool::numUsers(std::int32_t page) const
{
    CHECK(page >= 0 && page < numPages(), "no such page");
    return m_numUsers[static_cast<std::size_t>(page)];
}

std::int32_t PagePool::rankOf(std::int32_t page) const
{
    return page % static_cast<std::int32_t>(m_free.size());
}

std::int32_t PagePool::fullestRank() const
{
    const auto fullest =
        std::max_element(m_free.begin(), m_free.end(), [](const auto& fewer, const auto& more) {
            return fewer.size() < more.size();
        });
    return static_cast<std::int32_t>(fullest - m_free.begin());
}

std::optional<std::int32_t> PagePool::takeFrom(std::int32_t rank)
{
    auto& free = m_free[static_cast<std::size_t>(rank)];
    if (free.empty())
        return std::nullopt;
    const auto page = free.back();
    free.pop_back();
    --m_numFree;
    m_numUsers[static_cast<std::size_t>(page)] = 1;
    return page;
}

std::optional<std::int32_t> PagePool::takeAfter(std::int32_t before)
{
    if (before != kNoPage) {
        if (const auto page = takeFrom(rankOf(before + 1)))
            return page;
    }
    return takeFrom(fullestRank());
}

std::optional<std::int32_t> PagePool::takeBeside(std::int32_t page)
{
    return takeFrom(rankOf(page));
}

void PagePool::share(std::int32_t page)
{
    CHECK(numUsers(page) > 0, "a free page is shared");
    ++m_numUsers[static_cast<std::size_t>(page)];
}

std::int32_t PagePool::drop(std::int32_t page)
{
    CHECK(numUsers(page) > 0, "a free page is dropped");
    const auto numLeft = --m_numUsers[static_cast<std::size_t>(page)];
    if (numLeft == 0) {
        m_free[static_cast<std::size_t>(rankOf(page))].push_back(page);
        ++m_numFree;
    }
    return numLeft;
}

} // namespace tf::engine
