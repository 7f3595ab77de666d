#pragma once

// Things of a tray put together as what goes along with a question.
//
// Thread: any.

#include "app/workspace/enclosure.h"
#include "app/workspace/tray/taken.h"

#include <span>

namespace tf::workspace {

/// Texts, pictures and clips each in the order given. nullptr where the policy does not let
/// something go, or where something cannot be read.
[[nodiscard]] std::shared_ptr<const Enclosure>
enclose(std::span<const std::shared_ptr<const Taken>> things, draft::LeakPolicy policy);

/// Both together. Requires: not both have a repository.
[[nodiscard]] std::shared_ptr<const Enclosure> joined(const Enclosure& first,
                                                      const Enclosure& second);

} // namespace tf::workspace
