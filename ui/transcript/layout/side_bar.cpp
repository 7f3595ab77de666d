#include "ui/transcript/layout/side_bar.h"

#include "ui/theme/style.h"

#include <QCoreApplication>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kLeastHandle = 32;
constexpr int kHandleHeight = 5;
constexpr int kGrabHeight = 14;

struct SideBarWords {
    Q_DECLARE_TR_FUNCTIONS(SideBarWords)
};

} // namespace

QRectF SideBar::handle(int scrolled, const Measures& measures) const
{
    const double share = double(track.width()) / (track.width() + range);
    const double width = std::max<double>(track.width() * share, measures.px(kLeastHandle));
    const double x = (track.width() - width) * std::clamp(scrolled, 0, range) / range;
    const int height = measures.px(kHandleHeight);
    return {track.left() + x, track.top() + (track.height() - height) / 2.0, width, double(height)};
}

int SideBar::pulled(int from, int pixels, const Measures& measures) const
{
    const double way = track.width() - handle(0, measures).width();
    if (way < 1)
        return from;
    return std::clamp(from + qRound(pixels * range / way), 0, range);
}

Spot SideBar::spot(const Measures& measures) const
{
    const int more = std::max(0, measures.px(kGrabHeight) - track.height());
    return {SpotKind::SideBar, 0, track.adjusted(0, -more / 2, 0, more - more / 2),
            SideBarWords::tr("Scroll sideways")};
}

void SideBar::paint(QPainter& painter, const RowPaint& paint, const Measures& measures) const
{
    if (isNull())
        return;
    const auto isSideBar = [](const std::optional<SpotId>& id) {
        return id && id->kind == SpotKind::SideBar;
    };
    const QRectF place = handle(paint.view.scrolled, measures);
    const bool isTouched = isSideBar(paint.hovered) || isSideBar(paint.focused);
    paintRounded(painter, place, place.height() / 2,
                 paint.theme.color(isTouched ? Token::ScrollHandleHover : Token::ScrollHandle));
    if (isSideBar(paint.focused))
        paintFocusRing(painter, spot(measures).place, measures.px(5), paint.theme);
}

} // namespace tf::ui
