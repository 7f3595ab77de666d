#include "ui/maths/math_table.h"

namespace tf::ui {

namespace {

constexpr int kFirstLength = 8; ///< bytes before the first of the values with devices

/// Big-endian numbers; 0 beyond the end.
class TableReader {
public:
    TableReader(const QByteArray& bytes, double unitsPerEm)
        : m_bytes(bytes)
        , m_unitsPerEm(unitsPerEm)
    {
    }

    [[nodiscard]] std::uint32_t number(std::size_t at) const
    {
        if (at + 2 > static_cast<std::size_t>(m_bytes.size()))
            return 0;
        const auto byte = [&](std::size_t place) {
            return std::uint32_t(static_cast<unsigned char>(m_bytes[qsizetype(place)]));
        };
        return byte(at) << 8 | byte(at + 1);
    }
    [[nodiscard]] double length(std::size_t at) const
    {
        return static_cast<std::int16_t>(number(at)) / m_unitsPerEm;
    }
    /// The glyphs that a table speaks of, in its order.
    [[nodiscard]] std::vector<std::uint32_t> coverage(std::size_t at) const
    {
        std::vector<std::uint32_t> glyphs;
        const std::uint32_t numEntries = number(at + 2);
        for (std::size_t entry = 0; entry < numEntries; ++entry) {
            if (number(at) == 1) {
                glyphs.push_back(number(at + 4 + 2 * entry));
                continue;
            }
            const std::size_t range = at + 4 + 6 * entry;
            for (std::uint32_t glyph = number(range); glyph <= number(range + 2); ++glyph)
                glyphs.push_back(glyph);
        }
        return glyphs;
    }

private:
    const QByteArray& m_bytes;
    double m_unitsPerEm;
};

/// A list of lengths beside a coverage: italics corrections, places of accents.
std::unordered_map<std::uint32_t, double> readLengths(const TableReader& reader, std::size_t at)
{
    std::unordered_map<std::uint32_t, double> lengths;
    std::size_t place = at + 4;
    for (const auto glyph : reader.coverage(at + reader.number(at))) {
        lengths[glyph] = reader.length(place);
        place += 4;
    }
    return lengths;
}

GlyphGrowth readGrowth(const TableReader& reader, std::size_t at)
{
    GlyphGrowth growth;
    const std::size_t numVariants = reader.number(at + 2);
    for (std::size_t variant = 0; variant < numVariants; ++variant)
        growth.larger.push_back(reader.number(at + 4 + 4 * variant));
    const std::size_t assembly = reader.number(at);
    if (assembly == 0)
        return growth;
    const std::size_t numParts = reader.number(at + assembly + 4);
    for (std::size_t part = 0; part < numParts; ++part) {
        const std::size_t place = at + assembly + 6 + 10 * part;
        growth.parts.push_back({reader.number(place), reader.length(place + 2),
                                reader.length(place + 4), reader.length(place + 6),
                                (reader.number(place + 8) & 1U) != 0});
    }
    return growth;
}

struct GrowthPlace {
    std::size_t coverage;
    std::size_t first; ///< of the offsets to each glyph's growth
};

std::unordered_map<std::uint32_t, GlyphGrowth> readGrowths(const TableReader& reader,
                                                           std::size_t variants, GrowthPlace place)
{
    std::unordered_map<std::uint32_t, GlyphGrowth> growths;
    for (const auto glyph : reader.coverage(variants + place.coverage)) {
        growths[glyph] = readGrowth(reader, variants + reader.number(place.first));
        place.first += 2;
    }
    return growths;
}

} // namespace

MathTable readMathTable(const QByteArray& bytes, double unitsPerEm)
{
    MathTable table;
    const TableReader reader(bytes, unitsPerEm);
    const std::size_t constants = reader.number(4);
    table.scriptScale = reader.number(constants) / 100.0;
    table.scriptScriptScale = reader.number(constants + 2) / 100.0;
    for (std::size_t length = 0; length < kNumMathLengths; ++length)
        table.lengths[length] = reader.length(constants + kFirstLength + 4 * length);
    table.degreeRise = reader.number(constants + kFirstLength + 4 * kNumMathLengths) / 100.0;

    const std::size_t glyphs = reader.number(6);
    table.italics = readLengths(reader, glyphs + reader.number(glyphs));
    table.accentPlaces = readLengths(reader, glyphs + reader.number(glyphs + 2));

    const std::size_t variants = reader.number(8);
    const std::size_t numTall = reader.number(variants + 6);
    table.leastOverlap = reader.length(variants);
    table.tall = readGrowths(reader, variants, {reader.number(variants + 2), variants + 10});
    table.wide =
        readGrowths(reader, variants, {reader.number(variants + 4), variants + 10 + 2 * numTall});
    return table;
}

} // namespace tf::ui
