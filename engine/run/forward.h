#pragma once

// The model's pass over the rows of a step, written once for every device.
//
// It enqueues and never waits: no memory is taken, nothing is read back (but for a probe). Every
// rank runs the same calls; what differs is its shard. Thread: the rank's.

#include "engine/model/weights.h"
#include "engine/run/activations.h"
#include "engine/run/kv_pools.h"
#include "engine/run/probe.h"
#include "engine/run/step_rows.h"
#include "engine/run/stop_line.h"
#include "kernels/comm/collective.h"

#include <span>

namespace tf::engine {

/// What a pass works with; everything belongs to one rank and outlives it.
struct ForwardParts {
    const ModelConfig& config;
    const Shard& shard;
    const RankWeights& weights;
    const KvPools& pools;
    const Activations& activations;
    Device& device;
    Collective& all;
    Collective& sharers; ///< the ranks with the same KV heads
};

class Forward {
public:
    explicit Forward(const ForwardParts& parts)
        : m_parts(parts)
    {
    }

    /// Embedding and all layers; tokens and batch lie in the activations' step buffers, features
    /// take the place of embeddings. Ends early at the stop line, when a peer has failed, or when
    /// the probe says so.
    Result<> layers(const Batch& batch, std::span<const RowFeatures> features, StopLine& stopLine,
                    const Probe* probe) const;

    /// Logits of `count` rows of the step, from the step buffers' wanted[begin] on, into
    /// head.allLogits [ranks][count][vocabStride]. Requires: count <= Limits::logitRows.
    void head(std::int64_t begin, std::int64_t count, std::int64_t numRows) const;

private:
    ForwardParts m_parts;
};

} // namespace tf::engine
