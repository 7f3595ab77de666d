#pragma once

// A place in a line that is being taken apart: columns, tabs that are half used, white space ahead.
//
// Tabs stop at every fourth column of the line. Thread: any.

#include <cstddef>
#include <string>
#include <string_view>

namespace tf::ui {

class LineCursor {
public:
    /// Requires: `line` outlives the cursor.
    explicit LineCursor(std::string_view line);

    /// Columns of white space ahead.
    [[nodiscard]] int indent() const { return m_indent; }
    [[nodiscard]] bool isBlank() const { return m_textAt == m_line.size(); }
    /// From the next character that is no white space.
    [[nodiscard]] std::string_view rest() const { return m_line.substr(m_textAt); }
    /// The next character that is no white space; NUL at the end.
    [[nodiscard]] char next() const { return isBlank() ? '\0' : m_line[m_textAt]; }
    /// All that is left, half a tab as spaces.
    [[nodiscard]] std::string remaining() const;

    /// At most `count` columns of the white space ahead.
    void skipIndent(int count);
    /// The white space ahead and then `count` bytes, none of them a tab.
    void skip(std::size_t count);

private:
    void look();

    std::string_view m_line;
    std::size_t m_at = 0;
    int m_column = 0; ///< of m_at
    int m_spent = 0; ///< columns of the tab at m_at that are used already
    std::size_t m_textAt = 0;
    int m_indent = 0;
};

} // namespace tf::ui
