#pragma once

// The colours of some lines of a file, without reading all of it for each picture.
//
// Keeps the state before every 64th line. A line far behind what was read so far is plain until
// advance() has come to it. Thread: main.

#include "app/workspace/cited/line_text.h"
#include "ui/code/lexer.h"

#include <QString>

namespace tf::ui {

/// A line as it is shown: what is invisible, or turns the direction of what follows, stands as a
/// sign of its own, one for one; only the beginning of a very long line is there.
[[nodiscard]] QString shownLine(std::string_view line);
/// Signs of a line that are shown.
inline constexpr qsizetype kMostShown = 10'000;
/// Bytes that are cut off it; 0: none.
[[nodiscard]] std::size_t numCut(std::string_view line);

class LineInks {
public:
    /// nullptr: all is plain.
    explicit LineInks(const Language* language = nullptr)
        : m_language(language)
    {
    }

    /// As many spans as asked for; empty ones where nothing is known yet.
    [[nodiscard]] std::vector<InkedLine> lines(const workspace::LineText& text, std::size_t first,
                                               std::size_t last);
    /// Lines were asked for that are not known yet.
    [[nodiscard]] bool isBehind() const { return m_wanted > m_states.size() * kStep; }
    /// Reads on, some thousand lines at most.
    void advance(const workspace::LineText& text);

private:
    static constexpr std::size_t kStep = 64;

    void readStep(const workspace::LineText& text);

    const Language* m_language;
    std::vector<LexState> m_states{0}; ///< before line i * kStep
    std::size_t m_wanted = 0; ///< the line up to which states are wanted
};

} // namespace tf::ui
