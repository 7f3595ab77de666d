#include "kernels/cpu/weights/plain_steps.h"

#include "kernels/cpu/weights/swiglu.h"

#include <cstring>

namespace tf::cpu {

namespace {

template <class T>
T loadFrom(const std::byte* base, std::int64_t idx)
{
    T value;
    std::memcpy(&value, base + idx * static_cast<std::int64_t>(sizeof(T)), sizeof(T));
    return value;
}

/// tile[in][out] for one E4M3 unit; scales may be null.
void decodeFp8(const std::byte* codes, std::int64_t numIns, const float* scales, float* tile)
{
    for (std::int64_t in = 0; in < numIns; ++in) {
        for (std::int64_t out = 0; out < kPanelOuts; ++out) {
            const auto code = loadFrom<Float8>(codes, in / 2 * 128 + fp8Place(out, in % 2));
            tile[in * kPanelOuts + out] = toFloat(code) * (scales == nullptr ? 1.0F : scales[out]);
        }
    }
}

void decodeInt4(const PanelShape& shape, const std::byte* unit, const float* scales, float* tile)
{
    const std::byte* codes = unit + shape.headBytes();
    for (std::int64_t in = 0; in < shape.unit; ++in) {
        for (std::int64_t out = 0; out < kPanelOuts; ++out) {
            const auto word =
                loadFrom<std::uint16_t>(codes + in / 2 * kPanelOuts, 2 * (out % 16) + in % 2);
            const int code = (word >> (4 * (out / 16))) & 15;
            const int zero = shape.hasZeros ? std::to_integer<int>(unit[2 * kPanelOuts + out]) : 8;
            tile[in * kPanelOuts + out] =
                static_cast<float>(code - zero) * (scales == nullptr ? 1.0F : scales[out]);
        }
    }
}

void decodePairs(const std::byte* unit, float* tile)
{
    for (std::int64_t out = 0; out < kPanelOuts; ++out) {
        tile[out] = toFloat(loadFrom<BFloat16>(unit, 2 * out));
        tile[kPanelOuts + out] = toFloat(loadFrom<BFloat16>(unit, 2 * out + 1));
    }
}

void decodeUnit(const PanelShape& shape, const std::byte* unit, Decode decode, float* tile)
{
    float scales[kPanelOuts];
    const float* used = nullptr;
    if (shape.form == WeightForm::MxFp8 || (shape.scalesSums() && decode == Decode::Numbers)) {
        readScales(shape, unit, scales);
        used = scales;
    }
    switch (shape.form) {
    case WeightForm::F32:
        std::memcpy(tile, unit, kPanelOuts * sizeof(float));
        return;
    case WeightForm::BF16:
        return decodePairs(unit, tile);
    case WeightForm::MxFp8:
    case WeightForm::BlockFp8:
        return decodeFp8(unit + shape.headBytes(), shape.unit, used, tile);
    case WeightForm::Int4:
        return decodeInt4(shape, unit, used, tile);
    }
}

void addProducts(const float* tile, std::int64_t numIns, const float* rows, std::int64_t numRows,
                 float* sums)
{
    for (std::int64_t row = 0; row < numRows; ++row) {
        float rowSums[kPanelOuts];
        std::memcpy(rowSums, sums + row * kPanelOuts, sizeof rowSums);
        for (std::int64_t in = 0; in < numIns; ++in) {
            const float x = rows[row * kFloatTileIns + in];
            for (std::int64_t out = 0; out < kPanelOuts; ++out)
                rowSums[out] += x * tile[in * kPanelOuts + out];
        }
        std::memcpy(sums + row * kPanelOuts, rowSums, sizeof rowSums);
    }
}

void addScaled(const float* scales, const float* sums, std::int64_t numRows, float* totals)
{
    for (std::int64_t row = 0; row < numRows; ++row) {
        for (std::int64_t out = 0; out < kPanelOuts; ++out)
            totals[row * kPanelOuts + out] += scales[out] * sums[row * kPanelOuts + out];
    }
}

void swiglu(const float* gate, const float* up, const SwigluOai& constants, float* act)
{
    for (std::int64_t out = 0; out < kPanelOuts; ++out)
        act[out] = swigluOai(gate[out], up[out], constants);
}

} // namespace

void readScales(const PanelShape& shape, const std::byte* unit, float* scales)
{
    for (std::int64_t out = 0; out < kPanelOuts; ++out) {
        if (shape.form == WeightForm::Int4)
            scales[out] = toFloat(loadFrom<Half>(unit, out));
        else if (shape.form == WeightForm::BlockFp8)
            scales[out] = loadFrom<float>(unit, out);
        else
            scales[out] = scaleE8M0(loadFrom<std::uint8_t>(unit, out));
    }
}

const FloatSteps kPlainSteps{decodeUnit, addProducts, addScaled, swiglu};

} // namespace tf::cpu
