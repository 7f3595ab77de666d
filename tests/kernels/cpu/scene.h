#pragma once

// Sequences with random queries, keys and values, and a device that has them in its pages.
//
// Pages are handed out in random order and held something else before: every slot was first
// written with numbers that are not numbers, as a request leaves behind that went wrong. What is
// compared with an oracle are the numbers as the store keeps them.

#include "kernels/api/device.h"
#include "tests/support/gen.h"

#include <vector>

namespace tf::test {

struct SceneShape {
    std::int32_t block = 8;
    std::int32_t dim = 32;
    std::int32_t indexDim = 32;
    std::int32_t kvHeads = 2; ///< index heads too
    std::int32_t group = 2; ///< query heads of a KV head
    std::int32_t topK = 4;
    std::int32_t initBlocks = 0;
    std::int32_t localBlocks = 1;
    DType store = DType::F32;
    DType query = DType::F32;

    [[nodiscard]] std::int32_t numHeads() const { return kvHeads * group; }
};

/// The last numRows positions of a sequence are this step's.
struct SceneSequence {
    std::int64_t length = 0;
    std::int32_t numRows = 0;
    std::vector<std::int32_t> pages;
    std::vector<float> keys; ///< [length][kvHeads][dim], as stored
    std::vector<float> values;
    std::vector<float> indexKeys; ///< [length][indexDim]

    [[nodiscard]] std::int64_t firstPosition() const { return length - numRows; }
};

struct Scene {
    SceneShape shape;
    std::vector<SceneSequence> sequences;
    std::int32_t numPages = 0;
    std::int32_t numRows = 0;
    std::vector<float> query; ///< [rows][numHeads][dim], as the query type holds them
    std::vector<float> indexQuery; ///< [rows][kvHeads][indexDim]
};

/// `blocks` bounds the length of each sequence, in blocks.
Scene makeScene(Gen& gen, const SceneShape& shape, std::int32_t numSequences, std::int32_t blocks);

/// The same with one of its rows alone in the step.
Scene onlyRow(const Scene& scene, std::size_t seqIdx, std::int32_t rowOfSequence);

/// What the operations answered.
struct SceneAnswer {
    std::vector<std::int32_t> blocks; ///< [rows][kvHeads][topK]
    std::vector<float> out; ///< [rows][numHeads][dim]
};

enum class Blocks : std::uint8_t { Chosen, All };

/// Writes the caches, chooses blocks, attends; `shares` splits every sequence's pages.
SceneAnswer play(Device& device, const Scene& scene, Blocks which, std::int32_t shares = 1);

/// Rounded to a type and back.
float roundedTo(DType type, float value);

} // namespace tf::test
