#include "ui/code/lex_place.h"

#include <algorithm>

namespace tf::ui {

int LexPlace::numHoles() const
{
    const auto end = std::find_if(holes.begin(), holes.end(),
                                  [](const LexHole& hole) { return hole.form == 0; });
    return static_cast<int>(end - holes.begin());
}

std::uint32_t tagHash(QStringView tag)
{
    std::uint32_t hash = 2166136261U;
    for (const QChar letter : tag)
        hash = (hash ^ letter.unicode()) * 16777619U;
    return (hash ^ hash >> 16) & kMostTag;
}

LexState packed(const LexPlace& place)
{
    LexState state = 0;
    for (const LexHole& hole : place.holes)
        state = state << 12 | static_cast<LexState>(hole.form & 15U) << 8 | hole.depth;
    state = state << 20 | std::min(place.tag, kMostTag);
    state = state << 4 | (place.form & 15U);
    return state << 4 | static_cast<LexState>(place.mode);
}

LexPlace unpacked(LexState state)
{
    LexPlace place;
    place.mode = static_cast<LexMode>(state & 7);
    place.form = state >> 4 & 15;
    place.tag = state >> 8 & kMostTag;
    state >>= 28;
    for (auto hole = place.holes.rbegin(); hole != place.holes.rend(); ++hole, state >>= 12)
        *hole = {static_cast<std::uint8_t>(state >> 8 & 15), static_cast<std::uint8_t>(state)};
    return place;
}

} // namespace tf::ui
