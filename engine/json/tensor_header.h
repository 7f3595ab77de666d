#pragma once

// The JSON header of a safetensors file as a plain list: names, types, shapes, places, unchecked.
//
// Read in one pass without a tree, so that a header of a hundred thousand tensors costs little.
// Whether places lie in the file and fit the shapes is for engine/model to say.

#include "kernels/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tf::json {

/// More dimensions, tensors, or bytes of a name are refused.
inline constexpr std::size_t kMaxTensorRank = 8;
inline constexpr std::size_t kMaxTensors = std::size_t(1) << 20;
inline constexpr std::size_t kMaxTensorNameBytes = 1024;

struct HeaderTensor {
    std::string name;
    std::string type; ///< as spelled: "BF16"
    std::array<std::uint64_t, kMaxTensorRank> sizes = {};
    std::uint32_t rank = 0;
    std::uint64_t begin = 0; ///< of its bytes, counted from the end of the header
    std::uint64_t end = 0;

    [[nodiscard]] std::span<const std::uint64_t> shape() const
    {
        return std::span(sizes).first(rank);
    }
};

/// The tensors in written order; metadata is passed over. BadInput names the byte or the tensor;
/// two tensors of one name are refused. Thread: any.
Result<std::vector<HeaderTensor>> readTensorHeader(std::string_view text);

} // namespace tf::json
