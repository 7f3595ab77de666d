#pragma once

// Bytes in an address: "data:image/png;base64,…".

#include "kernels/base/result.h"

#include <string>
#include <string_view>

namespace tf::wire {

[[nodiscard]] std::string dataUri(std::string_view type, std::string_view bytes);

struct UriData {
    std::string type;
    std::string bytes;
};

/// BadInput when it is no base64 data address. Thread: any.
Result<UriData> readDataUri(std::string_view uri);

} // namespace tf::wire
