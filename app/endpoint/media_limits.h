#pragma once

// A request held against what its server takes: how many pictures and clips, how large.
//
// Thread: any.

#include "app/endpoint/server_kind.h"
#include "app/wire/chat_request.h"
#include "kernels/base/result.h"

namespace tf::endpoint {

/// BadInput names the part and the limit: "picture 3 has 12,000,000 bytes, …".
Result<> checkMedia(const wire::ChatRequest& request, const ServerKind& kind);

} // namespace tf::endpoint
