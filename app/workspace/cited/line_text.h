#pragma once

// A text with where each of its lines begins.
//
// Made once, off the main thread; any line of a million is there at once. Thread: any.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tf::workspace {

class LineText {
public:
    LineText() = default;
    explicit LineText(std::string text);

    /// What follows the last newline is a line, unless it is empty.
    [[nodiscard]] std::size_t numLines() const { return m_starts.size(); }
    /// From 0; without its end, "\r\n" too. Requires: there is one.
    [[nodiscard]] std::string_view line(std::size_t idx) const;
    [[nodiscard]] const std::string& text() const { return m_text; }
    /// Bytes of the longest line.
    [[nodiscard]] std::size_t longest() const { return m_longest; }
    /// Its lines end in "\r\n".
    [[nodiscard]] bool hasReturns() const { return m_hasReturns; }

private:
    std::string m_text;
    std::vector<std::size_t> m_starts;
    std::size_t m_longest = 0;
    bool m_hasReturns = false;
};

} // namespace tf::workspace
