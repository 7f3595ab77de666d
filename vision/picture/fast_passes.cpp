#include "vision/picture/fast_passes.h"

#include "kernels/base/check.h"
#include "vision/picture/vector_passes.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace tf::vision {

namespace {

#if defined(__x86_64__)
void acrossBy(const FourRows& rows, const AcrossTable& table, std::uint32_t* to)
{
    if (table.picking == Picking::OneLoad)
        acrossAvx512(rows, table, to);
    else
        acrossAvx2(rows, table, to);
}

void downBy(Level level, const DownStep& step, std::int64_t numBytes, std::uint8_t* to)
{
    if (level == Level::Avx512)
        downAvx512(step, numBytes, to);
    else
        downAvx2(step, numBytes, to);
}
#else
void acrossBy(const FourRows&, const AcrossTable&, std::uint32_t*)
{
    UNREACHABLE();
}
void downBy(Level, const DownStep&, std::int64_t, std::uint8_t*)
{
    UNREACHABLE();
}
#endif

} // namespace

/// The latest four-row words, as many as an output row looks at.
class FastPasses::Quads {
public:
    Quads(const AcrossTable& table, std::int32_t count, const PictureView& source)
        : m_table(table)
        , m_source(source)
        , m_count(count)
        , m_words(std::make_unique_for_overwrite<std::uint32_t[]>(
              static_cast<std::size_t>(table.rowWords() * count)))
    {
    }

    /// Requires: not further back than the count that this holds.
    const std::uint32_t* at(std::int32_t quad)
    {
        while (m_made <= quad)
            makeNext();
        return place(quad);
    }

private:
    [[nodiscard]] std::uint32_t* place(std::int32_t quad) const
    {
        return m_words.get() + m_table.rowWords() * (quad % m_count);
    }

    void makeNext()
    {
        FourRows rows = {};
        for (std::int32_t idx = 0; idx < 4; ++idx)
            rows.row[idx] = m_source.row(std::min(4 * m_made + idx, m_source.size.height - 1));
        acrossBy(rows, m_table, place(m_made));
        ++m_made;
    }

    const AcrossTable& m_table;
    const PictureView& m_source;
    std::int32_t m_count;
    std::int32_t m_made = 0;
    std::unique_ptr<std::uint32_t[]> m_words;
};

std::optional<FastPasses> FastPasses::make(const Taps& across, const Taps& down, Level level)
{
    if (level == Level::Plain || !canPick(across, Picking::LoadEach))
        return std::nullopt;
    const bool oneLoad = level == Level::Avx512 && canPick(across, Picking::OneLoad);
    FastPasses passes;
    passes.m_level = level;
    passes.m_rowBytes = std::int64_t{3} * across.to;
    passes.m_across = acrossTable(across, oneLoad ? Picking::OneLoad : Picking::LoadEach);
    passes.m_down = downTable(down, level == Level::Avx512 ? Pieces::Bytes : Pieces::Words);
    return passes;
}

void FastPasses::run(const PictureView& source, std::uint8_t* to) const
{
    Quads quads(m_across, m_down.mostQuads, source);
    std::vector<const std::uint32_t*> looked(static_cast<std::size_t>(m_down.mostGroups) + 1);
    for (const DownRow& row : m_down.rows) {
        for (std::int32_t idx = 0; idx <= row.numGroups; ++idx)
            looked[static_cast<std::size_t>(idx)] =
                quads.at(std::min(row.firstQuad + idx, row.lastQuad));
        const DownStep step{looked.data(), m_down.weights.data() + row.weights, row.numGroups,
                            row.moved};
        downBy(m_level, step, m_rowBytes, to);
        to += m_rowBytes;
    }
}

} // namespace tf::vision
