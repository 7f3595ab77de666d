#pragma once

// The tensors of one safetensors file: where each lies, held against the file's true size.
//
// A file that was cut off maps well and reads as zeros, so every place is checked before anything
// is read from it. Gaps between tensors are allowed, overlaps are not; any alignment is.

#include "kernels/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tf::engine {

struct StoredTensor {
    std::string name;
    std::string type; ///< as the file spells it: "BF16", "F8_E4M3"
    std::vector<std::int64_t> shape; ///< at most 63 bits of elements
    std::uint64_t begin = 0; ///< of its bytes in the file
    std::uint64_t end = 0;

    [[nodiscard]] std::uint64_t numBytes() const { return end - begin; }
};

struct SafetensorsHeader {
    std::vector<StoredTensor> tensors; ///< in written order
    std::uint64_t numBytes = 0; ///< of length and header; tensors begin here
};

/// "BF16 [128, 64]", for errors.
[[nodiscard]] std::string describe(std::string_view type, std::span<const std::int64_t> shape);

/// Reads nothing but the header of the file. Corrupt where the file is cut off or its parts do not
/// fit each other, BadInput where it is no such file. Thread: any.
Result<SafetensorsHeader> readSafetensors(std::span<const std::byte> file);

} // namespace tf::engine
