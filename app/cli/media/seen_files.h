#pragma once

// Picture and clip files that a model shall see, and the options that say how.

#include "app/cli/media/size_flags.h"
#include "app/media/seen_media.h"
#include "engine/model/config.h"

namespace tf::cli {

struct SeeingFlags {
    SizeWishes sizes;
    app::ClipFrames frames = app::ClipFrames::Rate;
    double fps = 1;
};

/// Takes --fps, --events and those of readSizeWishes().
SeeingFlags readSeeingFlags(Options& options);

/// Lines for a usage.
[[nodiscard]] std::string_view seeingFlagsHelp();

/// Unsupported where the checkpoint in that folder reads text alone.
Result<> checkSees(const engine::ModelConfig& config, const std::filesystem::path& model);

enum class FileKind : std::uint8_t {
    Picture,
    Clip,
    Either,
};

/// What the file is beyond `kind` is BadInput; the path is in the error. Blocks: until it is read,
/// with a line of progress.
Result<app::SeenMedium> seeFile(const std::string& path, FileKind kind, const SeeingFlags& flags,
                                const CancelToken& cancel);

} // namespace tf::cli
