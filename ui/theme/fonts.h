#pragma once

// The embedded fonts and the few roles text is set in.
//
// Sizes are in pixels and unhinted, so that a picture of the window is the same everywhere.
// Thread: main.

#include "kernels/base/result.h"

#include <QFont>

#include <cstdint>

namespace tf::ui {

enum class FontRole : std::uint8_t { Body, Small, Strong, Heading, Keys, Reading, Code };

/// Makes the embedded fonts known to Qt; once, before the first window.
Result<> loadFonts();

/// The bytes of a font that waits in the program, for what asks for it later. Thread: any.
[[nodiscard]] QByteArray embeddedFont(const char* file);

[[nodiscard]] QFont fontFor(FontRole role, int zoomPercent);

} // namespace tf::ui
