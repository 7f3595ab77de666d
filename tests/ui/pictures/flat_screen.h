#pragma once

// A screenshot of few colours, made here: a bar, a list, a card with a button.

#include "vision/picture/picture.h"

#include <string>

namespace tf::test {

[[nodiscard]] vision::Picture flatScreen(vision::Size size);
/// As a file has it.
[[nodiscard]] std::string flatScreenPng(vision::Size size);

} // namespace tf::test
