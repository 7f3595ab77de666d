#pragma once

// A picture written as a PNG file: 8 bits, RGB, whole or not at all.
//
// Written by hand over zlib, so that no reader of PNG comes into this program. Thread: any.

#include "kernels/base/result.h"
#include "vision/picture/picture.h"

#include <filesystem>
#include <string>

namespace tf::app {

/// Requires: a picture of at least one pixel.
[[nodiscard]] Result<std::string> pngBytes(const vision::PictureView& picture);

/// Blocks: on the disk.
Result<> writePng(const std::filesystem::path& path, const vision::PictureView& picture);

} // namespace tf::app
