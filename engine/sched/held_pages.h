#pragma once

// Pages of a text that stay while they are written to a file, or that wait to be filled from one.
//
// Close it in every case: it does not know its cache and cannot do so itself. Thread: engine; the
// pages themselves may be read or filled elsewhere meanwhile.

#include "engine/sched/sequence_pages.h"
#include "kernels/base/result.h"

namespace tf::engine {

class HeldPages {
public:
    /// The full pages that the cache has of the text's beginning.
    static HeldPages keep(PrefixCache& cache, SequenceText text);
    /// Pages for all of the text: those that are known, and new ones for the rest. OutOfMemory with
    /// the numbers when there are not enough.
    static Result<HeldPages> makeRoom(PrefixCache& cache, SequenceText text);

    [[nodiscard]] const SequenceText& text() const { return m_text; }
    [[nodiscard]] const std::vector<std::int32_t>& pages() const { return m_pages.pages(); }
    /// Pages from the first on that need not be filled.
    [[nodiscard]] std::size_t numFilled() const { return m_numFilled; }

    /// All pages now hold what the text says.
    void setFilled(PrefixCache& cache);
    /// Lets them go; those that are known stay so while there is room.
    void close(PrefixCache& cache);

private:
    explicit HeldPages(SequenceText text)
        : m_text(std::move(text))
    {
    }
    void adoptKnown(PrefixCache& cache);

    SequenceText m_text;
    SequencePages m_pages;
    std::size_t m_numFilled = 0;
};

} // namespace tf::engine
