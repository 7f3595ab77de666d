#include "vision/picture/across_table.h"

#include <algorithm>
#include <cstring>

namespace tf::vision {

namespace {

/// What sets the two ways apart.
struct Form {
    std::int32_t vectorBytes;
    std::int32_t pixels;
    std::int32_t lanesPerPixel; ///< the fourth is empty
    std::int32_t loadBytes;
    Pieces pieces;
};
constexpr Form kOneLoad{64, kPixelsOfOneLoad, 3, 64, Pieces::Bytes};
constexpr Form kLoadEach{32, kPixelsOfEach, 4, 16, Pieces::Words};

const Form& formOf(Picking picking)
{
    return picking == Picking::OneLoad ? kOneLoad : kLoadEach;
}

std::int32_t numPartsOf(const Taps& taps)
{
    const std::int32_t most = *std::max_element(taps.count.begin(), taps.count.end());
    return (most + kGroupTaps - 1) / kGroupTaps;
}

class Filler {
public:
    Filler(const Taps& taps, AcrossTable& table)
        : m_taps(taps)
        , m_form(formOf(table.picking))
        , m_table(table)
    {
    }

    void fill()
    {
        m_to = reinterpret_cast<std::uint8_t*>(m_table.lines.data());
        for (std::int32_t block = 0; block < m_table.numBlocks; ++block) {
            for (std::int32_t part = 0; part < m_table.numParts; ++part)
                fillPart(block * m_form.pixels, part);
        }
    }

private:
    /// Behind the last pixel the last one is repeated; nobody looks at it.
    [[nodiscard]] std::int32_t pixelAt(std::int32_t pixel) const
    {
        return std::min(pixel, m_taps.to - 1);
    }

    [[nodiscard]] std::int32_t offsetOf(std::int32_t pixel, std::int32_t part) const
    {
        const std::int32_t first = m_taps.first[std::size_t(pixelAt(pixel))];
        return std::min(3 * (first + kGroupTaps * part), 3 * m_taps.from - m_form.loadBytes);
    }

    void fillPart(std::int32_t firstPixel, std::int32_t part)
    {
        for (std::int32_t idx = 0; idx < m_form.pixels; ++idx) {
            const bool hasOwnLoad = m_table.picking == Picking::LoadEach;
            const std::int32_t offset = offsetOf(firstPixel + (hasOwnLoad ? idx : 0), part);
            if (hasOwnLoad || idx == 0)
                m_table.offsets.push_back(offset);
            fillPixel(pixelAt(firstPixel + idx), part, offset,
                      m_to + std::ptrdiff_t{4} * idx * m_form.lanesPerPixel);
        }
        m_to += std::ptrdiff_t{4} * m_form.vectorBytes;
    }

    void fillPixel(std::int32_t pixel, std::int32_t part, std::int32_t offset, std::uint8_t* lanes)
    {
        const std::int32_t begin = kGroupTaps * part;
        const std::int32_t count = m_taps.count[std::size_t(pixel)] - begin;
        const WeightGroup group = groupOf(m_taps.at(pixel) + begin, count, m_form.pieces);
        for (std::int32_t channel = 0; channel < 3; ++channel, lanes += 4) {
            for (std::int32_t tap = 0; tap < kGroupTaps && tap < count; ++tap) {
                const std::int32_t place = m_taps.first[std::size_t(pixel)] + begin + tap;
                lanes[tap] = static_cast<std::uint8_t>(3 * place + channel - offset);
            }
            for (std::int32_t piece = 0; piece < 3; ++piece)
                std::memcpy(lanes + std::ptrdiff_t{m_form.vectorBytes} * (piece + 1),
                            &group.piece[piece], 4);
        }
    }

    const Taps& m_taps;
    const Form& m_form;
    AcrossTable& m_table;
    std::uint8_t* m_to = nullptr;
};

} // namespace

std::int64_t AcrossTable::rowWords() const
{
    const Form& form = formOf(picking);
    const std::int64_t words = std::int64_t{3} * numBlocks * form.pixels;
    return (words + 16 + 63) / 64 * 64; // the pass down reads 64 words at a time
}

bool canPick(const Taps& taps, Picking picking)
{
    const Form& form = formOf(picking);
    if (3 * std::int64_t{taps.from} < form.loadBytes)
        return false;
    if (picking == Picking::LoadEach)
        return true;
    for (std::int32_t pixel = 0; pixel < taps.to; pixel += form.pixels) {
        const std::int32_t last = std::min(pixel + form.pixels, taps.to) - 1;
        const std::int32_t span =
            taps.first[std::size_t(last)] - taps.first[std::size_t(pixel)] + kGroupTaps;
        if (3 * span > form.loadBytes)
            return false;
    }
    return true;
}

AcrossTable acrossTable(const Taps& taps, Picking picking)
{
    const Form& form = formOf(picking);
    AcrossTable table;
    table.picking = picking;
    table.numBlocks = (taps.to + form.pixels - 1) / form.pixels;
    table.numParts = numPartsOf(taps);
    table.lines.resize(std::size_t(table.numBlocks) * std::size_t(table.numParts)
                       * std::size_t(form.vectorBytes) / 16);
    Filler(taps, table).fill();
    return table;
}

} // namespace tf::vision
