#pragma once

// Pictures and clips for m3 as files of patches: rows from a .npy file, and their grid.
//
// For comparing with references, which begin at the same patches.

#include "engine/media.h"
#include "kernels/base/result.h"

#include <memory>
#include <string>

namespace tf::cli {

/// Told by its first bytes; a file that cannot be read is none. Blocks: on the disk.
[[nodiscard]] bool isPatchFile(const std::string& file);

/// `grid`: "T,H,W"; T above 1 is a clip. Rows are bytes, or the floats that m3 patches writes.
/// Blocks: on the disk.
Result<std::shared_ptr<const engine::Media>> readPatchFile(const std::string& file,
                                                           const std::string& grid);

} // namespace tf::cli
