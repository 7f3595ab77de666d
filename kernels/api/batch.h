#pragma once

// Which rows of a step belong to which sequence, where they stand in it, and where its cache lies.
//
// Positions count from 0 at the start of a sequence. A page holds one block of positions: page
// table entry b is the page of positions [b * block, (b + 1) * block).

#include <cstdint>

namespace tf {

struct BatchSequence {
    std::int32_t firstRow = 0;
    std::int32_t numRows = 0;
    std::int64_t firstPosition = 0; ///< of its first row; the rows follow one another
    const std::int32_t* pages = nullptr; ///< covers every position up to its last row
    std::int32_t numPages = 0;
};

struct Batch {
    const BatchSequence* sequences = nullptr;
    std::int32_t numSequences = 0;
    std::int32_t numRows = 0; ///< of all sequences together
};

} // namespace tf
