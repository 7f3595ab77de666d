#include "kernels/base/words.h"
#include "vision/images/codec.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <limits>
#include <vector>

namespace tf::vision {

namespace {

constexpr std::size_t kBmpInfo = 14; ///< behind the file's header
constexpr std::uint32_t kBmpCore = 12; ///< bytes of the oldest header, whose numbers are short

enum BmpPacking : std::uint32_t { kBmpPlain = 0, kBmpRuns8 = 1, kBmpRuns4 = 2, kBmpMasks = 3 };

struct BmpFile {
    Size size;
    bool isTopDown = false;
    std::uint32_t bits = 0; ///< of a pixel
    std::uint32_t packing = kBmpPlain;
    std::array<std::uint32_t, 4> masks{}; ///< red, green, blue, alpha
    ByteView palette;
    std::size_t colorBytes = 4; ///< of one colour in the palette
    ByteView pixels;

    [[nodiscard]] std::size_t stride() const
    {
        return (static_cast<std::size_t>(size.width) * bits + 31) / 32 * 4;
    }
    [[nodiscard]] bool hasRuns() const { return packing == kBmpRuns8 || packing == kBmpRuns4; }
};

bool isBmp(ByteView bytes)
{
    static constexpr std::array<std::uint32_t, 7> kHeaders{kBmpCore, 40, 52, 56, 64, 108, 124};
    return bytes.beginsWith("BM")
        && std::find(kHeaders.begin(), kHeaders.end(), bytes.little(kBmpInfo, 4)) != kHeaders.end();
}

Error unsupportedBmp(const BmpFile& file)
{
    return {Code::Unsupported,
            words("BMP with ", file.bits, " bits a pixel, packed in way ", file.packing)};
}

/// Where the channels stand in 16, 24 or 32 bits when no masks are given.
std::array<std::uint32_t, 4> usualMasks(std::uint32_t bits)
{
    if (bits == 16)
        return {0x7C00, 0x3E0, 0x1F, 0};
    return {0xFF0000, 0xFF00, 0xFF, 0};
}

/// They stand behind the header of 40 bytes, or are part of a longer one.
std::array<std::uint32_t, 4> givenMasks(ByteView bytes, std::uint32_t headerBytes)
{
    std::array<std::uint32_t, 4> masks{};
    for (std::size_t idx = 0; idx < (headerBytes >= 56 ? 4 : 3); ++idx)
        masks[idx] = bytes.little(kBmpInfo + 40 + idx * 4, 4);
    if (masks == std::array<std::uint32_t, 4>{})
        return {0xFF0000, 0xFF00, 0xFF, 0xFF000000};
    return masks;
}

void readBmpInfo(ByteView bytes, BmpFile& file)
{
    const std::uint32_t headerBytes = bytes.little(kBmpInfo, 4);
    if (headerBytes == kBmpCore) {
        file.size = {static_cast<std::int32_t>(bytes.little(18, 2)),
                     static_cast<std::int32_t>(bytes.little(20, 2))};
        file.bits = bytes.little(24, 2);
        file.colorBytes = 3;
        file.masks = usualMasks(file.bits);
        return;
    }
    const auto height = std::int64_t{static_cast<std::int32_t>(bytes.little(22, 4))};
    file.isTopDown = height < 0;
    file.size.width = static_cast<std::int32_t>(bytes.little(18, 4));
    file.size.height = static_cast<std::int32_t>(
        std::min<std::int64_t>(std::abs(height), std::numeric_limits<std::int32_t>::max()));
    file.bits = bytes.little(28, 2);
    file.packing = bytes.little(30, 4);
    file.masks = file.packing == kBmpMasks ? givenMasks(bytes, headerBytes) : usualMasks(file.bits);
}

/// Where palette and pixels lie; a file that puts its pixels behind the header means the palette.
void findBmpParts(ByteView bytes, BmpFile& file)
{
    const std::size_t headerBytes = bytes.little(kBmpInfo, 4);
    const std::size_t behind = kBmpInfo + headerBytes;
    std::size_t place = bytes.little(10, 4);
    if (file.bits <= 8) {
        const std::size_t said = headerBytes == kBmpCore ? 0 : bytes.little(46, 4);
        const std::size_t numColors = said == 0 ? std::size_t{1} << file.bits : said;
        file.palette = bytes.part(behind, numColors * file.colorBytes);
        if (place == behind)
            place += numColors * file.colorBytes;
    }
    file.pixels = bytes.from(place == 0 ? behind + file.palette.size() : place);
}

Result<BmpFile> bmpFile(ByteView bytes)
{
    BmpFile file;
    readBmpInfo(bytes, file);
    const bool isIndexed = file.bits == 1 || file.bits == 4 || file.bits == 8;
    const bool isDirect = file.bits == 16 || file.bits == 24 || file.bits == 32;
    const bool fits = file.packing == kBmpPlain ? isIndexed || isDirect
        : file.packing == kBmpMasks             ? isDirect
                                                : file.hasRuns() && isIndexed && file.bits != 1;
    if (!fits)
        return unsupportedBmp(file);
    findBmpParts(bytes, file);
    return file;
}

Result<PictureHeader> bmpHeader(ByteView bytes)
{
    const auto file = TRY(bmpFile(bytes));
    PictureHeader header;
    header.size = file.size;
    header.bits = file.bits <= 8 ? static_cast<std::int32_t>(file.bits)
                                 : static_cast<std::int32_t>(std::popcount(file.masks[0]));
    header.hasAlpha = file.bits == 32 && file.masks[3] != 0;
    return header;
}

/// The channel under a mask as a byte, rounded down as Pillow does.
std::uint8_t masked(std::uint32_t pixel, std::uint32_t mask)
{
    if (mask == 0)
        return 0;
    const int shift = std::countr_zero(mask);
    return static_cast<std::uint8_t>(std::uint64_t{(pixel & mask) >> shift} * 255
                                     / (mask >> shift));
}

void writeBmpColor(const BmpFile& file, std::size_t index, std::uint8_t* to)
{
    const std::size_t place = index * file.colorBytes;
    // Black where the palette ends: that is what lies beyond its bytes.
    for (std::size_t channel = 0; channel < 3; ++channel)
        to[channel] = file.palette[place + 2 - channel];
}

void writeBmpRow(const BmpFile& file, ByteView row, bool keepsAlpha, std::uint8_t* to)
{
    const std::size_t numBytes = file.bits / 8;
    const std::size_t numChannels = keepsAlpha ? 4 : 3;
    for (std::size_t x = 0; x < static_cast<std::size_t>(file.size.width); ++x, to += numChannels) {
        if (file.bits <= 8) {
            const std::size_t bit = x * file.bits;
            const auto shift = 8 - file.bits - bit % 8;
            writeBmpColor(file, row[bit / 8] >> shift & ((1U << file.bits) - 1), to);
            continue;
        }
        const auto pixel = row.little(x * numBytes, numBytes);
        for (std::size_t channel = 0; channel < numChannels; ++channel)
            to[channel] = masked(pixel, file.masks[channel]);
    }
}

std::int64_t bmpRow(const BmpFile& file, std::int64_t stored)
{
    return file.isTopDown ? stored : file.size.height - 1 - stored;
}

/// Runs unpacked into one byte a pixel, in the order of the file.
class BmpRuns {
public:
    explicit BmpRuns(const BmpFile& file)
        : m_file(file)
        , m_pixels(static_cast<std::size_t>(file.size.area()))
    {
    }

