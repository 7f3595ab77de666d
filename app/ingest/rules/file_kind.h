#pragma once

// Kinds of file that a model is better off without, told by their names.
//
// Version control, secrets, vendored code, build output, generated files, lock files, binaries.
// Names are compared without regard to the case of ASCII letters. The detail of a verdict is the
// entry of the table. Thread: any.

#include "app/ingest/listing.h"

#include <string_view>

namespace tf::ingest {

[[nodiscard]] Verdict kindOfFolder(std::string_view name);
/// The same for a folder in the root: `build` is output there, unless it is tracked.
[[nodiscard]] Verdict kindOfTopFolder(std::string_view name);
[[nodiscard]] Verdict kindOfFile(std::string_view name);

} // namespace tf::ingest
