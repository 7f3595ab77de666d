#pragma once

// One JSON object of a chat answer: a chunk of a stream, or the whole answer in one.
//
// Only what it says, field by field; what the fields of many chunks mean together is for
// reply_reader. Choices other than the first are passed over. Numbers are checked.

#include "app/wire/trouble.h"
#include "kernels/base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tf::wire {

/// The three members that reasoning comes in; the fourth shape is tags inside of content.
enum class ReasoningField : std::uint8_t { ReasoningContent, Reasoning, Details };
inline constexpr std::size_t kNumReasoningFields = 3;

/// More calls in one answer are a fault of the server.
inline constexpr std::int64_t kMaxCalls = 256;

struct CallDelta {
    std::optional<std::int64_t> index;
    std::string id;
    std::string name;
    std::string arguments;
    bool operator==(const CallDelta&) const = default;
};

struct Usage {
    std::optional<std::int64_t> promptTokens;
    std::optional<std::int64_t> cachedTokens; ///< of the prompt
    std::optional<std::int64_t> answerTokens; ///< reasoning included
    std::optional<std::int64_t> reasoningTokens;
    bool operator==(const Usage&) const = default;
};

/// Whether the texts continue what came, or are all there is.
enum class Extent : std::uint8_t { Piece, Everything };

struct Chunk {
    std::string id = {};
    std::string model = {};
    Extent extent = Extent::Piece;
    std::array<std::string, kNumReasoningFields> reasoning = {}; ///< by ReasoningField
    std::vector<json::Value> details = {}; ///< the entries of reasoning_details
    std::string content = {};
    std::vector<CallDelta> calls = {};
    std::string finish = {}; ///< as the server spells it; empty: goes on
    std::optional<Usage> usage = {};
    std::optional<Trouble> trouble = {};
    bool operator==(const Chunk&) const = default;
};

/// BadInput when it is no JSON object, or a call's index makes no sense. Thread: any.
Result<Chunk> readChunk(std::string_view text);

/// As our own server sends it: reasoning in reasoning_content. A Piece is written as a chunk of a
/// stream, Everything as a whole answer. readChunk(writeChunk(c)) gives c again, but for details.
[[nodiscard]] std::string writeChunk(const Chunk& chunk);

} // namespace tf::wire
