#pragma once

// What m3 parse is asked to do, and its events as JSON.

#include "engine/text/answer/answer_parser.h"

#include <optional>

namespace tf::cli {

/// How an answer is to be read.
struct ParseOrder {
    text::ReplyStart start = text::ReplyStart::Undecided;
    std::shared_ptr<const text::Tools> tools;
    std::size_t chunkBytes = std::size_t(1) << 16;
};

/// BadInput unless it is enabled, disabled or adaptive.
Result<text::ReplyStart> replyStartOf(std::string_view mode);

/// BadInput unless it is a whole number from 1 on.
Result<std::size_t> chunkBytesOf(std::string_view number);

/// One event as a JSON object; nothing for an event that m3 does not print.
[[nodiscard]] std::optional<json::Value> eventJson(const text::AnswerEvent& event);

/// One line of --jsonl: {"text","tools","mode","chunk"} → {"events"}.
Result<std::string> parseCaseLine(const std::string& line);

} // namespace tf::cli
