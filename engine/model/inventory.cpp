#include "engine/model/inventory.h"

#include "kernels/base/check.h"

#include <algorithm>

namespace tf::engine {

namespace {

std::uint64_t ceilDiv(std::int64_t count, std::int64_t by)
{
    return static_cast<std::uint64_t>((count + by - 1) / by);
}

KindTotal& totalOf(std::vector<KindTotal>& kinds, WeightKind kind)
{
    const auto place = std::find_if(kinds.begin(), kinds.end(),
                                    [kind](const KindTotal& total) { return total.kind == kind; });
    return place != kinds.end() ? *place : kinds.emplace_back(KindTotal{kind, 0, 0, 0, {}});
}

void count(std::vector<FormatCount>& formats, WeightFormat format)
{
    const auto place =
        std::find_if(formats.begin(), formats.end(),
                     [format](const FormatCount& count) { return count.format == format; });
    ++(place != formats.end() ? *place : formats.emplace_back(FormatCount{format, 0})).numWeights;
}

/// The share of a kind that one token meets.
std::uint64_t activeOf(const KindTotal& total, const ModelConfig& config)
{
    switch (total.kind) {
    case WeightKind::Embedding:
        return static_cast<std::uint64_t>(config.hidden);
    case WeightKind::Vision:
    case WeightKind::Connector:
        return 0; // patches meet them, tokens do not
    case WeightKind::Expert:
        return total.numParameters / static_cast<std::uint64_t>(config.experts)
            * static_cast<std::uint64_t>(config.expertsPerToken);
    default:
        return total.numParameters;
    }
}

} // namespace

std::string_view name(WeightFormat format)
{
    switch (format) {
    case WeightFormat::F32:
        return "f32";
    case WeightFormat::BF16:
        return "bf16";
    case WeightFormat::MxFp8:
        return "mxfp8";
    case WeightFormat::BlockFp8:
        return "fp8";
    case WeightFormat::Gptq:
        return "gptq int4";
    case WeightFormat::Awq:
        return "awq int4";
    }
    UNREACHABLE();
}

std::uint64_t storedBytes(const StoredMatrix& matrix)
{
    const auto rows = static_cast<std::uint64_t>(matrix.rows);
    const auto numElements = rows * static_cast<std::uint64_t>(matrix.cols);
    switch (matrix.format) {
    case WeightFormat::F32:
        return numElements * 4;
    case WeightFormat::BF16:
        return numElements * 2;
    case WeightFormat::MxFp8:
        return numElements + rows * ceilDiv(matrix.cols, matrix.group);
    case WeightFormat::BlockFp8:
        return numElements
            + ceilDiv(matrix.rows, matrix.blockRows) * ceilDiv(matrix.cols, matrix.group) * 4;
    case WeightFormat::Gptq:
    case WeightFormat::Awq: {
        const auto groups = ceilDiv(matrix.cols, matrix.group);
        return numElements / 2 + groups * rows / 2 + groups * rows * bytesOf(matrix.scaleType);
    }
    }
    UNREACHABLE();
}

Result<Inventory> takeInventory(const Checkpoint& checkpoint)
{
    Inventory inventory;
    for (const ExpectedWeight& weight : expectedWeights(checkpoint.config())) {
        const auto matrix = TRY(checkpoint.matrix(weight.name));
        KindTotal& total = totalOf(inventory.kinds, weight.kind);
        ++total.numWeights;
        total.numParameters += static_cast<std::uint64_t>(weight.numElements());
        total.numBytes += storedBytes(matrix);
        count(total.formats, matrix.format);
    }
    for (const KindTotal& total : inventory.kinds) {
        inventory.numParameters += total.numParameters;
        inventory.numActive += activeOf(total, checkpoint.config());
        inventory.numBytes += total.numBytes;
    }
    return inventory;
}

std::uint64_t cacheBytesPerToken(const ModelConfig& config, DType keysAndValues, DType indexKeys)
{
    const auto kvBytes = 2 * static_cast<std::uint64_t>(config.kvHeads)
        * static_cast<std::uint64_t>(config.headDim) * bytesOf(keysAndValues);
    const auto indexBytes = static_cast<std::uint64_t>(config.sparse.indexDim) * bytesOf(indexKeys);
    std::uint64_t numBytes = 0;
    for (const LayerKind& layer : config.layers)
        numBytes += kvBytes + (layer.sparseAttention ? indexBytes : 0);
    return numBytes;
}

} // namespace tf::engine
