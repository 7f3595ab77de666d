#pragma once

// A model's folder made ready to answer: its weights in memory, its tokenizer, and who decodes
// pictures for it.
//
// Thread: any.

#include "app/endpoint/local/local_endpoint.h"

#include <filesystem>

namespace tf::endpoint {

using LoadTold = std::function<void(std::uint64_t bytesDone, std::uint64_t bytesTotal)>;

/// Cancelled when it was stopped. Blocks: until the weights are kept.
Result<LocalModel> openModel(const std::filesystem::path& folder, const LoadTold& told,
                             const CancelToken& cancel);

} // namespace tf::endpoint
