#include "tests/support/few_colors.h"

#include <QHash>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace tf::test {

namespace {

struct Shade {
    QRgb color = 0;
    std::int64_t count = 0;
    std::int64_t away = std::numeric_limits<std::int32_t>::max(); ///< from its nearest kept one
    int place = 0; ///< of that one
};

std::int64_t distance(QRgb one, QRgb other)
{
    const std::int64_t red = qRed(one) - qRed(other);
    const std::int64_t green = qGreen(one) - qGreen(other);
    const std::int64_t blue = qBlue(one) - qBlue(other);
    return red * red + green * green + blue * blue;
}

/// In an order that does not depend on a hash.
std::vector<Shade> shadesOf(const QImage& picture)
{
    QHash<QRgb, std::int64_t> counts;
    for (int y = 0; y < picture.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x)
            ++counts[line[x]];
    }
    std::vector<Shade> shades;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        shades.push_back({.color = count.key(), .count = count.value()});
    std::sort(shades.begin(), shades.end(),
              [](const Shade& a, const Shade& b) { return a.color < b.color; });
    return shades;
}

/// The one that costs most while it is not kept, again and again.
QList<QRgb> keep(std::vector<Shade>& shades)
{
    QList<QRgb> kept;
    while (kept.size() < kKeptColors) {
        const auto worst =
            std::max_element(shades.begin(), shades.end(), [](const Shade& a, const Shade& b) {
                return a.count * a.away < b.count * b.away;
            });
        if (worst == shades.end() || worst->away == 0)
            break;
        const QRgb color = worst->color;
        for (Shade& shade : shades) {
            if (const std::int64_t away = distance(shade.color, color); away < shade.away) {
                shade.away = away;
                shade.place = static_cast<int>(kept.size());
            }
        }
        kept.append(color);
    }
    return kept;
}

} // namespace

QImage inFewColors(const QImage& picture)
{
    const QImage from = picture.convertToFormat(QImage::Format_RGB32);
    std::vector<Shade> shades = shadesOf(from);
    const QList<QRgb> kept = keep(shades);
    QHash<QRgb, uchar> places;
    for (const Shade& shade : shades)
        places.insert(shade.color, static_cast<uchar>(shade.place));
    QImage small(from.size(), QImage::Format_Indexed8);
    small.setColorTable(kept);
    for (int y = 0; y < from.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(from.constScanLine(y));
        uchar* to = small.scanLine(y);
        for (int x = 0; x < from.width(); ++x)
            to[x] = places.value(line[x]);
    }
    return small;
}

} // namespace tf::test
