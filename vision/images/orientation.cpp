#include "vision/images/orientation.h"

#include <algorithm>

namespace tf::vision {

namespace {

constexpr std::uint32_t kOrientationTag = 0x112;
constexpr std::uint32_t kShort = 3;
constexpr std::size_t kEntryBytes = 12;

bool swapsSides(Orientation orientation)
{
    return orientation >= Orientation::Transpose;
}

/// Where a turned picture's first pixel comes from, and how far its neighbours lie from it; all
/// in pixels of the stored one.
struct Walk {
    std::int64_t first = 0;
    std::int64_t right = 0;
    std::int64_t down = 0;
};

Walk walkOf(Size stored, Orientation orientation)
{
    const std::int64_t width = stored.width;
    const std::int64_t last = stored.area() - 1;
    switch (orientation) {
    case Orientation::None:
        break;
    case Orientation::MirrorAcross:
        return {width - 1, -1, width};
    case Orientation::Half:
        return {last, -1, -width};
    case Orientation::MirrorDown:
        return {last - width + 1, 1, -width};
    case Orientation::Transpose:
        return {0, width, 1};
    case Orientation::Clockwise:
        return {last - width + 1, -width, 1};
    case Orientation::Transverse:
        return {last, -width, -1};
    case Orientation::Counterclockwise:
        return {width - 1, width, -1};
    }
    return {0, 1, width};
}

std::uint32_t number(ByteView exif, std::size_t place, std::size_t numBytes)
{
    return exif[0] == 'M' ? exif.big(place, numBytes) : exif.little(place, numBytes);
}

} // namespace

Orientation orientationFrom(std::uint32_t orientation)
{
    return orientation >= 1 && orientation <= 8 ? static_cast<Orientation>(orientation)
                                                : Orientation::None;
}

Orientation orientationIn(ByteView exif)
{
    if (exif.beginsWith("Exif"))
        exif = exif.from(6); // two zeros follow the word
    if (!exif.beginsWith("II") && !exif.beginsWith("MM"))
        return Orientation::None;
    const std::size_t directory = number(exif, 4, 4);
    const std::size_t numEntries = number(exif, directory, 2);
    for (std::size_t idx = 0; idx < numEntries; ++idx) {
        const std::size_t entry = directory + 2 + idx * kEntryBytes;
        if (!exif.holds(entry, kEntryBytes))
            break;
        if (number(exif, entry, 2) == kOrientationTag && number(exif, entry + 2, 2) == kShort)
            return orientationFrom(number(exif, entry + 8, 2));
    }
    return Orientation::None;
}

Size uprightSize(Size size, Orientation orientation)
{
    return swapsSides(orientation) ? Size{size.height, size.width} : size;
}

Picture turned(const PictureView& stored, Orientation orientation)
{
    // Tiles: a column of the stored picture touches a new page with every pixel.
    constexpr std::int32_t kTile = 16;
    const Walk walk = walkOf(stored.size, orientation);
    const Size size = uprightSize(stored.size, orientation);
    Picture upright{size, {}};
    upright.rgb.resize(static_cast<std::size_t>(size.area() * 3));
    for (std::int32_t left = 0; left < size.width; left += kTile) {
        const std::int32_t right = std::min(left + kTile, size.width);
        for (std::int64_t y = 0; y < size.height; ++y) {
            std::uint8_t* to = upright.rgb.data() + (y * size.width + left) * 3;
            const std::uint8_t* from =
                stored.rgb + (walk.first + left * walk.right + y * walk.down) * 3;
            for (std::int32_t x = left; x < right; ++x, to += 3, from += walk.right * 3) {
                to[0] = from[0];
                to[1] = from[1];
                to[2] = from[2];
            }
        }
    }
    return upright;
}

} // namespace tf::vision
