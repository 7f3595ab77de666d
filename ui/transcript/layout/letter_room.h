#pragma once

// Letters made wider, so that something stands free behind them: the text stays as long as it is.
//
// Thread: any.

#include <QTextLayout>

namespace tf::ui {

using TextFormats = QList<QTextLayout::FormatRange>;

/// A sign that something may be kept free behind: no half of one, and nothing that joins on.
[[nodiscard]] bool standsAlone(QChar c);

/// How the sign there is set. Requires: `formats` are in the order of the text.
[[nodiscard]] QTextCharFormat formatAt(const TextFormats& formats, int at, const QFont& plain);

/// Adds the sign there to `rooms`, wider by so much, and else as it is.
void widen(const TextFormats& formats, TextFormats& rooms, int at, const QFont& plain, int room);

} // namespace tf::ui
