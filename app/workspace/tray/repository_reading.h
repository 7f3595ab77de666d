#pragma once

// A folder, repository, archive, bundle or git address read into what is sent of it.
//
// It can be looked at as soon as it is listed, with estimates; exact counts come after. Thread:
// any. Blocks: until it is packed.

#include "app/workspace/tray/reading.h"

namespace tf::workspace {

/// Told by the name, or by a bundle's first bytes, which `head` are.
[[nodiscard]] bool isPackedSource(std::string_view path, std::string_view head);

TakenResult readRepository(const Offer& offer, const ReadingMeans& means);

} // namespace tf::workspace
