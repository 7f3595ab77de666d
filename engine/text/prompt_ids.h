#pragma once

// A rendered prompt as token ids: control tokens from the template alone, content as ordinary text.

#include "engine/text/prompt/segments.h"
#include "engine/text/tokens/encoder.h"

namespace tf::text {

/// For content that spells no control token these are the ids that the reference gives for the
/// joined text; where it does spell one, its letters are encoded and open nothing. Ordinary text
/// between two control tokens is one text to the splitter, whatever segments it comes from; but a
/// picture or clip begins a text of its own, whose first time stamp joins nothing before it.
/// Fails as Encoder::encode does. Thread: the encoder's.
Result<std::vector<TokenId>> promptIds(Encoder& encoder, const Tokenizer& tokenizer,
                                       std::span<const Segment> segments);

} // namespace tf::text
