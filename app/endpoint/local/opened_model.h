#pragma once

// A model's folder made ready to answer: its weights in memory, its tokenizer, and who decodes
// pictures for it.
//
// Thread: any.

#include "app/endpoint/local/local_endpoint.h"

#include <filesystem>

namespace tf::endpoint {

using LoadTold = std::function<void(std::uint64_t bytesDone, std::uint64_t bytesTotal)>;

inline constexpr std::int64_t kUsualContext = 32'768;

/// What is opened, and how.
struct LocalOrder {
    std::filesystem::path folder;
    /// Positions for prompt and answer of all requests together, where the model takes that many.
    std::int64_t contextTokens = kUsualContext;
    int threads = 0; ///< 0: every CPU that this process may use
    std::shared_ptr<engine::ActivityBox> activity = {}; ///< null: nobody listens
};

/// Cancelled when it was stopped. Blocks: until the weights are kept.
Result<LocalModel> openModel(const LocalOrder& order, const LoadTold& told,
                             const CancelToken& cancel);

/// What that would take, and whether there is room. Blocks: reads the files' headers.
Result<engine::MemoryPlan> planModel(const LocalOrder& order, const CancelToken& cancel);

} // namespace tf::endpoint
