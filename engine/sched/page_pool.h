#pragma once

// The pages of the cache by number: which are free, and how many use each of the others.
//
// Where the context is split over ranks, page p lies on rank p % ranks. Pages of one sequence are
// handed out on one rank after the other as long as there are some, so that every rank reads the
// same share of it.

#include <cstdint>
#include <optional>
#include <vector>

namespace tf::engine {

inline constexpr std::int32_t kNoPage = -1;

class PagePool {
public:
    /// `numRanks` over which the context is split. Requires: both above zero.
    PagePool(std::int32_t numPages, std::int32_t numRanks);

    [[nodiscard]] std::int32_t numPages() const
    {
        return static_cast<std::int32_t>(m_numUsers.size());
    }
    [[nodiscard]] std::int32_t numFree() const { return m_numFree; }
    [[nodiscard]] std::int32_t numUsers(std::int32_t page) const;
    [[nodiscard]] std::int32_t rankOf(std::int32_t page) const;

    /// A free page, now used once: on the rank after that of `before`, or where most are free.
    [[nodiscard]] std::optional<std::int32_t> takeAfter(std::int32_t before);
    /// A free page on the rank of `page`, now used once.
    [[nodiscard]] std::optional<std::int32_t> takeBeside(std::int32_t page);

    /// One more uses it. Requires: someone does.
    void share(std::int32_t page);
    /// One less uses it; how many are left. The last one frees it.
    std::int32_t drop(std::int32_t page);

private:
    [[nodiscard]] std::int32_t fullestRank() const;
    std::optional<std::int32_t> takeFrom(std::int32_t rank);

    std::vector<std::vector<std::int32_t>> m_free; // by rank
    std::vector<std::int32_t> m_numUsers; // by page
    std::int32_t m_numFree;
};

} // namespace tf::engine
