#pragma once

// What git says on its standard error, understood: how far it is, and why it failed.
//
// Part of it is a server's own words, so nothing of it is shown but printable, without userinfo,
// and not much. Thread: any.

#include "app/ingest/obtain/choice.h"
#include "kernels/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace tf::ingest {

/// "Receiving objects:  45% (450/1000), 1.20 MiB | …"; nothing for all other lines.
[[nodiscard]] std::optional<ObtainProgress> gitProgress(std::string_view line);

/// `what`: the source as it may be shown. `ref` empty: none was asked for.
[[nodiscard]] Error gitError(std::string_view said, std::string_view what, std::string_view ref);

/// The server hands out files and cannot leave history out.
[[nodiscard]] bool wantsWholeHistory(std::string_view said);

/// The branch that a bundle is to be read at when its HEAD is not in it; empty when it is. `head`:
/// the bundle's beginning. BadInput when it holds no whole history, or no branch.
Result<std::string> bundleBranch(std::string_view head);

[[nodiscard]] bool isBundle(std::string_view head);

} // namespace tf::ingest
