#pragma once

// A character written by its name or number: "&lt;", "&#8212;", "&#x2014;".
//
// The names are the 252 of HTML 4; others stay as they were written. Thread: any.

#include <QString>

#include <string_view>

namespace tf::ui {

/// `written` with its ampersand and semicolon.
[[nodiscard]] QString entityText(std::string_view written);

} // namespace tf::ui
