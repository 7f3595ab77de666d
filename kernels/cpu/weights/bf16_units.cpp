#include "kernels/cpu/weights/bf16_units.h"

#include "kernels/cpu/weights/bf16_panel.h"
#include "kernels/cpu/weights/bf16_sums.h"

#include <algorithm>

namespace tf::cpu::bf16 {

namespace {

/// Rows and vectors that meet in a tile: 12 sums and 12 totals fit the 32 registers.
constexpr std::int64_t kUnitRows = 6;
constexpr int kUnitVectors = 2;

/// Inputs after which the next rows meet the same codes: they stay in the first cache.
constexpr std::int64_t kBlockIns = 256;

/// How far ahead of one row's pass memory is asked for.
constexpr std::int64_t kStreamAhead = 2048;

/// Inputs of a panel, a whole number of units, and the rows that meet them.
struct UnitRun {
    PanelShape shape;
    std::int64_t headBytes = 0;
    std::int64_t unitBytes = 0;
    std::int64_t ahead = 0; ///< bytes
    const std::byte* units = nullptr;
    std::int64_t numIns = 0;
    const std::uint16_t* const* inputs = nullptr; ///< of each row, from the first of numIns
    float* totals = nullptr; ///< [row][64]
};

/// Asks for a cache line: a block ahead it goes to the second cache, where it does not push out
/// this block. Always inline: g++ drops calls of a function that does nothing else.
template <int V>
[[gnu::always_inline]] inline void fetch(const std::byte* line)
{
    if constexpr (V == kUnitVectors)
        _mm_prefetch(line, _MM_HINT_T1);
    else
        _mm_prefetch(line, _MM_HINT_T0);
}

/// What lies before the codes of a unit, which are asked for one by one.
template <int V>
[[gnu::always_inline]] inline void fetchHead(const std::byte* unit)
{
    fetch<V>(unit);
    fetch<V>(unit + 64);
    fetch<V>(unit + 128);
}

/// R rows x the pairs of a unit, summed up.
template <int R, int V, class Codes>
[[gnu::always_inline,
  gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline RowSums<R, V>
sumPairs(const Codes& codes, const std::byte* pair, std::int64_t numPairs,
         const std::uint16_t* const* x, std::int64_t in, std::int64_t ahead)
{
    RowSums<R, V> sums = zeroSums<R, V>();
    const std::int64_t end = in + 2 * numPairs;
    for (; in < end; in += 2, pair += Codes::kPairBytes) {
        fetch<V>(pair + ahead);
        __m512i operands[V];
        codes.decode(pair, operands);
        addOperands(operands, x, in, sums);
    }
    return sums;
}

/// R rows x one unit, by the codes that it has.
template <WeightForm Form, int R, int First, int V>
[[gnu::always_inline,
  gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline RowSums<R, V>
sumUnit(const UnitRun& run, const std::byte* unit, const std::uint16_t* const* x, std::int64_t in)
{
    const std::byte* pairs = unit + run.headBytes;
    const std::int64_t numPairs = std::min(run.shape.unit, run.numIns - in) / 2;
    if constexpr (Form == WeightForm::BlockFp8) {
        return sumPairs<R, V>(Fp8Codes<First, V>(), pairs, numPairs, x, in, run.ahead);
    } else {
        const std::byte* zeros = unit + 2 * kPanelOuts;
        if (!run.shape.hasZeros || allEight(zeros))
            return sumPairs<R, V>(CentredCodes<First, V>(), pairs, numPairs, x, in, run.ahead);
        return sumPairs<R, V>(ShiftedCodes<First, V>(zeros), pairs, numPairs, x, in, run.ahead);
    }
}

/// totals[row][16 * First…] += R rows x units
template <WeightForm Form, int R, int First, int V>
[[gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] void
addUnits(const UnitRun& run)
{
    const std::uint16_t* x[R];
#pragma GCC unroll 8
    for (int row = 0; row < R; ++row)
        x[row] = run.inputs[row];
    float* const to = run.totals + 16 * First;
    RowSums<R, V> totals = loadSums<R, V>(to);
    const std::byte* unit = run.units;
    for (std::int64_t in = 0; in < run.numIns; in += run.shape.unit, unit += run.unitBytes) {
        fetchHead<V>(unit + run.ahead);
        const RowSums<R, V> sums = sumUnit<Form, R, First, V>(run, unit, x, in);
#pragma GCC unroll 8
        for (int vector = 0; vector < V; ++vector) {
            const __m512 scale = loadScale<Form>(unit, First + vector);
#pragma GCC unroll 8
            for (int row = 0; row < R; ++row)
                totals.of[row][vector] =
                    _mm512_fmadd_ps(scale, sums.of[row][vector], totals.of[row][vector]);
        }
    }
    storeSums(totals, to);
}

using AddRun = void (*)(const UnitRun&);

template <WeightForm Form, int R>
void addTile(const UnitRun& run)
{
    addUnits<Form, R, 0, kUnitVectors>(run);
    addUnits<Form, R, kUnitVectors, kUnitVectors>(run);
}
template <WeightForm Form>
constexpr AddRun kAddTile[kUnitRows + 1] = {nullptr,          addTile<Form, 1>, addTile<Form, 2>,
                                            addTile<Form, 3>, addTile<Form, 4>, addTile<Form, 5>,
                                            addTile<Form, 6>};

template <WeightForm Form>
constexpr AddRun kAddStream[kMaxStreamRows + 1] = {nullptr, addUnits<Form, 1, 0, 4>,
                                                   addUnits<Form, 2, 0, 4>, addUnits<Form, 3, 0, 4>,
                                                   addUnits<Form, 4, 0, 4>};

UnitRun runOf(const KeptWeight& weight, std::int64_t panelIdx, std::int64_t ahead)
{
    const PanelShape& shape = weight.shape;
    return {shape,
            shape.headBytes(),
            shape.unitBytes(),
            ahead,
            weight.panel(panelIdx),
            shape.ins,
            nullptr,
            nullptr};
}

/// One block of a panel: rows meet it in tiles of about the same size.
void addBlock(UnitRun run, const PanelRows& rows, std::int64_t begin, float* sums)
{
    const auto& addTiles = run.shape.form == WeightForm::Int4 ? kAddTile<WeightForm::Int4>
                                                              : kAddTile<WeightForm::BlockFp8>;
    const std::uint16_t* inputs[kUnitRows];
    run.inputs = inputs;
    std::int64_t row = 0;
    for (auto numTiles = (rows.numRows + kUnitRows - 1) / kUnitRows; numTiles > 0; --numTiles) {
        const std::int64_t count = (rows.numRows - row) / numTiles;
        for (std::int64_t idx = 0; idx < count; ++idx)
            inputs[idx] = reinterpret_cast<const std::uint16_t*>(rows.row(row + idx)) + begin;
        run.totals = sums + row * kPanelOuts;
        addTiles[count](run);
        row += count;
    }
}

} // namespace

void streamUnits(const KeptWeight& weight, std::int64_t panelIdx, const PanelRows& rows,
                 float* sums)
{
    const std::uint16_t* inputs[kMaxStreamRows];
    for (std::int64_t row = 0; row < rows.numRows; ++row)
        inputs[row] = reinterpret_cast<const std::uint16_t*>(rows.row(row));
    std::fill_n(sums, rows.numRows * kPanelOuts, 0.0F);
    UnitRun run = runOf(weight, panelIdx, kStreamAhead);
    run.inputs = inputs;
    run.totals = sums;
    const bool isInt4 = run.shape.form == WeightForm::Int4;
    (isInt4 ? kAddStream<WeightForm::Int4> : kAddStream<WeightForm::BlockFp8>)[rows.numRows](run);
}

void tileUnits(const KeptWeight& weight, std::int64_t panelIdx, const PanelRows& rows, float* sums)
{
    std::fill_n(sums, rows.numRows * kPanelOuts, 0.0F);
    UnitRun run = runOf(weight, panelIdx, kBlockIns / weight.shape.unit * weight.shape.unitBytes());
    for (std::int64_t begin = 0; begin < weight.shape.ins; begin += kBlockIns) {
        run.numIns = std::min(kBlockIns, weight.shape.ins - begin);
        addBlock(run, rows, begin, sums);
        run.units += run.ahead;
    }
}

} // namespace tf::cpu::bf16
