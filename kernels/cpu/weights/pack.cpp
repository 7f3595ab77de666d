#include "kernels/cpu/weights/pack.h"

#include "kernels/base/check.h"
#include "kernels/cpu/weights/quantise.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

namespace tf::cpu {

namespace {

/// Columns that are read of a row before the next row's turn: a few lines of the cache.
constexpr std::int64_t kChunk = 128;

/// Rows lie far apart, so the machine does not guess that a row's next piece will be wanted.
void fetchNext(const std::byte* piece, std::int64_t pieceBytes)
{
    for (std::int64_t at = pieceBytes; at < 2 * pieceBytes; at += 64)
        __builtin_prefetch(piece + at);
}

/// bf16's NaNs and infinities.
bool isBad(std::uint16_t bits)
{
    return (bits & 0x7f80U) == 0x7f80U;
}

/// Whether an E4M3 number times its scale is one of bf16's normal numbers.
enum class Fit : std::uint8_t { Yes, TooSmall, TooLarge };

Fit fitOf(std::uint8_t code, std::uint8_t scale)
{
    if ((code & 0x7fU) == 0x7fU)
        return Fit::TooLarge;
    const auto bits = toBFloat16(std::fabs(toFloat(Float8{code}))).bits;
    const int exponent = (bits >> 7) + scale - 127;
    if (bits == 0 || exponent < 1)
        return Fit::TooSmall;
    return exponent > 254 ? Fit::TooLarge : Fit::Yes;
}

using MxCodes = std::array<std::uint8_t, 32>;

bool allFit(const MxCodes& codes, std::uint8_t scale)
{
    unsigned bad = 0;
    for (const auto code : codes)
        bad |= static_cast<unsigned>((code & 0x7fU) == 0x7fU);
    return bad == 0 && scale >= 10 && scale <= 246; // 2^-9 and 448 fit then, and all between
}

/// The rows behind a panel and what went wrong among them.
class Packing {
public:
    Packing(const KeptWeight& weight, std::int64_t panelIdx)
        : m_shape(weight.shape)
        , m_panel(weight.panel(panelIdx))
        , m_firstOut(panelIdx * kPanelOuts)
        , m_numOuts(std::min(kPanelOuts, weight.outs - m_firstOut))
    {
        for (std::int64_t out = 0; out < m_numOuts; ++out)
            m_rows[out] = sourceRow(weight.plan, m_firstOut + out);
    }

    std::optional<Flaw> run();

private:
    using Numbers = std::array<float, kChunk>;

    void packFloats(std::int64_t begin, std::int64_t count);
    void packBFloats(std::int64_t begin, std::int64_t count);
    void packMx(std::int64_t begin, std::int64_t count);
    void packBlockFp8(std::int64_t begin, std::int64_t count);
    void packInt4(std::int64_t begin, std::int64_t count);

    void copyBFloats(std::int64_t out, std::int64_t begin, std::int64_t count);
    void copyMx(std::int64_t out, std::int64_t begin, std::int64_t count);
    void copyInt4(std::int64_t out, std::int64_t begin, std::int64_t count);
    void putInt4Head(std::int64_t out, std::int64_t begin);
    [[nodiscard]] bool liesAsGptq(std::int64_t begin, std::int64_t count) const;
    void copyGptqCodes(std::int64_t begin, std::int64_t count);
    void putMx(std::int64_t out, std::int64_t begin, std::uint8_t scale, MxCodes codes,
               std::int64_t count);
    void putInt4Code(std::byte* codes, std::int64_t out, std::int64_t k, int code) const;
    void putScale(std::byte* unit, std::int64_t out, std::int64_t in, float scale);

