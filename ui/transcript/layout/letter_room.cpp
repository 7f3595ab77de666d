#include "ui/transcript/layout/letter_room.h"

#include <algorithm>

namespace tf::ui {

bool standsAlone(QChar c)
{
    return !c.isSurrogate() && !c.isMark() && c != QChar::LineSeparator;
}

QTextCharFormat formatAt(const TextFormats& formats, int at, const QFont& plain)
{
    const auto after =
        std::upper_bound(formats.begin(), formats.end(), at,
                         [](int place, const auto& range) { return place < range.start; });
    if (after != formats.begin()) {
        const QTextLayout::FormatRange& range = *std::prev(after);
        if (at < range.start + range.length)
            return range.format;
    }
    QTextCharFormat format;
    format.setFont(plain);
    return format;
}

void widen(const TextFormats& formats, TextFormats& rooms, int at, const QFont& plain, int room)
{
    const bool isWider = !rooms.isEmpty() && rooms.back().start == at; // between two codes
    QTextCharFormat format = isWider ? rooms.back().format : formatAt(formats, at, plain);
    QFont font = format.font();
    font.setLetterSpacing(QFont::AbsoluteSpacing, font.letterSpacing() + room);
    format.setFont(font);
    if (isWider)
        rooms.back().format = format;
    else
        rooms.append({at, 1, format});
}

} // namespace tf::ui
