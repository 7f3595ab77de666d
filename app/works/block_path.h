#pragma once

// Which file a fenced block says that it is: in its fence, on its first line, or right above it.
//
// Thread: any.

#include "app/works/fenced_block.h"

namespace tf::works {

/// As it was written, but for "./" before it; empty: it names none.
[[nodiscard]] std::string pathOf(const FencedBlock& block);

} // namespace tf::works
