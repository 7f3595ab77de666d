#pragma once

// Where the lines of a text are in a later version of it.
//
// Lines that occur once in both hold the rest in place, as in a patience diff; the time is that of
// sorting the lines, whatever the texts are. Thread: any.

#include "app/workspace/cited/line_text.h"

#include <optional>

namespace tf::workspace {

class LineMap {
public:
    LineMap() = default;
    LineMap(const LineText& before, const LineText& now);

    /// Nothing: that line is not there any more. Lines from 0.
    [[nodiscard]] std::optional<std::size_t> nowOf(std::size_t before) const;
    [[nodiscard]] std::optional<std::size_t> beforeOf(std::size_t now) const;
    /// Where one would look for it: there, or beside the last line before it that is still there.
    [[nodiscard]] std::size_t nearestNow(std::size_t before) const;
    [[nodiscard]] std::size_t nearestBefore(std::size_t now) const;
    /// Nothing was changed.
    [[nodiscard]] bool isSame() const { return m_isSame; }

private:
    std::vector<std::size_t> m_now; ///< of each line before; kGone
    std::vector<std::size_t> m_before;
    bool m_isSame = true;
};

} // namespace tf::workspace
