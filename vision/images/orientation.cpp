#include "vision/images/orientation.h"

#include <array>

namespace tf::vision {

namespace {

constexpr std::uint32_t kOrientationTag = 0x112;
constexpr std::uint32_t kShort = 3;
constexpr std::size_t kEntryBytes = 12;

std::uint32_t number(ByteView exif, std::size_t place, std::size_t numBytes)
{
    return exif[0] == 'M' ? exif.big(place, numBytes) : exif.little(place, numBytes);
}

} // namespace

Turn turnOfOrientation(std::uint32_t orientation)
{
    static constexpr std::array<Turn, 8> kTurns = {{
        {false, 0}, // 1: as it is
        {true, 0}, // 2: left and right have changed places
        {false, 2}, // 3
        {true, 2}, // 4: top and bottom have changed places
        {true, 3}, // 5: rows have become columns
        {false, 1}, // 6
        {true, 1}, // 7: the same from the far corner
        {false, 3}, // 8
    }};
    return orientation >= 1 && orientation <= kTurns.size() ? kTurns[orientation - 1] : Turn{};
}

Turn turnInExif(ByteView exif)
{
    if (exif.beginsWith("Exif"))
        exif = exif.from(6); // two zeros follow the word
    if (!exif.beginsWith("II") && !exif.beginsWith("MM"))
        return {};
    const std::size_t directory = number(exif, 4, 4);
    const std::size_t numEntries = number(exif, directory, 2);
    for (std::size_t idx = 0; idx < numEntries; ++idx) {
        const std::size_t entry = directory + 2 + idx * kEntryBytes;
        if (!exif.holds(entry, kEntryBytes))
            break;
        if (number(exif, entry, 2) == kOrientationTag && number(exif, entry + 2, 2) == kShort)
            return turnOfOrientation(number(exif, entry + 8, 2));
    }
    return {};
}

} // namespace tf::vision
