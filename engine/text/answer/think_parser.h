#pragma once

// Splits an answer into reasoning and visible text while it is being written.
//
//  - Inside: all is reasoning up to the first closing tag, all after it is visible.
//  - After, Undecided: as long as nothing but white space came, one closing tag is dropped and an
//    opening tag begins reasoning. From the first other text on everything is visible, tags too.
// White space is never trimmed. Text is held back only while it could be the beginning of a tag
// that is awaited. A value: copy it to keep a state. Pure, no I/O. Thread: any, one at a time.

#include "engine/text/answer/answer_marker.h"
#include "engine/text/reply_start.h"

#include <string>
#include <string_view>
#include <vector>

namespace tf::text {

struct ThinkPiece {
    enum class Kind : std::uint8_t { Think, Visible, Marker };
    Kind kind = Kind::Visible;
    std::string text; ///< Marker: a tag that was understood; all pieces joined are the answer

    bool operator==(const ThinkPiece&) const = default;
};

class ThinkParser {
public:
    explicit ThinkParser(ReplyStart start);

    /// What became certain with these bytes; neighbours differ in kind.
    std::vector<ThinkPiece> feed(std::string_view bytes);
    /// What was held back. Nothing may be fed after it.
    std::vector<ThinkPiece> finish();

private:
    enum class State : std::uint8_t { Leading, Thinking, Visible };
    using Pieces = std::vector<ThinkPiece>;

    Pieces read(Reading reading);
    bool step(Pieces& pieces, Reading reading);
    bool stepLeading(Pieces& pieces, Reading reading);
    bool stepThinking(Pieces& pieces, Reading reading);
    void take(Pieces& pieces, ThinkPiece::Kind kind, std::size_t numBytes);
    [[nodiscard]] std::string_view rest() const;

    State m_state;
    bool m_dropsCloser;
    std::string m_pending;
    std::size_t m_taken = 0; ///< bytes of m_pending that are done with
};

} // namespace tf::text
