#pragma once

// What was computed for a prompt, taken from a file before the question and kept there after it.

#include "engine/engine.h"

namespace tf::cli {

/// The prompt as the cache knows it. BadInput where the tokenizer writes other placeholders than
/// the model has.
Result<engine::SequenceText> cachedText(const engine::Request& request,
                                        const engine::ModelConfig& config);

/// Nothing where there is no such file yet. Blocks: until it is read.
Result<> restoreContext(engine::Engine& engine, const std::string& file, const CancelToken& cancel);

/// Blocks: until it is written.
Result<> keepContext(engine::Engine& engine, engine::SequenceText text, const std::string& file,
                     const CancelToken& cancel);

} // namespace tf::cli
