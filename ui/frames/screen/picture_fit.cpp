#include "ui/frames/screen/picture_fit.h"

#include <algorithm>
#include <cmath>

namespace tf::ui {

namespace {

constexpr std::int32_t kLeastRegion = 4;

} // namespace

QRectF PictureFit::onScreen(const app::Region& region) const
{
    if (isEmpty())
        return {};
    const double scaleX = place.width() / source.width();
    const double scaleY = place.height() / source.height();
    return {place.left() + region.at.x * scaleX, place.top() + region.at.y * scaleY,
            region.size.width * scaleX, region.size.height * scaleY};
}

app::Spot PictureFit::inPicture(QPointF point) const
{
    if (isEmpty())
        return {};
    const double x = (point.x() - place.left()) * source.width() / place.width();
    const double y = (point.y() - place.top()) * source.height() / place.height();
    return {std::clamp(static_cast<std::int32_t>(std::lround(x)), 0, source.width()),
            std::clamp(static_cast<std::int32_t>(std::lround(y)), 0, source.height())};
}

PictureFit fitPicture(QSize source, const QRectF& room)
{
    PictureFit fit{source, {}};
    if (source.isEmpty() || room.isEmpty())
        return fit;
    const QSizeF size = QSizeF(source).scaled(room.size(), Qt::KeepAspectRatio);
    const QPointF corner(room.center().x() - size.width() / 2,
                         room.center().y() - size.height() / 2);
    fit.place = QRectF(corner.toPoint(), size);
    return fit;
}

app::Region spanned(app::Spot one, app::Spot other, QSize source)
{
    const app::Spot from{std::min(one.x, other.x), std::min(one.y, other.y)};
    const app::Spot to{std::max(one.x, other.x), std::max(one.y, other.y)};
    return {from,
            {std::min(to.x, source.width()) - from.x, std::min(to.y, source.height()) - from.y}};
}

app::Region movedRegion(app::Region region, QPoint by, QSize source)
{
    region.at.x =
        std::clamp(region.at.x + by.x(), 0, std::max(source.width() - region.size.width, 0));
    region.at.y =
        std::clamp(region.at.y + by.y(), 0, std::max(source.height() - region.size.height, 0));
    return region;
}

app::Region resizedRegion(app::Region region, QPoint by, QSize source)
{
    const auto sized = [](std::int32_t now, int more, std::int32_t most) {
        return std::clamp(now + more, std::min(kLeastRegion, most), most);
    };
    region.size.width = sized(region.size.width, by.x(), source.width() - region.at.x);
    region.size.height = sized(region.size.height, by.y(), source.height() - region.at.y);
    return region;
}

} // namespace tf::ui
