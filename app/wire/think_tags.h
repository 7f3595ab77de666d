#pragma once

// Reasoning that stands in visible text between tags, told apart while it is being written.
//
// <think> and <mm:think> begin reasoning where the text begins, or right behind other reasoning;
// either closer ends it. Closers with nothing before them are dropped, those alone on a line too,
// unless it is a line of code between fences; all other tags are text, since answers quote them. A
// value. Thread: any, one at a time.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tf::wire {

struct ThinkPiece {
    enum class Kind : std::uint8_t {
        Think,
        Text,
        TextWasThink, ///< a closer came without its opener: all text so far was reasoning
    };
    Kind kind = Kind::Text;
    std::string text;

    bool operator==(const ThinkPiece&) const = default;
};

class ThinkTags {
public:
    /// What became certain with these bytes; pieces of one kind are joined.
    std::vector<ThinkPiece> feed(std::string_view bytes);
    /// What was held back. Nothing may be fed after it.
    std::vector<ThinkPiece> finish();

    /// Reasoning came by another way: a stray closer does not make text into reasoning any more.
    void knowThinking() { m_sawThinking = true; }

private:
    enum class State : std::uint8_t { Boundary, Think, Line, Text };
    enum class Reading : std::uint8_t { Goes, Ended };
    using Pieces = std::vector<ThinkPiece>;

    Pieces read(Reading reading);
    bool stepBoundary(Reading reading);
    bool stepThink(Pieces& pieces, Reading reading);
    bool stepLine(Pieces& pieces, Reading reading);
    bool stepText(Pieces& pieces);
    void dropStrayCloser(Pieces& pieces);
    void take(Pieces& pieces, ThinkPiece::Kind kind, std::size_t numBytes);
    [[nodiscard]] std::string_view rest() const;

    State m_state = State::Boundary;
    std::string m_held;
    std::size_t m_taken = 0; ///< bytes of m_held that are done with
    bool m_sawThinking = false;
    bool m_isFenced = false;
};

} // namespace tf::wire
