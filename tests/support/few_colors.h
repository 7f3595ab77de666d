#pragma once

// A picture in as few colours as the eye needs, for keeping: a quarter of the file.
//
// Surfaces and inks stay as they are; what goes are shades at the edges of letters. The same
// picture always gives the same one. Thread: any.

#include <QImage>

namespace tf::test {

inline constexpr int kKeptColors = 40;

[[nodiscard]] QImage inFewColors(const QImage& picture);

} // namespace tf::test
