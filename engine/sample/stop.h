#pragma once

// When an answer ends: by a token, by a string in its text, or by its length.
//
// Bytes of a stop token are not part of the answer.

#include "engine/sample/stop_strings.h"

namespace tf::engine {

struct StopSettings {
    std::vector<std::int32_t> tokens;
    std::vector<std::string> strings;
    std::int64_t maxTokens = 0;
};

enum class StopReason : std::uint8_t { None, Token, String, Length };

class Stop {
public:
    struct Fed {
        std::string text; ///< that is certain now
        StopReason reason = StopReason::None;
    };

    /// BadInput for an empty string or no room for a token.
    static Result<Stop> make(StopSettings settings);

    /// The next token and the bytes that it completes. Requires: no reason came yet.
    Fed feed(std::int32_t token, std::string_view bytes);
    /// What is held back, when the answer is ended from outside.
    [[nodiscard]] std::string flush() { return m_strings.flush(); }

private:
    Stop(StopSettings settings, StopStrings strings);

    StopSettings m_settings;
    StopStrings m_strings;
    std::int64_t m_numTokens = 0;
};

} // namespace tf::engine
