#pragma once

// All rows of a conversation in their order, with the height of each.
//
// Thread: main.

#include "ui/transcript/story/heights.h"
#include "ui/transcript/story/row.h"

#include <functional>
#include <span>
#include <vector>

namespace tf::ui {

class Rows {
public:
    /// How tall a row is, as far as anybody knows, beneath the one before it (nullptr: none).
    using Guess = std::function<int(const ShownRow& row, const ShownRow* before)>;

    /// What stood from that row on is gone; `rows` stand there instead.
    void replaceFrom(std::size_t idx, std::span<const ShownRow> rows, const Guess& guess);
    /// The same rows, measured anew.
    void guessAll(const Guess& guess);
    void setHeight(std::size_t idx, int height) { m_heights.set(idx, height); }

    [[nodiscard]] std::size_t count() const { return m_rows.size(); }
    [[nodiscard]] const ShownRow& operator[](std::size_t idx) const { return m_rows[idx]; }
    /// nullptr: it is the first.
    [[nodiscard]] const ShownRow* before(std::size_t idx) const
    {
        return idx == 0 ? nullptr : &m_rows[idx - 1];
    }
    [[nodiscard]] const Heights& heights() const { return m_heights; }
    /// The first row at or behind that key; count(): there is none.
    [[nodiscard]] std::size_t from(const RowKey& key) const;

private:
    std::vector<ShownRow> m_rows;
    Heights m_heights;
};

} // namespace tf::ui
