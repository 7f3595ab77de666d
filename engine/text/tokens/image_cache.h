#pragma once

// The tokenizer image kept beside its tokenizer.json, as <file>.tfcache.
//
// A convenience that may fail in every way without anyone noticing but for the time: what is
// missing, stale, cut off or damaged is made anew; where nothing can be written nothing is.

#include "engine/text/tokens/tokenizer_image.h"

#include <filesystem>

namespace tf::text {

[[nodiscard]] std::filesystem::path cachePath(const std::filesystem::path& tokenizerFile);

/// The image, if it was made from a source with that mark. Thread: any.
Result<TokenizerImage> openCache(const std::filesystem::path& path, const SourceMark& source);

/// Written beside and moved into place, so that nobody ever sees a half. Thread: any.
Result<> writeCache(const std::filesystem::path& path, const TokenizerImage& image);

} // namespace tf::text
