#include "app/media/ink.h"

#include <algorithm>
#include <cmath>

namespace tf::app {

namespace {

double distanceTo(const Line& line, Point point)
{
    const double dx = line.to.x - line.from.x;
    const double dy = line.to.y - line.from.y;
    const double squared = dx * dx + dy * dy;
    const double along =
        squared > 0 ? ((point.x - line.from.x) * dx + (point.y - line.from.y) * dy) / squared : 0;
    const double at = std::clamp(along, 0.0, 1.0);
    return std::hypot(point.x - line.from.x - at * dx, point.y - line.from.y - at * dy);
}

/// The columns of one row that a line can touch: first, and the one behind the last.
struct Columns {
    std::int32_t first = 0;
    std::int32_t end = 0;
};

/// A long line that leans touches few pixels of each row.
Columns columnsAt(const Line& line, double y, double reach, std::int32_t width)
{
    double from = line.from.x;
    double to = line.to.x;
    if (const double dy = line.to.y - line.from.y; dy != 0) {
        const auto xAt = [&](double row) {
            const double along = std::clamp((row - line.from.y) / dy, 0.0, 1.0);
            return line.from.x + along * (line.to.x - line.from.x);
        };
        from = xAt(y - reach);
        to = xAt(y + reach);
    }
    const double most = width;
    return {static_cast<std::int32_t>(std::clamp(std::min(from, to) - reach, 0.0, most)),
            static_cast<std::int32_t>(std::clamp(std::max(from, to) + reach + 1, 0.0, most))};
}

void blend(std::uint8_t* pixel, Color color, double cover)
{
    const auto mix = [cover](std::uint8_t& channel, std::uint8_t ink) {
        channel = static_cast<std::uint8_t>(std::lround(channel + (ink - channel) * cover));
    };
    mix(pixel[0], color.red);
    mix(pixel[1], color.green);
    mix(pixel[2], color.blue);
}

void paintLine(vision::Picture& picture, const Line& line, double radius, Color color)
{
    const double reach = radius + 1;
    const double height = picture.size.height;
    const auto top = std::clamp(std::min(line.from.y, line.to.y) - reach, 0.0, height);
    const auto bottom = std::clamp(std::max(line.from.y, line.to.y) + reach, 0.0, height);
    for (auto y = static_cast<std::int32_t>(top); y < bottom; ++y) {
        const auto columns = columnsAt(line, y + 0.5, reach, picture.size.width);
        auto* pixel =
            picture.rgb.data() + (std::int64_t{y} * picture.size.width + columns.first) * 3;
        for (std::int32_t x = columns.first; x < columns.end; ++x, pixel += 3) {
            const double inside = radius + 0.5 - distanceTo(line, {x + 0.5, y + 0.5});
            if (inside > 0)
                blend(pixel, color, std::min(inside, 1.0));
        }
    }
}

} // namespace

void paintLines(vision::Picture& picture, std::span<const Line> lines, double thickness,
                Color color)
{
    for (const Line& line : lines)
        paintLine(picture, line, thickness / 2, color);
}

} // namespace tf::app
