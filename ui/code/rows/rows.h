#pragma once

// The languages that are known, a row each.
//
// Fences name them by what stands first in `names`. Thread: any.

#include "ui/code/language.h"

namespace tf::ui {

[[nodiscard]] std::span<const Row> systemRows(); ///< C and what is compiled near the machine
[[nodiscard]] std::span<const Row> objectRows(); ///< Java and its like
[[nodiscard]] std::span<const Row> scriptRows();
[[nodiscard]] std::span<const Row> functionalRows();
[[nodiscard]] std::span<const Row> shellRows(); ///< shells and what builds and deploys
[[nodiscard]] std::span<const Row> dataRows(); ///< data, markup, queries

} // namespace tf::ui
