#pragma once

// The three inner loops of index and attention, each in plain C++ and in vector code.
//
// Rows (queries, softmax weights) and pages come in one of two forms: F32 as floats, BF16 as pairs
// of neighbours in one 32-bit word. Every row's numbers are summed in an order of its own that
// depends on nothing but the page's shape, so a row gives the same bits alone and in a tile.

#include "kernels/api/number.h"
#include "kernels/cpu/level.h"

#include <cstddef>
#include <cstdint>

namespace tf::cpu {

/// Rows times a page's table [inner][lanes].
struct Product {
    const std::byte* const* rows = nullptr; ///< [numRows], each of `inner` numbers
    std::int32_t numRows = 0;
    const std::byte* page = nullptr;
    std::int32_t inner = 0; ///< how many of the table's inner numbers count
    std::int32_t lanes = 0; ///< a multiple of 16
    float* out = nullptr; ///< [numRows][lanes]
    /// As large as the page, wanted next: fetched meanwhile. May be null.
    const std::byte* ahead = nullptr;
};

/// What a row has seen so far: softmax's largest score, and the sum of its weights under it.
struct SoftmaxState {
    float largest = 0; ///< -infinity: nothing yet
    float sum = 0;
};

/// One row's scores against one block, on their way to weights.
struct Soften {
    const float* scores = nullptr;
    std::int32_t count = 0; ///< visible keys
    float scale = 1.0F;
    SoftmaxState before;
    std::byte* weights = nullptr; ///< [count] in the form, zero up to an even count
    DType roundTo = DType::F32; ///< the type of the queries
};

struct Softened {
    SoftmaxState after;
    float shrink = 1.0F; ///< what everything summed before is multiplied by
};

struct BlockKernels {
    DType form = DType::F32;
    void (*multiply)(const Product&) = nullptr; ///< out = rows * page
    void (*multiplyAdd)(const Product&) = nullptr; ///< out += rows * page
    Softened (*soften)(const Soften&) = nullptr;
    void (*shrinkRow)(float* row, std::int32_t count, float factor) = nullptr;
    float (*largest)(const float* scores, std::int32_t count) = nullptr; ///< NaN is passed over
    /// Of the form BF16: E4M3 codes as bf16, one for one; `count` is a multiple of 32.
    void (*bytesToPairs)(const std::byte* bytes, std::int64_t count, std::byte* pairs) = nullptr;
    /// Of the form F32: pairs as floats, the first of each and the second; `count` pairs, a
    /// multiple of 16.
    void (*widenBf16)(const std::byte* pairs, std::int64_t count, float* first,
                      float* second) = nullptr;
    void (*widenFloat8)(const std::byte* pairs, std::int64_t count, float* first,
                        float* second) = nullptr;
};

/// The plain truth: floats.
BlockKernels plainKernels();

/// The best for these types: pairs where queries are BF16, the store is not F32, `dim` is even and
/// the level has a dot product for them; else floats.
BlockKernels kernelsFor(Level level, DType queryType, DType storeType, std::int32_t dim);

} // namespace tf::cpu
