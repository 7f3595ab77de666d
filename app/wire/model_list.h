#pragma once

// What a server says about its models at /v1/models, in the shapes that servers use.

#include "kernels/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tf::wire {

struct ListedModel {
    std::string id;
    std::optional<std::int64_t> maxTokens; ///< of prompt and answer together
    std::optional<bool> takesImages;
    std::optional<bool> takesVideo;

    bool operator==(const ListedModel&) const = default;
};

/// BadInput when it is no list of models. Thread: any.
Result<std::vector<ListedModel>> readModelList(std::string_view text);

} // namespace tf::wire
