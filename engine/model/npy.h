#pragma once

// Arrays in numpy's own files, to hand logits and hidden states to scripts and to read them back.
//
// Format 1.0, little endian, C order, of float32, int32, int64 or bytes; whatever else a file may
// hold is refused by name.

#include "kernels/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <variant>
#include <vector>

namespace tf::engine {

using NpyNumbers = std::variant<std::vector<float>, std::vector<std::int32_t>,
                                std::vector<std::int64_t>, std::vector<std::uint8_t>>;

struct NpyArray {
    std::vector<std::int64_t> shape; ///< empty: one number
    NpyNumbers numbers; ///< as many as the shape says, the last dimension fastest
};

/// The array of a whole file. BadInput says what is wrong, Unsupported what is not read.
/// Thread: any.
Result<NpyArray> parseNpy(std::span<const std::byte> file);

/// parseNpy of the file there; the path is in the error. Thread: any. Blocks: on the disk.
Result<NpyArray> readNpy(const std::filesystem::path& path);

/// Requires: as many numbers as the shape says. A write that fails leaves a broken file.
Result<> writeNpy(const std::filesystem::path& path, std::span<const std::int64_t> shape,
                  std::span<const float> numbers);
Result<> writeNpy(const std::filesystem::path& path, std::span<const std::int64_t> shape,
                  std::span<const std::int32_t> numbers);

} // namespace tf::engine
