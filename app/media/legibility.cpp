#include "app/media/legibility.h"

#include <algorithm>
#include <cmath>

namespace tf::app {

namespace {

/// How much darker or lighter a stroke is than what it lies on, of 255.
constexpr int kContrast = 64;
/// From one edge of a stroke to the next, in the original: wider ones are no small print.
constexpr double kWidest = 8;
constexpr double kFewPerRow = 8; ///< a row with fewer has a line or two, not words
constexpr double kLeastShare = 0.02; ///< of the rows; below that there are no words to be lost

int lightOf(const std::uint8_t* pixel)
{
    return (pixel[0] * 77 + pixel[1] * 150 + pixel[2] * 29) >> 8;
}

/// Follows the light along a row and counts where it turns, far enough apart in light and near
/// enough in place.
class RowReader {
public:
    explicit RowReader(double widest)
        : m_widest(widest)
    {
    }

    int count(const std::uint8_t* row, std::int32_t width)
    {
        m_extreme = lightOf(row);
        m_place = 0;
        m_edge = -1e9;
        m_isRising = true;
        int strokes = 0;
        for (std::int32_t x = 1; x < width; ++x)
            strokes += take(lightOf(row + std::ptrdiff_t{x} * 3), x) ? 1 : 0;
        return strokes;
    }

private:
    /// True where a thin stroke ends.
    bool take(int light, std::int32_t x)
    {
        const int further = m_isRising ? light - m_extreme : m_extreme - light;
        if (further >= 0) {
            m_extreme = light;
            m_place = x;
            return false;
        }
        if (-further < kContrast)
            return false;
        const bool isThin = m_place - m_edge <= m_widest;
        m_edge = m_place;
        m_isRising = !m_isRising;
        m_extreme = light;
        m_place = x;
        return isThin;
    }

    double m_widest;
    int m_extreme = 0;
    std::int32_t m_place = 0;
    double m_edge = 0; ///< the extreme before
    bool m_isRising = true;
};

} // namespace

Strokes strokesOf(const vision::PictureView& picture, double byWidth)
{
    RowReader reader(std::max(kWidest * byWidth, 1.0) + 1);
    Strokes strokes;
    for (std::int32_t y = 0; y < picture.size.height; ++y) {
        const int count = reader.count(picture.row(y), picture.size.width);
        strokes.perRow += count;
        strokes.share += count >= kFewPerRow ? 1 : 0;
    }
    strokes.perRow /= picture.size.height;
    strokes.share /= picture.size.height;
    return strokes;
}

double legibleShare(const Strokes& original, const Strokes& seen)
{
    if (original.share < kLeastShare || original.perRow <= 0)
        return 1;
    return std::clamp(seen.perRow / original.perRow, 0.0, 1.0);
}

} // namespace tf::app
