#pragma once

// Pictures and clips for m3 as files of patches: rows of bytes from a .npy file, and their grid.
//
// For comparing with references, which begin at the same patches.

#include "engine/media.h"
#include "kernels/base/result.h"

#include <memory>
#include <string>
#include <vector>

namespace tf::cli {

/// One file for each grid, "T,H,W"; T above 1 is a clip. Bytes mean what OpenAI's CLIP normalises
/// them to. Blocks: on the disk.
Result<std::vector<std::shared_ptr<const engine::Media>>>
readPatchFiles(const std::vector<std::string>& files, const std::vector<std::string>& grids);

} // namespace tf::cli