    /// `count` numbers of a row, those that are none as zeros.
    Numbers read(std::int64_t out, std::int64_t begin, std::int64_t count);
    const std::byte* stored(std::int64_t out, std::int64_t begin, std::int64_t bytesEach) const
    {
        const auto& row = m_rows[out];
        return row.matrix->values + (row.row * row.matrix->cols + row.colBegin + begin) * bytesEach;
    }
    [[nodiscard]] bool is(std::int64_t out, WeightFormat format) const
    {
        return m_rows[out].matrix->format == format;
    }
    [[nodiscard]] std::byte* unitOf(std::int64_t in) const
    {
        return m_panel + in / m_shape.unit * m_shape.unitBytes();
    }
    void tell(std::int64_t out, std::int64_t in)
    {
        const std::pair place(m_firstOut + out, in); // columns come in chunks, so not in order
        if (!m_flaw || place < std::pair(m_flaw->out, m_flaw->in))
            m_flaw = Flaw{place.first, place.second};
    }

    PanelShape m_shape;
    std::byte* m_panel;
    std::int64_t m_firstOut;
    std::int64_t m_numOuts;
    SourceRow m_rows[kPanelOuts];
    std::optional<Flaw> m_flaw;
};

std::optional<Flaw> Packing::run()
{
    const std::int64_t step =
        m_shape.scalesSums() || m_shape.form == WeightForm::MxFp8 ? m_shape.unit : kChunk;
    for (std::int64_t begin = 0; begin < m_shape.ins; begin += step) {
        const auto count = std::min(step, m_shape.ins - begin);
        switch (m_shape.form) {
        case WeightForm::F32:
            packFloats(begin, count);
            break;
        case WeightForm::BF16:
            packBFloats(begin, count);
            break;
        case WeightForm::MxFp8:
            packMx(begin, count);
            break;
        case WeightForm::BlockFp8:
            packBlockFp8(begin, count);
            break;
        case WeightForm::Int4:
            packInt4(begin, count);
            break;
        }
    }
    return m_flaw;
}

Packing::Numbers Packing::read(std::int64_t out, std::int64_t begin, std::int64_t count)
{
    Numbers numbers{};
    const auto& row = m_rows[out];
    readRow(*row.matrix, row.row, row.colBegin + begin,
            std::span(numbers).first(static_cast<std::size_t>(count)));
    for (std::int64_t idx = 0; idx < count; ++idx) {
        if (!std::isfinite(numbers[idx])) {
            tell(out, begin + idx);
            numbers[idx] = 0;
        }
    }
    return numbers;
}

void Packing::packFloats(std::int64_t begin, std::int64_t count)
{
    auto* panel = reinterpret_cast<float*>(m_panel);
    for (std::int64_t out = 0; out < m_numOuts; ++out) {
        const auto numbers = read(out, begin, count);
        for (std::int64_t idx = 0; idx < count; ++idx)
            panel[(begin + idx) * kPanelOuts + out] = numbers[idx];
    }
}

void Packing::packBFloats(std::int64_t begin, std::int64_t count)
{
    auto* panel = reinterpret_cast<std::uint16_t*>(m_panel);
    for (std::int64_t out = 0; out < m_numOuts; ++out) {
        if (is(out, WeightFormat::BF16)) {
            copyBFloats(out, begin, count);
            continue;
        }
        const auto numbers = read(out, begin, count);
        for (std::int64_t idx = 0; idx < count; ++idx) {
            const auto number = toBFloat16(numbers[idx]);
            if (!std::isfinite(toFloat(number)))
                tell(out, begin + idx);
            else
                panel[((begin + idx) / 2 * kPanelOuts + out) * 2 + idx % 2] = number.bits;
        }
    }
}

void Packing::copyBFloats(std::int64_t out, std::int64_t begin, std::int64_t count)
{
    std::uint16_t numbers[kChunk + 1] = {};
    const std::byte* source = stored(out, begin, 2);
    std::memcpy(numbers, source, static_cast<std::size_t>(count) * 2);
    fetchNext(source, kChunk * 2);
    unsigned bad = 0;
    for (std::int64_t idx = 0; idx < kChunk; ++idx)
        bad |= static_cast<unsigned>(isBad(numbers[idx]));
    for (std::int64_t idx = 0; bad != 0 && idx < count; ++idx) {
        if (isBad(numbers[idx])) {
            tell(out, begin + idx);
            numbers[idx] = 0;
        }
    }
    auto* pairs = reinterpret_cast<std::uint32_t*>(m_panel) + begin / 2 * kPanelOuts + out;
    for (std::int64_t idx = 0; idx < count; idx += 2)
        std::memcpy(pairs + idx / 2 * kPanelOuts, numbers + idx, 4);
}

void Packing::packMx(std::int64_t begin, std::int64_t count)
{
    for (std::int64_t out = 0; out < m_numOuts; ++out) {
        if (is(out, WeightFormat::MxFp8)) {
            copyMx(out, begin, count);
            continue;
        }
        const auto numbers = read(out, begin, count);
        const auto block = quantiseMx(std::span(numbers).first(static_cast<std::size_t>(count)));
        putMx(out, begin, block.scale, block.codes, count);
    }
}

void Packing::copyMx(std::int64_t out, std::int64_t begin, std::int64_t count)
{
    const auto& row = m_rows[out];
    const auto block = row.row * (row.matrix->cols / row.matrix->group)
        + (row.colBegin + begin) / row.matrix->group;
    const auto scale = std::to_integer<std::uint8_t>(row.matrix->scales[block]);
    if (scale == 255)
        return tell(out, begin);
    MxCodes codes{};
    const std::byte* source = stored(out, begin, 1);
    std::memcpy(codes.data(), source, static_cast<std::size_t>(count));
    if (begin % 64 == 0)
        fetchNext(source + 64, 64);
    putMx(out, begin, scale, codes, count);
}

void Packing::putMx(std::int64_t out, std::int64_t begin, std::uint8_t scale, MxCodes codes,
                    std::int64_t count)
{
    std::byte* unit = unitOf(begin);
    unit[out] = std::byte(scale);
    if (!allFit(codes, scale)) {
        for (std::int64_t idx = 0; idx < count; ++idx) {
            const Fit fit = fitOf(codes[idx], scale);
            if (fit == Fit::TooLarge)
                tell(out, begin + idx);
            if (fit != Fit::Yes)
                codes[idx] = 0;
        }
    }
    std::byte* places = unit + m_shape.headBytes() + fp8Place(out, 0);
    for (std::size_t pair = 0; pair < codes.size() / 2; ++pair)
        std::memcpy(places + pair * 128, codes.data() + 2 * pair, 2);
}

void Packing::putScale(std::byte* unit, std::int64_t out, std::int64_t in, float scale)
{
    if (m_shape.form == WeightForm::Int4) {
        const Half half = toHalf(scale);
        if (!std::isfinite(toFloat(half)))
            return tell(out, in);
        std::memcpy(unit + out * 2, &half, sizeof half);
        return;
    }
    if (!std::isfinite(scale))
        return tell(out, in);
    std::memcpy(unit + out * 4, &scale, sizeof scale);
}

void Packing::packBlockFp8(std::int64_t begin, std::int64_t count)
{
    std::byte* unit = unitOf(begin);
    std::byte* places = unit + m_shape.headBytes();
    for (std::int64_t out = 0; out < m_numOuts; ++out) {
        const auto& row = m_rows[out];
        putScale(unit, out, begin, scaleAt(*row.matrix, row.row, row.colBegin + begin));
        const std::byte* codes = stored(out, begin, 1);
        for (std::int64_t idx = 0; idx < count; ++idx) {
            if ((codes[idx] & std::byte(0x7f)) == std::byte(0x7f))
                tell(out, begin + idx);
            else
                places[idx / 2 * 128 + fp8Place(out, idx % 2)] = codes[idx];
        }
    }
}

void Packing::putInt4Code(std::byte* codes, std::int64_t out, std::int64_t k, int code) const
{
    auto* words = reinterpret_cast<std::uint16_t*>(codes + k / 2 * kPanelOuts);
    words[2 * (out % 16) + k % 2] |=
        static_cast<std::uint16_t>(static_cast<unsigned>(code) << (4 * (out / 16)));
}

void Packing::packInt4(std::int64_t begin, std::int64_t count)
{
    if (liesAsGptq(begin, count)) {
        for (std::int64_t out = 0; out < m_numOuts; ++out)
            putInt4Head(out, begin);
        copyGptqCodes(begin, count);
        return;
    }
    std::byte* unit = unitOf(begin);
    for (std::int64_t out = 0; out < m_numOuts; ++out) {
        if (m_shape.hasZeros)
            unit[2 * kPanelOuts + out] = std::byte(8);
        if (is(out, WeightFormat::Gptq) || is(out, WeightFormat::Awq)) {
            copyInt4(out, begin, count);
            continue;
        }
        const auto numbers = read(out, begin, count);
        const auto group = quantiseInt4(std::span(numbers).first(static_cast<std::size_t>(count)));
        putScale(unit, out, begin, toFloat(Half{group.scale}));
        for (std::int64_t idx = 0; idx < count; ++idx)
            putInt4Code(unit + m_shape.headBytes(), out, idx, group.codes[idx]);
    }
}

/// A whole panel of one matrix' neighbouring rows: their words lie side by side.
bool Packing::liesAsGptq(std::int64_t begin, std::int64_t count) const
{
    const SourceRow& first = m_rows[0];
    if (m_numOuts != kPanelOuts || first.matrix->format != WeightFormat::Gptq || count % 8 != 0
        || (first.colBegin + begin) % 8 != 0)
        return false;
    const SourceRow& last = m_rows[kPanelOuts - 1];
    return last.matrix == first.matrix && last.row - first.row == kPanelOuts - 1;
}

/// A stored word holds eight inputs of one output; a kept one two inputs of four outputs, 16 apart.
void Packing::copyGptqCodes(std::int64_t begin, std::int64_t count)
{
    const SourceRow& first = m_rows[0];
    std::byte* codes = unitOf(begin) + m_shape.headBytes();
    for (std::int64_t in = 0; in < count; in += 8) {
        std::uint32_t words[kPanelOuts];
        const std::int64_t wordRow = (first.colBegin + begin + in) / 8;
        std::memcpy(words, first.matrix->values + (wordRow * first.matrix->rows + first.row) * 4,
                    sizeof words);
        for (int pair = 0; pair < 4; ++pair) {
            std::uint32_t kept[16];
            for (int lane = 0; lane < 16; ++lane) {
                std::uint32_t both = 0;
                for (int quarter = 0; quarter < 4; ++quarter) {
                    const std::uint32_t byte = words[lane + 16 * quarter] >> (8 * pair);
                    both |= ((byte & 0xfU) | (byte & 0xf0U) << 12) << (4 * quarter);
                }
                kept[lane] = both;
            }
            std::memcpy(codes + (in / 2 + pair) * kPanelOuts, kept, sizeof kept);
        }
    }
}

void Packing::putInt4Head(std::int64_t out, std::int64_t begin)
{
    const auto& row = m_rows[out];
    std::byte* unit = unitOf(begin);
    putScale(unit, out, begin, scaleAt(*row.matrix, row.row, row.colBegin + begin));
    if (m_shape.hasZeros)
        unit[2 * kPanelOuts + out] = std::byte(
            static_cast<std::uint8_t>(int4At(*row.matrix, row.row, row.colBegin + begin).zero));
}

void Packing::copyInt4(std::int64_t out, std::int64_t begin, std::int64_t count)
{
    const auto& row = m_rows[out];
    std::byte* unit = unitOf(begin);
    putInt4Head(out, begin);
    std::array<std::uint8_t, kChunk> codes;
    readInt4Codes(*row.matrix, row.row, row.colBegin + begin,
                  std::span(codes).first(static_cast<std::size_t>(count)));
    for (std::int64_t idx = 0; idx < count; ++idx)
        putInt4Code(unit + m_shape.headBytes(), out, idx, codes[static_cast<std::size_t>(idx)]);
}

} // namespace

SourceRow sourceRow(const WeightPlan& plan, std::int64_t out)
{
    for (const auto& part : plan.parts) {
        const auto numRows = part.rowEnd - part.rowBegin;
        if (out < numRows)
            return {&part.matrix, part.rowBegin + out, part.colBegin};
        out -= numRows;
    }
    return {};
}

std::optional<Flaw> packPanel(const KeptWeight& weight, std::int64_t panelIdx)
{
    return Packing(weight, panelIdx).run();
}

} // namespace tf::cpu
