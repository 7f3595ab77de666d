#pragma once

// What a group computed for a prompt, and the ways to feed it one.

#include "engine/run/group.h"

#include <functional>
#include <vector>

namespace tf::test {

struct Trace {
    std::vector<float> logits; ///< [tokens][vocab]
    std::vector<float> hidden; ///< [layers + 1][tokens][hidden], as the golden files
    std::vector<std::int32_t> blocks;
    std::vector<std::int32_t> experts;
    std::vector<float> expertWeights; ///< before routedScale
};

/// How a prompt is fed: `chunk` tokens a step (0: all at once), its blocks on these pages.
struct Feeding {
    std::int64_t chunk = 0;
    std::int32_t firstPage = 0;
    std::int32_t pageStride = 1; ///< from one block's page to the next one's
};

/// Limits and types with which a tiny model of that config runs in F32; two threads.
engine::GroupOptions exactOptions(const engine::ModelConfig& config, int ranks = 1);

/// Loads or aborts with words.
std::unique_ptr<engine::Group> loadGroup(std::shared_ptr<const engine::Checkpoint> checkpoint,
                                         const engine::GroupOptions& options);

/// The pages of a sequence of `numTokens` tokens.
std::vector<std::int32_t> pagesFor(const engine::ModelConfig& config, std::size_t numTokens,
                                   const Feeding& feeding = {});

/// A step of one sequence whose tokens [begin, end) are new, with the logits of all of them.
std::shared_ptr<engine::Step> stepOf(const engine::ModelConfig& config,
                                     const std::vector<std::int32_t>& tokens, std::size_t begin,
                                     std::size_t end, const Feeding& feeding = {});

/// Feeds the whole prompt and looks into every layer.
Result<Trace> runTrace(engine::Group& group, const std::vector<std::int32_t>& tokens,
                       const Feeding& feeding = {});

/// The same in one step, but every layer begins with the hidden states given for it,
/// [layers + 1][tokens][hidden]: what a layer adds to the errors, and nothing of those before.
Result<Trace> runLayerByLayer(engine::Group& group, const std::vector<std::int32_t>& tokens,
                              const std::vector<float>& hidden);

/// Feeds the prompt; [tokens][vocab].
Result<std::vector<float>> runLogits(engine::Group& group, const std::vector<std::int32_t>& tokens,
                                     const Feeding& feeding = {});

/// ||got - want|| / ||want||.
double relativeError(const std::vector<float>& got, const std::vector<float>& want);
double cosine(const float* got, const float* want, std::size_t count);

} // namespace tf::test
