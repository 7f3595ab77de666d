#include "kernels/cpu/weights/bf16_panel.h"
#include "kernels/cpu/weights/bf16_sums.h"
#include "kernels/cpu/weights/bf16_units.h"

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
    const Fp8Registers tables = loadFp8Tables();
    const Operands exponents = exponentsOf(unit);
    for (std::int64_t pair = 0; pair < shape.unit / 2; ++pair)
        storePair(tile + 256 * pair, scaled(decodeFp8Pair(codes + 128 * pair, tables), exponents));
}

/// Operands of pairs, and memory that will be wanted next.
struct Pairs {
    const std::byte* operands = nullptr;
    std::int64_t count = 0;
    const std::byte* next = nullptr;
};

/// sums[row][64] += R rows x pairs of a tile
template <int R>
[[gnu::always_inline, gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] inline void
addPairs(const Pairs& pairs, const std::uint16_t* const* inputs, RowSums<R, 4>& sums)
{
    const std::uint16_t* x[R];
#pragma GCC unroll 8
    for (int row = 0; row < R; ++row)
        x[row] = inputs[row];
    for (std::int64_t pair = 0; pair < pairs.count; ++pair) {
        _mm_prefetch(pairs.next + 128 * pair, _MM_HINT_T0);
        _mm_prefetch(pairs.next + 128 * pair + 64, _MM_HINT_T0);
        addOperands(loadPair(pairs.operands + 256 * pair).of, x, 2 * pair, sums);
    }
}

/// Goes on with sums[row][64].
template <int R>
[[gnu::target("avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bf16")]] void
continueSums(const Pairs& pairs, const std::uint16_t* const* inputs, float* sums)
{
    RowSums<R, 4> rowSums = loadSums<R, 4>(sums);
    addPairs(pairs, inputs, rowSums);
    storeSums(rowSums, sums);
}

using ContinueSums = void (*)(const Pairs&, const std::uint16_t* const*, float*);
constexpr ContinueSums kContinueSums[kTileRows + 1] = {
    nullptr,         continueSums<1>, continueSums<2>, continueSums<3>,
    continueSums<4>, continueSums<5>, continueSums<6>};

void addTile(const Tile& tile, const PanelRows& rows, float* sums)
{
    const std::uint16_t* inputs[kTileRows];
    for (std::int64_t first = 0; first < rows.numRows; first += kTileRows) {
        const PanelRows some = rows.part(first, std::min(kTileRows, rows.numRows - first));
        for (std::int64_t row = 0; row < some.numRows; ++row)
            inputs[row] = reinterpret_cast<const std::uint16_t*>(some.row(row)) + tile.begin;
        kContinueSums[some.numRows]({tile.operands, tile.count / 2, tile.next}, inputs,
                                    sums + first * kPanelOuts);
    }
}

} // namespace

void multiplyTiles(const KeptWeight& weight, std::int64_t panelIdx, const PanelRows& rows,
                   std::byte* tile, float* sums)
{
    const PanelShape& shape = weight.shape;
    if (shape.scalesSums())
        return tileUnits(weight, panelIdx, rows, sums);
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
        addTile({operands, next, begin, count}, rows, sums);
    }
}

} // namespace tf::cpu::bf16
