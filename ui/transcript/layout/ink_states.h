#pragma once

// The colours of some lines of a long code, without reading all of it each time.
//
// Keeps the state before every 64th line. A line far behind what was read so far is plain until
// advance() has come to it. Thread: main.

#include "ui/code/lexer.h"
#include "ui/markdown/block.h"

namespace tf::ui {

/// Without its end.
[[nodiscard]] QStringView lineOf(const Code& code, std::size_t lineIdx);

class InkStates {
public:
    explicit InkStates(const QString& language);

    /// As many spans as asked for; empty ones where nothing is known yet.
    [[nodiscard]] std::vector<InkedLine> lines(const Code& code, std::size_t first,
                                               std::size_t last);
    /// Lines were asked for that are not known yet.
    [[nodiscard]] bool isBehind() const { return m_wanted > m_states.size() * kStep; }
    /// Reads on, some thousand lines at most.
    void advance(const Code& code);

    [[nodiscard]] const Language* language() const { return m_language; }

private:
    static constexpr std::size_t kStep = 64;

    void readStep(const Code& code);

    const Language* m_language;
    std::vector<LexState> m_states{0}; ///< before line i * kStep
    std::size_t m_wanted = 0; ///< the line up to which states are wanted
};

} // namespace tf::ui
