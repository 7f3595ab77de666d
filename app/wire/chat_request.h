#pragma once

// A chat request as values, and as the JSON of OpenAI's chat completions in a server's dialect.
//
// Writing says what the server will not honour; nothing is dropped in silence. Reading takes what
// other programs send to us, names the place of every mistake, and passes over what it does not
// know. Thread: any.

#include "app/wire/dialect.h"
#include "app/wire/message.h"
#include "kernels/base/result.h"

#include <string>
#include <vector>

namespace tf::wire {

struct Sampling {
    std::optional<double> temperature;
    std::optional<double> topP;
    std::optional<std::int64_t> topK;
    std::optional<std::int64_t> seed;
    std::optional<std::int64_t> maxTokens;
    std::vector<std::string> stops;
    bool operator==(const Sampling&) const = default;
};

enum class Delivery : std::uint8_t { Streamed, Whole };

struct ChatRequest {
    std::string model;
    std::vector<Message> messages;
    std::vector<Tool> tools;
    std::optional<Thinking> thinking; ///< none: the server's default
    Sampling sampling;
    Delivery delivery = Delivery::Streamed;
    bool operator==(const ChatRequest&) const = default;
};

struct WrittenRequest {
    std::string body;
    std::vector<std::string> notes; ///< what the server does otherwise than asked
};

/// Error{Unsupported} for what this dialect has no way to say: a thinking mode, a clip without
/// frames. Requires: texts are valid UTF-8.
Result<WrittenRequest> writeRequest(const ChatRequest& request, const Dialect& dialect);

/// In the dialect of this program: thinking_mode, video_url with fps inside, reasoning_content.
/// BadInput: "messages[3].content: …".
Result<ChatRequest> readRequest(const json::Value& request);

/// The dialect that readRequest() reads.
[[nodiscard]] Dialect ownDialect();

} // namespace tf::wire
