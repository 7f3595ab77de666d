#pragma once

// What the pass down needs for each output row: which four-row words, moved how far, and weights.
//
// Rows lie in words of four, from a multiple of four on. Where an output row's taps begin inside a
// word, either the weights are moved to fit, or, where that would take a word more, the words are.

#include "vision/picture/taps.h"
#include "vision/picture/weight_group.h"

#include <cstdint>
#include <vector>

namespace tf::vision {

struct DownRow {
    std::int32_t firstQuad = 0; ///< four rows are a quad
    std::int32_t lastQuad = 0;
    std::int32_t numGroups = 0;
    std::int32_t moved = 0; ///< rows that each word is moved by, 0 to 3
    std::size_t weights = 0; ///< place of its first group
};

struct DownTable {
    std::vector<DownRow> rows;
    std::vector<WeightGroup> weights;
    std::int32_t mostQuads = 0; ///< that an output row looks at
    std::int32_t mostGroups = 0;
};

DownTable downTable(const Taps& taps, Pieces pieces);

} // namespace tf::vision
