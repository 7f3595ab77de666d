#pragma once

// Where the model stands in its answer when it writes its first token, as the prompt's end says.
//
// The template that wrote the generation prompt knows it, the parsers of the answer need it. Nobody
// may find it out by looking for tags in the prompt: its instructions hold a literal pair.

#include <cstdint>

namespace tf::text {

enum class ReplyStart : std::uint8_t {
    Undecided, ///< adaptive: the model writes a tag of its own, or none
    Thinking, ///< enabled: the prompt ends in <mm:think>
    Answering, ///< disabled: the prompt ends in </mm:think>
};

} // namespace tf::text
