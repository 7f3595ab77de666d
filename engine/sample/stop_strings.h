#pragma once

// Finds the end of an answer by strings in its text, wherever the pieces of the text are cut.
//
// What might be the beginning of a stop string is held back, no more and no less; nothing else is
// lost. The string that is complete first ends the text, and of several that end together the
// longest. Takes linear time.

#include "kernels/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tf::engine {

enum class AnswerText : std::uint8_t { GoesOn, Ended };

class StopStrings {
public:
    struct Fed {
        std::string text; ///< that is certain now, without the stop string
        AnswerText state = AnswerText::GoesOn;
    };

    /// BadInput for an empty string.
    static Result<StopStrings> make(std::vector<std::string> strings);

    /// After the end nothing comes any more.
    Fed feed(std::string_view piece);
    /// What is held back, when the answer ends otherwise; starts anew.
    [[nodiscard]] std::string flush();

private:
    struct Pattern {
        std::string text;
        std::vector<std::size_t> shorter; // of n matched bytes, the next longest that may match
        std::size_t numMatched = 0;
    };
    struct Matched {
        std::size_t whole = 0; // bytes of the longest string that is complete
        std::size_t begun = 0; // bytes of the longest beginning of one
    };

    explicit StopStrings(std::vector<std::string> strings);
    static void advance(Pattern& pattern, char next);
    Matched advanceAll(char next);

    std::vector<Pattern> m_patterns;
    std::string m_held;
    AnswerText m_state = AnswerText::GoesOn;
};

} // namespace tf::engine
