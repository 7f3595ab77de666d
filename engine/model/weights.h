#pragma once

// The weights of one rank: handles of its device, made once at load from a checkpoint's matrices.
//
// One walk over the layers says which slices of which matrices a rank keeps and in which form; it
// either asks the device to keep them or only how many bytes that would take. Router, norms,
// embedding, lm_head and index projections are never quantised here. A matrix that is stored
// quantised stays as it is unless floats are asked for.

#include "engine/model/shard.h"
#include "engine/model/vision_weights.h"
#include "kernels/api/device.h"
#include "kernels/base/cancel.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tf::engine {

enum class LoadForm : std::uint8_t { AsStored, F32, BF16, MxFp8, Int4 };

struct LoadOptions {
    LoadForm form = LoadForm::AsStored;
    std::int64_t int4Group = 128; ///< columns that share a scale when quantising to Int4
};

struct LayerWeights {
    const float* inputNorm = nullptr;
    const float* postNorm = nullptr;
    Weight query;
    Weight key;
    Weight value;
    Weight out;
    const float* queryNorm = nullptr; ///< null: no norm
    const float* keyNorm = nullptr;

    Weight indexQuery; ///< these four of a sparse layer alone
    Weight indexKey;
    const float* indexQueryNorm = nullptr;
    const float* indexKeyNorm = nullptr;

    const float* router = nullptr; ///< of an expert layer, as the next two
    const float* routerBias = nullptr;
    std::vector<ExpertWeights> experts; ///< this rank's, by id
    ExpertWeights shared; ///< the shared expert, or a dense layer's feed-forward; null: none
};

struct RankWeights {
    Weight embedding;
    std::vector<LayerWeights> layers;
    const float* norm = nullptr;
    Weight head;
    std::optional<VisionWeights> vision; ///< of rank 0, where the model sees
};

/// A matrix by its released name, as Checkpoint::matrix() gives it.
using MatrixSource = std::function<Result<StoredMatrix>(const std::string& name)>;

/// What is loaded and how; the references must outlive the call.
struct WeightOrder {
    const ModelConfig& config;
    const Shard& shard;
    const MatrixSource& source;
    LoadOptions options;
};

/// Called with the bytes kept so far, several times a second at least while files are read.
using BytesSink = std::function<void(std::uint64_t bytes)>;

/// Thread: the device's. The mapped bytes behind the source must outlive the device.
Result<RankWeights> loadWeights(const WeightOrder& order, Device& device, const BytesSink& progress,
                                const CancelToken& cancel);

/// What weights take, by how a token meets them.
struct WeightBytes {
    std::uint64_t always = 0; ///< every token does: attention, dense and shared parts, head
    std::uint64_t experts = 0; ///< those that a token's router chooses
    std::uint64_t vision = 0; ///< pictures and clips do

    [[nodiscard]] std::uint64_t total() const { return always + experts + vision; }
};

/// What loadWeights() would make the device keep.
Result<WeightBytes> weightBytes(const WeightOrder& order, const Device& device);

} // namespace tf::engine
