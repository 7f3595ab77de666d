#pragma once

// How well the words of a picture stand out from what they are painted on, measured in its pixels.
//
// Of a word the strongest pixel counts, for thin strokes never reach the ink's full colour; against
// the colour that most of its place has. Thread: main.

#include <QImage>
#include <QWidget>

namespace tf::test {

/// WCAG 2.1: 1 to 21.
[[nodiscard]] double contrastOf(QRgb one, QRgb other);

/// Of what is inside `place`, in pixels of the picture; 21 where nothing is painted at all.
[[nodiscard]] double textContrast(const QImage& picture, const QRect& place);

/// Every label, button, field, row and menu entry of `shown` that can hardly be read, with its
/// ratio: below 4.5, or 3 where it is disabled.
[[nodiscard]] QStringList hardToRead(QWidget& shown, const QImage& picture);

} // namespace tf::test
