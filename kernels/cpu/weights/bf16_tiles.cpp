#include "kernels/cpu/weights/bf16_decode.h"
#include "kernels/cpu/weights/bf16_panel.h"

#include <algorithm>

namespace tf::cpu::bf16 {

namespace {

/// Rows that share each operand: 24 sums, 4 operands and a pair of inputs fit the 32 registers.
constexpr std::int64_t kTileRows = 6;

/// A tile that few rows meet is written and read once or twice, so it should stay in the first
/// cache; many rows are better off with sums that are stored less often.
constexpr std::int64_t kFewRows = 36;
constexpr std::int64_t kFewTileIns = 128;

/// A decoded piece of a panel: 256 bytes a pair.
struct Tile {
    const std::byte* units = nullptr; ///< the first unit, for its scales
    const std::byte* operands = nullptr;
    const std::byte* next = nullptr; ///< the next piece's first unit, to be fetched meanwhile
    std::int64_t begin = 0; ///< its first input
    std::int64_t count = 0; ///< even
};

[[gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] void
storePair(std::byte* target, const Operands& operands)
{
#pragma GCC unroll 8
    for (int vector = 0; vector < 4; ++vector)
        _mm512_store_si512(target + 64 * vector, operands.of[vector]);
}

[[gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] void
decodeUnit(const PanelShape& shape, const std::byte* unit, std::byte* tile)
{
    const std::byte* codes = unit + shape.headBytes();
    const std::int64_t numPairs = shape.unit / 2;
    if (shape.form == WeightForm::Int4) {
        for (std::int64_t pair = 0; pair < numPairs; ++pair)
            storePair(tile + 256 * pair, decodeInt4Pair(codes + 64 * pair));
        return;
    }
    const Fp8Registers tables = loadFp8Tables();
    if (shape.form == WeightForm::BlockFp8) {
        for (std::int64_t pair = 0; pair < numPairs; ++pair)
            storePair(tile + 256 * pair, decodeFp8Pair(codes + 128 * pair, tables));
        return;
    }
    const Operands exponents = exponentsOf(unit);
    for (std::int64_t pair = 0; pair < numPairs; ++pair)
        storePair(tile + 256 * pair, scaled(decodeFp8Pair(codes + 128 * pair, tables), exponents));
}

/// Operands of pairs, and memory that will be wanted next.
struct Pairs {
    const std::byte* operands = nullptr;
    std::int64_t count = 0;
    const std::byte* next = nullptr;
};

/// What R rows have summed up so far, in registers.
template <int R>
struct RowSums {
    __m512 of[R][4];
};

/// sums[row][64] += R rows x pairs of a tile
template <int R>
[[gnu::always_inline, gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline void
addPairs(const Pairs& pairs, const std::uint16_t* const* inputs, RowSums<R>& sums)
{
    const std::uint16_t* x[R];
#pragma GCC unroll 8
    for (int row = 0; row < R; ++row)
        x[row] = inputs[row];
    for (std::int64_t pair = 0; pair < pairs.count; ++pair) {
        _mm_prefetch(pairs.next + 128 * pair, _MM_HINT_T0);
        _mm_prefetch(pairs.next + 128 * pair + 64, _MM_HINT_T0);
        const Operands w = loadPair(pairs.operands + 256 * pair);
#pragma GCC unroll 8
        for (int row = 0; row < R; ++row) {
            const __m512i spread = spreadPair(x[row] + 2 * pair);
#pragma GCC unroll 8
            for (int vector = 0; vector < 4; ++vector)
                sums.of[row][vector] = addPair(sums.of[row][vector], w.of[vector], spread);
        }
    }
}

/// Goes on with sums[row][64].
template <int R>
[[gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] void
continueSums(const Pairs& pairs, const std::uint16_t* const* inputs, float* sums)
{
    RowSums<R> rowSums;
#pragma GCC unroll 8
    for (int row = 0; row < R; ++row) {
#pragma GCC unroll 8
        for (int vector = 0; vector < 4; ++vector)
            rowSums.of[row][vector] = _mm512_load_ps(sums + row * kPanelOuts + 16 * vector);
    }
    addPairs<R>(pairs, inputs, rowSums);
#pragma GCC unroll 8
    for (int row = 0; row < R; ++row) {
#pragma GCC unroll 8
        for (int vector = 0; vector < 4; ++vector)
            _mm512_store_ps(sums + row * kPanelOuts + 16 * vector, rowSums.of[row][vector]);
    }
}

/// totals[row][64] += scale * (the unit's sum - offset * what its inputs sum up to)
template <int R>
[[gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] void
addUnit(const Pairs& pairs, const std::uint16_t* const* inputs, const UnitScales& scales,
        const float* inputSums, float* totals)
{
    RowSums<R> sums;
#pragma GCC unroll 8
    for (int row = 0; row < R; ++row) {
#pragma GCC unroll 8
        for (int vector = 0; vector < 4; ++vector)
            sums.of[row][vector] = _mm512_setzero_ps();
    }
    addPairs<R>(pairs, inputs, sums);
#pragma GCC unroll 8
    for (int row = 0; row < R; ++row) {
        const __m512 inputSum = _mm512_set1_ps(inputSums[row]);
#pragma GCC unroll 8
        for (int vector = 0; vector < 4; ++vector) {
            float* total = totals + row * kPanelOuts + 16 * vector;
            const __m512 sum =
                _mm512_fnmadd_ps(scales.offset[vector], inputSum, sums.of[row][vector]);
            _mm512_store_ps(total,
                            _mm512_fmadd_ps(scales.scale[vector], sum, _mm512_load_ps(total)));
        }
    }
}

using ContinueSums = void (*)(const Pairs&, const std::uint16_t* const*, float*);
constexpr ContinueSums kContinueSums[kTileRows + 1] = {
    nullptr,         continueSums<1>, continueSums<2>, continueSums<3>,
    continueSums<4>, continueSums<5>, continueSums<6>};
using AddUnit = void (*)(const Pairs&, const std::uint16_t* const*, const UnitScales&, const float*,
                         float*);
constexpr AddUnit kAddUnit[kTileRows + 1] = {nullptr,    addUnit<1>, addUnit<2>, addUnit<3>,
                                             addUnit<4>, addUnit<5>, addUnit<6>};

[[gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] void
addUnits(const PanelShape& shape, const Tile& tile, const PanelRows& rows,
         const std::uint16_t* const* inputs, float* totals)
{
    float inputSums[kTileRows];
    const std::uint16_t* at[kTileRows];
    for (std::int64_t in = 0; in < tile.count; in += shape.unit) {
        for (std::int64_t row = 0; row < rows.numRows; ++row) {
            at[row] = inputs[row] + in;
            inputSums[row] = rows.unitSum(row, tile.begin + in, shape);
        }
        const Pairs pairs{tile.operands + in * 128, std::min(shape.unit, tile.count - in) / 2,
                          tile.next + in * 64};
        const std::byte* unit = tile.units + in / shape.unit * shape.unitBytes();
        kAddUnit[rows.numRows](pairs, at, loadScales(shape, unit), inputSums, totals);
    }
}

void addTile(const PanelShape& shape, const Tile& tile, const PanelRows& rows, float* sums)
{
    const std::uint16_t* inputs[kTileRows];
    for (std::int64_t first = 0; first < rows.numRows; first += kTileRows) {
        const PanelRows some = rows.part(first, std::min(kTileRows, rows.numRows - first));
        for (std::int64_t row = 0; row < some.numRows; ++row)
            inputs[row] = reinterpret_cast<const std::uint16_t*>(some.row(row)) + tile.begin;
        if (shape.scalesSums())
            addUnits(shape, tile, some, inputs, sums + first * kPanelOuts);
        else
            kContinueSums[some.numRows]({tile.operands, tile.count / 2, tile.next}, inputs,
                                        sums + first * kPanelOuts);
    }
}

} // namespace

void multiplyTiles(const KeptWeight& weight, std::int64_t panelIdx, const PanelRows& rows,
                   std::byte* tile, float* sums)
{
    const PanelShape& shape = weight.shape;
    std::fill_n(sums, rows.numRows * kPanelOuts, 0.0F);
    const auto tileIns = rows.numRows <= kFewRows ? kFewTileIns : kTileIns;
    for (std::int64_t begin = 0; begin < shape.ins; begin += tileIns) {
        const auto count = std::min(tileIns, shape.ins - begin);
        const std::byte* units = weight.panel(panelIdx) + begin / shape.unit * shape.unitBytes();
        const std::byte* operands = units;
        const std::byte* next = units; // a panel of bf16 is its own tile and streams by itself
        if (shape.form != WeightForm::BF16) {
            operands = tile;
            next = units + (count + shape.unit - 1) / shape.unit * shape.unitBytes();
            for (std::int64_t in = 0; in < count; in += shape.unit)
                decodeUnit(shape, units + in / shape.unit * shape.unitBytes(), tile + in * 128);
        }
        addTile(shape, Tile{units, operands, next, begin, count}, rows, sums);
    }
}

} // namespace tf::cpu::bf16