    /// True when the file says that the picture ends, or all of it is there.
    bool unpack()
    {
        const ByteView bytes = m_file.pixels;
        while (m_at < m_pixels.size() && bytes.holds(m_place, 2)) {
            const std::uint8_t count = bytes[m_place];
            const std::uint8_t what = bytes[m_place + 1];
            m_place += 2;
            if (count > 0)
                repeat(count, what);
            else if (what == 1)
                return true;
            else
                escape(what);
        }
        return m_at >= m_pixels.size();
    }

    [[nodiscard]] std::int64_t rows() const
    {
        return static_cast<std::int64_t>(std::min(m_at, m_pixels.size())) / m_file.size.width;
    }
    [[nodiscard]] ByteView row(std::int64_t stored) const
    {
        const auto width = static_cast<std::size_t>(m_file.size.width);
        return ByteView(m_pixels).part(static_cast<std::size_t>(stored) * width, width);
    }

private:
    [[nodiscard]] std::size_t width() const { return static_cast<std::size_t>(m_file.size.width); }

    void put(std::uint8_t index)
    {
        if (m_at < m_pixels.size())
            m_pixels[m_at++] = index;
    }

    void repeat(std::size_t count, std::uint8_t what)
    {
        // A run never goes over the end of its row; what is too much is dropped.
        const std::size_t room = m_column < width() ? width() - m_column : 0;
        count = std::min(count, room);
        for (std::size_t idx = 0; idx < count; ++idx)
            put(nibbles() ? (idx % 2 == 0 ? what >> 4 : what & 15) : what);
        m_column += count;
    }

