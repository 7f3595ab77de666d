#pragma once

// Looks for words in a file, in slices: of a million lines, too.
//
// Upper and lower case of ASCII are the same. Thread: main.

#include "app/workspace/cited/line_text.h"

#include <QString>

#include <optional>

namespace tf::ui {

/// Of a line, in bytes.
struct FoundText {
    std::size_t line = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

class TextSearch {
public:
    /// An empty text is nowhere.
    void start(const QString& wanted);
    /// Some megabytes more; false: all of it was looked at.
    bool advance(const workspace::LineText& text);

    [[nodiscard]] const std::string& wanted() const { return m_wanted; }
    [[nodiscard]] bool isDone() const { return m_isDone; }
    /// Ascending.
    [[nodiscard]] const std::vector<FoundText>& found() const { return m_found; }
    /// The first at or behind that line; none: before it there may be some.
    [[nodiscard]] std::optional<std::size_t> firstFrom(std::size_t line) const;

private:
    std::string m_wanted; ///< in small letters
    std::vector<FoundText> m_found;
    std::size_t m_line = 0;
    bool m_isDone = true;
};

/// More are not looked for.
inline constexpr std::size_t kMostFound = 10'000;

} // namespace tf::ui
