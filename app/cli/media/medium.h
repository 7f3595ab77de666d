#pragma once

// A picture or clip that a verb is about: its file, open, and a decoding process for it.

#include "vision/client/decoder.h"

#include <string>

namespace tf::cli {

struct Medium {
    std::string path;
    vision::Source source;
    vision::Decoder decoder;
};

/// The path is in the error.
Result<Medium> openMedium(const std::string& path);

/// What it is; the path is in the error. Blocks: until it is probed.
Result<vision::MediaFacts> factsOf(const Medium& medium, const CancelToken& cancel);

} // namespace tf::cli
