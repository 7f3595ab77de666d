#include "app/media/drawn_mark.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace tf::app {

namespace {

constexpr std::int32_t kMostNumber = 999;

/// Points that are joined, in a box 2 wide and 4 high.
constexpr Point kZero[] = {{1, 0},     {0.3, 0.4}, {0, 1.2}, {0, 2.8},   {0.3, 3.6}, {1, 4},
                           {1.7, 3.6}, {2, 2.8},   {2, 1.2}, {1.7, 0.4}, {1, 0}};
constexpr Point kOne[] = {{0.2, 0.9}, {1.1, 0}, {1.1, 4}};
constexpr Point kTwo[] = {{0, 0.9}, {0.4, 0.2}, {1, 0}, {1.7, 0.3},
                          {2, 1},   {1.7, 1.8}, {0, 4}, {2, 4}};
constexpr Point kThree[] = {{0.1, 0.5}, {1, 0},   {1.8, 0.4}, {1.9, 1}, {1.6, 1.6}, {0.8, 1.9},
                            {1.6, 2.1}, {2, 2.8}, {1.8, 3.6}, {1, 4},   {0, 3.5}};
constexpr Point kFour[] = {{1.5, 4}, {1.5, 0}, {0, 2.8}, {2, 2.8}};
constexpr Point kFive[] = {{1.8, 0}, {0.3, 0},   {0.1, 1.8}, {1, 1.5}, {1.8, 1.9},
                           {2, 2.7}, {1.7, 3.6}, {0.9, 4},   {0, 3.6}};
constexpr Point kSix[] = {{1.6, 0},   {0.6, 1}, {0, 2.5},   {0.2, 3.5}, {1, 4},
                          {1.8, 3.5}, {2, 2.7}, {1.7, 1.9}, {1, 1.6},   {0.2, 2.2}};
constexpr Point kSeven[] = {{0, 0}, {2, 0}, {0.7, 4}};
constexpr Point kEight[] = {{1, 1.8},   {0.3, 1.4}, {0.2, 0.6}, {1, 0},     {1.8, 0.6},
                            {1.7, 1.4}, {1, 1.8},   {0.2, 2.4}, {0.1, 3.4}, {1, 4},
                            {1.9, 3.4}, {1.8, 2.4}, {1, 1.8}};
constexpr Point kNine[] = {{0.4, 4},   {1.4, 3}, {2, 1.5},   {1.8, 0.5}, {1, 0},
                           {0.2, 0.5}, {0, 1.3}, {0.3, 2.1}, {1, 2.4},   {1.8, 1.8}};

constexpr std::span<const Point> kDigits[] = {kZero, kOne, kTwo,   kThree, kFour,
                                              kFive, kSix, kSeven, kEight, kNine};

void addJoined(std::vector<Line>& lines, std::span<const Point> points, Point corner, double unit)
{
    const auto placed = [&](Point point) {
        return Point{corner.x + point.x * unit, corner.y + point.y * unit};
    };
    for (std::size_t idx = 1; idx < points.size(); ++idx)
        lines.push_back({placed(points[idx - 1]), placed(points[idx])});
}

/// A pixel of the original in the picture: its middle.
Point placeOf(Spot spot, Spot origin)
{
    return {static_cast<double>(std::int64_t{spot.x} - origin.x) + 0.5,
            static_cast<double>(std::int64_t{spot.y} - origin.y) + 0.5};
}

std::vector<Line> boxLines(Point from, Point to)
{
    const Point right{to.x, from.y};
    const Point left{from.x, to.y};
    return {{from, right}, {right, to}, {to, left}, {left, from}};
}

std::vector<Line> arrowLines(Point from, Point to, double stroke)
{
    constexpr double kSpread = 0.48; // of each half of the head, in radians
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const double back = std::atan2(from.y - to.y, from.x - to.x);
    const double head = std::min(stroke * 5, length * 0.7);
    const auto wing = [&](double angle) {
        return Point{to.x + head * std::cos(back + angle), to.y + head * std::sin(back + angle)};
    };
    return {{from, to}, {to, wing(kSpread)}, {to, wing(-kSpread)}};
}

void paintNumber(vision::Picture& picture, Point middle, std::int32_t number,
                 const MarkScale& scale)
{
    const Line disc{middle, middle};
    const double radius = scale.numberRadius;
    paintLines(picture, std::span(&disc, 1), 2 * (radius + scale.outline), kMarkOutline);
    paintLines(picture, std::span(&disc, 1), 2 * radius, kMarkInk);
    const std::string digits = words(std::clamp(number, 0, kMostNumber));
    const auto count = static_cast<double>(digits.size());
    // Digits are 2 units wide with 1 between them, and must stay in the disc.
    const double unit = radius * std::min(1.15 / 4, 1.5 / (3 * count - 1));
    Point corner{middle.x - (3 * count - 1) / 2 * unit, middle.y - 2 * unit};
    std::vector<Line> lines;
    for (const char digit : digits) {
        addJoined(lines, kDigits[digit - '0'], corner, unit);
        corner.x += 3 * unit;
    }
    paintLines(picture, lines, std::max(unit * 0.8, 1.2), kMarkOutline);
}

} // namespace

MarkScale markScale(std::int32_t longSide)
{
    const double stroke = std::max(longSide / 260.0, 2.0);
    return {stroke, std::max(stroke / 2, 1.0), std::max(longSide / 60.0, 8.0)};
}

void paintMark(vision::Picture& picture, const Mark& mark, Spot origin, const MarkScale& scale)
{
    const Point from = placeOf(mark.from, origin);
    const Point to = placeOf(mark.to, origin);
    if (mark.kind == MarkKind::Number)
        return paintNumber(picture, from, mark.number, scale);
    const auto lines =
        mark.kind == MarkKind::Box ? boxLines(from, to) : arrowLines(from, to, scale.stroke);
    paintLines(picture, lines, scale.stroke + 2 * scale.outline, kMarkOutline);
    paintLines(picture, lines, scale.stroke, kMarkInk);
}

} // namespace tf::app
