#pragma once

// How many bytes of a kind of file make a token, as measured over real trees.
//
// Tokens of what the model is shown, line numbers included.

#include <string_view>

namespace tf::ingest {

/// By the name's ending; of names without a known one what all files together gave. Thread: any.
[[nodiscard]] double bytesPerToken(std::string_view fileName);

} // namespace tf::ingest
