#include "ui/frames/screen/covered_picture.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace tf::ui {

/// Whole pixels that are touched at all: nothing shines through at an edge.
QImage coveredPicture(const QImage& picture, const std::vector<app::Region>& covered, QSize source)
{
    QImage painted = picture;
    if (picture.isNull() || source.isEmpty())
        return painted;
    const double scaleX = double(picture.width()) / source.width();
    const double scaleY = double(picture.height()) / source.height();
    for (const app::Region& region : covered) {
        const int left = std::clamp(int(std::floor(region.at.x * scaleX)), 0, picture.width());
        const int top = std::clamp(int(std::floor(region.at.y * scaleY)), 0, picture.height());
        const int right = std::clamp(int(std::ceil((region.at.x + region.size.width) * scaleX)),
                                     left, picture.width());
        const int bottom = std::clamp(int(std::ceil((region.at.y + region.size.height) * scaleY)),
                                      top, picture.height());
        for (int y = top; y < bottom; ++y)
            std::memset(painted.scanLine(y) + std::ptrdiff_t{left} * 3, 0,
                        std::size_t(right - left) * 3);
    }
    return painted;
}

} // namespace tf::ui
