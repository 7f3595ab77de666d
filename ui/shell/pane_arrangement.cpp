#include "ui/shell/pane_arrangement.h"

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kInspectorNeeds = 1000;
constexpr int kSessionsNeeds = 700;

} // namespace

bool hasRoom(Side side, int windowWidth, int zoomPercent)
{
    const int needed = side == Side::Inspector ? kInspectorNeeds : kSessionsNeeds;
    return windowWidth >= needed * std::max(zoomPercent, 100) / 100;
}

Place placeOf(const PaneWish& wish, bool hasRoom)
{
    if (hasRoom)
        return wish.docked ? Place::Docked : Place::Hidden;
    return wish.floating ? Place::Floating : Place::Hidden;
}

PaneWish toggled(PaneWish wish, bool hasRoom)
{
    (hasRoom ? wish.docked : wish.floating) ^= true;
    return wish;
}

} // namespace tf::ui
