#pragma once

// Text taken line by line, and the small questions that are asked of a line.
//
// A carriage return before a line's end is no part of it. Thread: any.

#include <string>
#include <string_view>

namespace tf::works {

class Lines {
public:
    explicit Lines(std::string_view text)
        : m_rest(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    /// Requires: not at the end.
    std::string_view next()
    {
        const std::size_t end = m_rest.find('\n');
        std::string_view line = m_rest.substr(0, end);
        m_rest = end == std::string_view::npos ? std::string_view() : m_rest.substr(end + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        return line;
    }

private:
    std::string_view m_rest;
};

[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Of ASCII.
[[nodiscard]] std::string inSmallLetters(std::string_view text);
[[nodiscard]] bool isWordLetter(char letter); ///< of ASCII: a letter, a digit, '_'
/// `word` in small letters, in any case in `text`.
[[nodiscard]] bool speaksOf(std::string_view text, std::string_view word);

} // namespace tf::works