    void escape(std::uint8_t what)
    {
        if (what == 0) {
            m_at += (width() - m_at % width()) % width();
            m_column = 0;
        } else if (what == 2) {
            m_at += m_file.pixels[m_place] + m_file.pixels[m_place + 1] * width();
            m_place += 2;
            m_column = m_at % width();
        } else {
            copy(what);
        }
    }

    void copy(std::size_t count)
    {
        for (std::size_t idx = 0; idx < count; ++idx) {
            const std::uint8_t byte = m_file.pixels[m_place + (nibbles() ? idx / 2 : idx)];
            put(nibbles() ? (idx % 2 == 0 ? byte >> 4 : byte & 15) : byte);
        }
        const std::size_t numBytes = nibbles() ? (count + 1) / 2 : count;
        m_place += numBytes + numBytes % 2;
        m_column += count;
    }

    [[nodiscard]] bool nibbles() const { return m_file.packing == kBmpRuns4; }

    const BmpFile& m_file;
    std::vector<std::uint8_t> m_pixels;
    std::size_t m_place = 0; ///< in the file
    std::size_t m_at = 0; ///< in the picture
    std::size_t m_column = 0; ///< since the row began
};

Result<> paintBmpRuns(BmpFile file, Raster& raster)
{
    BmpRuns runs(file);
    if (!runs.unpack())
        return damage("BMP", "it ends early", runs.rows(), file.size.height);
    BmpFile plain = file;
    plain.bits = 8; // unpacked, of either kind
    for (std::int64_t stored = 0; stored < file.size.height; ++stored)
        writeBmpRow(plain, runs.row(stored), false, raster.row(bmpRow(file, stored)));
    return {};
}

Result<Raster> decodeBmp(ByteView bytes, const PictureHeader& header)
{
    const auto file = TRY(bmpFile(bytes));
    const auto height = file.size.height;
    if (!file.hasRuns()) {
        const auto rows = static_cast<std::int64_t>(file.pixels.size() / file.stride());
        if (rows < height)
            return damage("BMP", "it ends early", rows, height);
    }
    Raster raster = blankRaster(file.size, header.hasAlpha ? Alpha::Kept : Alpha::Opaque);
    if (file.hasRuns()) {
        TRY(paintBmpRuns(file, raster));
        return raster;
    }
    for (std::int64_t stored = 0; stored < height; ++stored) {
        const auto place = static_cast<std::size_t>(stored) * file.stride();
        writeBmpRow(file, file.pixels.part(place, file.stride()), raster.hasAlpha,
                    raster.row(bmpRow(file, stored)));
    }
    return raster;
}

} // namespace

const Codec& bmpCodec()
{
    static constexpr Codec codec{"BMP", isBmp, bmpHeader, decodeBmp};
    return codec;
}

} // namespace tf::vision
