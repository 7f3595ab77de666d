#pragma once

// The heights of a long list of rows: where each one begins, and which one stands at a place.
//
// A Fenwick tree, so that a change, an addition and a question cost the logarithm of their number.
// Thread: any, one at a time.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tf::ui {

class Heights {
public:
    void append(int height);
    /// Requires: count <= this->count().
    void truncate(std::size_t count);
    void set(std::size_t idx, int height);

    [[nodiscard]] std::size_t count() const { return m_heights.size(); }
    [[nodiscard]] int operator[](std::size_t idx) const { return m_heights[idx]; }
    /// Of all that stand before it; of count(): of all.
    [[nodiscard]] std::int64_t topOf(std::size_t idx) const;
    [[nodiscard]] std::int64_t total() const { return topOf(count()); }
    /// The row that covers that place; the first before all, the last after all.
    [[nodiscard]] std::size_t at(std::int64_t y) const;

private:
    std::vector<int> m_heights;
    std::vector<std::int64_t> m_sums; ///< [i] covers the i & -i rows that end at i - 1
};

} // namespace tf::ui
