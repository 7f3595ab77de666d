#pragma once

// Tells a header of Qt Gui, Widgets or Svg from one of the Qt modules that need no screen.

#include <string_view>

namespace tf::test::arch {

[[nodiscard]] bool isGuiHeader(std::string_view name);

} // namespace tf::test::arch
