#pragma once

// What a server says when it refuses or fails, in any of the shapes in use, and what to do then.
//
// OpenAI's error object, a bare string, MiniMax's base_resp inside a good answer, a page of HTML,
// or nothing. The words are the server's own and may hold anything: whoever shows them escapes
// them. Thread: any.

#include "engine/json/value.h"
#include "kernels/base/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tf::wire {

struct Trouble {
    std::int64_t status = 0; ///< of HTTP; 0: it came inside the answer
    std::int64_t vendorCode = 0; ///< MiniMax: 2013; 0: none
    std::string type; ///< as the server names it
    std::string text; ///< in the server's words, at most kMaxTroubleBytes
    std::string requestId;
    std::optional<std::int64_t> limitTokens; ///< the context that the words name

    bool operator==(const Trouble&) const = default;
};

inline constexpr std::size_t kMaxTroubleBytes = 2000;

enum class Remedy : std::uint8_t {
    RetryLater,
    CheckKey, ///< wrong key, or one of another region
    Pay,
    WaitForPlan, ///< the plan's window is used up
    Shorten,
    ChangeRequest,
    Refused, ///< by the server's filter
    Nothing,
};

/// Of the body of an answer whose status is no success.
[[nodiscard]] Trouble readTrouble(std::int64_t status, std::string_view body);

/// Of a JSON object that may be a good answer: nullopt when nothing is wrong.
[[nodiscard]] std::optional<Trouble> troubleIn(const json::Value& answer);

[[nodiscard]] Remedy remedyOf(const Trouble& trouble);
[[nodiscard]] Error errorOf(const Trouble& trouble);

} // namespace tf::wire
