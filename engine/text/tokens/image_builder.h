#pragma once

// Turns the lists of a tokenizer.json into a tokenizer image, or says what does not fit together.

#include "engine/json/tokenizer_file.h"
#include "engine/text/tokens/tokenizer_image.h"

namespace tf::text {

/// BadInput with the token or merge that is wrong: ids or tokens twice, symbols that are no bytes,
/// bytes without a token, merges of or into unknown tokens. Thread: any.
Result<TokenizerImage> buildImage(const json::TokenizerFile& file, SourceMark source);

} // namespace tf::text
