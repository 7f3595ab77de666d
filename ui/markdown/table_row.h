#pragma once

// A line as a row of a table: its cells, or how its columns are aligned.
//
// A bar behind a backslash belongs to the cell, in code as well. Thread: any.

#include "ui/markdown/block.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tf::ui {

/// Bars behind backslashes are bars; no other escape is touched.
[[nodiscard]] std::vector<std::string> cellsOf(std::string_view line);
/// Of a line like "|---|:-:|": none for any other.
[[nodiscard]] std::optional<std::vector<Align>> alignmentsOf(std::string_view line);

} // namespace tf::ui
