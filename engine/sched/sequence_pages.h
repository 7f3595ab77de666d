#pragma once

// The pages of one sequence: found in the prefix cache, grown as it goes on, given back at its end.
//
// Positions below numCached() hold what the text says; what lies behind them in the last pages is
// overwritten later. That is all it takes to reject a draft. Thread: engine.

#include "engine/run/step.h"
#include "engine/sched/prefix_cache.h"

#include <optional>

namespace tf::engine {

class SequencePages {
public:
    /// What the cache has of a text from numCached() on.
    struct Found {
        std::vector<std::int32_t> pages; ///< full ones, to be shared
        PrefixCache::Part part; ///< to be taken over or copied
    };

    [[nodiscard]] const std::vector<std::int32_t>& pages() const { return m_pages; }
    [[nodiscard]] std::int64_t numCached() const { return m_numCached; }

    /// Looks no further than `limit` positions from the start of the text.
    [[nodiscard]] Found find(const PrefixCache& cache, const SequenceText& text,
                             std::int64_t limit) const;
    /// Makes what was found ours. The copy, if there is one, must be made before the next step.
    /// Requires: `found` is fresh.
    [[nodiscard]] std::optional<PageCopy> adopt(PrefixCache& cache, const Found& found);

    /// False when the cache has no page left; the pages taken so far stay.
    [[nodiscard]] bool grow(PrefixCache& cache, std::int64_t numPositions);

    /// Positions up to `numCached` now hold what the text says; full pages become known.
    void commit(PrefixCache& cache, const SequenceText& text, std::int64_t numCached);

    /// Gives everything back. What is cached stays known for as long as there is room.
    void close(PrefixCache& cache, const SequenceText& text);

private:
    [[nodiscard]] std::int32_t lastKnown() const;

    std::vector<std::int32_t> m_pages;
    std::int64_t m_numCached = 0;
    std::size_t m_numKnown = 0; // pages, from the first on, that the cache knows
    bool m_chained = true; // false once a hash belonged to another block
};

} // namespace tf::engine
