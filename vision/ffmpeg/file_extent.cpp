#include "vision/ffmpeg/file_extent.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace tf::vision {

namespace {

/// An MP4 of one box a frame would have so many; a file of more is not walked to its end.
constexpr int kMaxBoxes = 100'000;

using Head = std::array<std::byte, 16>;

std::uint64_t bigEndian(const Head& head, std::size_t first, std::size_t numBytes)
{
    std::uint64_t number = 0;
    for (std::size_t at = first; at < first + numBytes; ++at)
        number = number << 8 | std::to_integer<std::uint64_t>(head[at]);
    return number;
}

std::uint64_t left(const Source& source, std::int64_t offset)
{
    return static_cast<std::uint64_t>(source.size() - offset);
}

Result<bool> boxesAreCutOff(const Source& source)
{
    std::int64_t offset = 0;
    for (int box = 0; box < kMaxBoxes && offset < source.size(); ++box) {
        Head head{};
        const std::size_t got = TRY(source.readAt(offset, head));
        if (got < 8)
            return true;
        std::uint64_t size = bigEndian(head, 0, 4);
        if (size == 0) // to the end of the file, however long it is
            return false;
        if (size == 1)
            size = bigEndian(head, 8, 8);
        if (size > left(source, offset))
            return true;
        if (size < 8)
            return false;
        offset += static_cast<std::int64_t>(size);
    }
    return false;
}

/// An EBML number's bytes, by the zeros that it begins with. Requires: not 0.
std::size_t ebmlBytes(std::byte first)
{
    return static_cast<std::size_t>(__builtin_clz(std::to_integer<unsigned>(first))) - 23;
}

Result<bool> segmentIsCutOff(const Source& source)
{
    std::int64_t offset = 0;
    for (int element = 0; element < 2; ++element) { // the file's head, then the segment
        Head head{};
        TRY(source.readAt(offset, head));
        constexpr std::size_t kIdBytes = 4; // of both
        if (head[kIdBytes] == std::byte{0})
            return false;
        const std::size_t sizeBytes = ebmlBytes(head[kIdBytes]);
        const std::uint64_t unknown = (std::uint64_t{1} << (7 * sizeBytes)) - 1;
        const std::uint64_t size = bigEndian(head, kIdBytes, sizeBytes) & unknown;
        offset += static_cast<std::int64_t>(kIdBytes + sizeBytes);
        if (size == unknown)
            return false;
        if (offset > source.size() || size > left(source, offset))
            return true;
        offset += static_cast<std::int64_t>(size);
    }
    return false;
}

bool riffIsCutOff(const Source& source, const Head& head)
{
    std::uint64_t size = 0;
    for (std::size_t at = 8; at > 4; --at)
        size = size << 8 | std::to_integer<std::uint64_t>(head[at - 1]);
    return size + 8 > static_cast<std::uint64_t>(source.size());
}

Result<bool> gifIsCutOff(const Source& source)
{
    std::array<std::byte, 1> last{};
    TRY(source.readAt(source.size() - 1, last));
    return last[0] != std::byte{0x3B} && last[0] != std::byte{0}; // some pad with zeros
}

} // namespace

Result<bool> isCutOff(const Source& source)
{
    Head head{};
    const std::size_t got = TRY(source.readAt(0, head));
    const std::string_view begin(reinterpret_cast<const char*>(head.data()), got);
    if (begin.starts_with("\x1A\x45\xDF\xA3"))
        return segmentIsCutOff(source);
    if (begin.starts_with("RIFF"))
        return riffIsCutOff(source, head);
    if (begin.starts_with("GIF8"))
        return gifIsCutOff(source);
    return boxesAreCutOff(source);
}

} // namespace tf::vision
