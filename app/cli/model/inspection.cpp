#include "app/cli/model/inspection.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tf::cli {

namespace {

using engine::ModelConfig;
using json::Value;

constexpr std::size_t kLabelWidth = 22;
constexpr std::size_t kNumberWidth = 12;
constexpr std::int64_t kContexts[] = {131072, 262144, 524288, 1048576};

std::string padded(std::string text, std::size_t width)
{
    // Left-aligned; every text here is ASCII.
    return text.append(width > text.size() ? width - text.size() : 1, ' ');
}

std::string rightAligned(const std::string& text, std::size_t width)
{
    return std::string(width > text.size() ? width - text.size() : 1, ' ') + text;
}

/// 12345678 as "12.35 M": three or four digits and a unit.
std::string scaled(double number, double step, std::span<const std::string_view> units)
{
    std::size_t unitIdx = 0;
    while (number >= step && unitIdx + 1 < units.size()) {
        number /= step;
        ++unitIdx;
    }
    if (unitIdx == 0)
        return words(static_cast<std::uint64_t>(number), units[0]);
    const auto cents = static_cast<std::uint64_t>(std::llround(number * 100));
    return words(cents / 100, ".", cents % 100 < 10 ? "0" : "", cents % 100, units[unitIdx]);
}

std::string count(std::uint64_t number)
{
    constexpr std::string_view kUnits[] = {"", " K", " M", " B", " T"};
    return scaled(static_cast<double>(number), 1000, kUnits);
}

std::string bytes(std::uint64_t number)
{
    constexpr std::string_view kUnits[] = {" B", " KiB", " MiB", " GiB", " TiB"};
    return scaled(static_cast<double>(number), 1024, kUnits);
}

struct LayerCounts {
    std::int64_t sparse = 0;
    std::int64_t experts = 0;
};

LayerCounts countLayers(const ModelConfig& config)
{
    LayerCounts counts;
    for (const engine::LayerKind& layer : config.layers) {
        counts.sparse += layer.sparseAttention ? 1 : 0;
        counts.experts += layer.experts ? 1 : 0;
    }
    return counts;
}

std::uint64_t cacheBytes(const CacheChoice& choice, const ModelConfig& config, std::int64_t context)
{
    const auto pages = (context + config.block() - 1) / config.block();
    return choice.bytesPerToken * static_cast<std::uint64_t>(pages)
        * static_cast<std::uint64_t>(config.block());
}

std::string line(std::string_view label, std::string_view text)
{
    return words(padded(std::string(label), kLabelWidth), text, "\n");
}

std::string shapeLines(const ModelConfig& config)
{
    const auto counts = countLayers(config);
    const auto numLayers = config.numLayers();
    std::string out = line("family", "MiniMax M3");
    out += line("layers", words(numLayers));
    out +=
        line("  attention", words(numLayers - counts.sparse, " dense, ", counts.sparse, " sparse"));
    out += line("  feed-forward",
                words(numLayers - counts.experts, " dense, ", counts.experts, " of experts"));
    out += line("hidden, vocabulary", words(config.hidden, ", ", config.vocab));
    out += line("heads",
                words(config.heads, " over ", config.kvHeads, " of keys and values, ",
                      config.headDim, " dimensions, ", config.rotaryDims, " rotated"));
    if (counts.sparse > 0)
        out += line("selection",
                    words(config.sparse.topK, " blocks of ", config.sparse.block, " positions, ",
                          config.sparse.indexHeads, " index heads of ", config.sparse.indexDim,
                          " dimensions"));
    if (counts.experts > 0)
        out +=
            line("experts",
                 words(config.experts, " of width ", config.expertWidth, ", ",
                       config.expertsPerToken, " a token",
                       config.sharedWidth > 0 ? words(", one shared of width ", config.sharedWidth)
                                              : std::string(", none shared")));
    if (counts.experts < numLayers)
        out += line("dense width", words(config.denseWidth));
    return out + line("longest context", words(config.maxPositions));
}

std::string formatsOf(const engine::KindTotal& total)
{
    std::string out;
    for (const engine::FormatCount& format : total.formats)
        out += words(out.empty() ? "" : ", ", engine::name(format.format),
                     total.formats.size() > 1 ? words(" (", format.numWeights, ")") : "");
    return out;
}

std::string weightRow(std::string_view label, const std::string& numWeights,
                      const std::string& parameters, const std::string& size,
                      std::string_view formats)
{
    auto row = padded(std::string(label), kLabelWidth) + rightAligned(numWeights, 8)
        + rightAligned(parameters, kNumberWidth) + rightAligned(size, kNumberWidth);
    return formats.empty() ? row + "\n" : words(row, "  ", formats, "\n");
}

std::string weightLines(const Inspection& inspection)
{
    const auto& inventory = inspection.inventory;
    std::string out = weightRow("weights", "number", "parameters", "size", "format");
    std::uint64_t numWeights = 0;
    for (const engine::KindTotal& total : inventory.kinds) {
        numWeights += total.numWeights;
        out += weightRow(words("  ", engine::name(total.kind)), words(total.numWeights),
                         count(total.numParameters), bytes(total.numBytes), formatsOf(total));
    }
    out += weightRow("  all", words(numWeights), count(inventory.numParameters),
                     bytes(inventory.numBytes), "");
    return out
        + line("  met by a token", rightAligned(count(inventory.numActive), 8 + kNumberWidth));
}

std::string cacheLines(const Inspection& inspection)
{
    std::string out = padded("cache", kLabelWidth);
    for (const CacheChoice& choice : inspection.caches)
        out += rightAligned(std::string(choice.name), 2 * kNumberWidth);
    out += "\n" + padded("  a token", kLabelWidth);
    for (const CacheChoice& choice : inspection.caches)
        out += rightAligned(words(choice.bytesPerToken, " B"), 2 * kNumberWidth);
    out += "\nmemory with context\n";
    for (const auto context : inspection.contexts) {
        out += padded(words("  ", context), kLabelWidth);
        for (const CacheChoice& choice : inspection.caches)
            out += rightAligned(bytes(inspection.inventory.numBytes
                                      + cacheBytes(choice, inspection.config, context)),
                                2 * kNumberWidth);
        out += "\n";
    }
    return out;
}

template <class N>
Value number(N value)
{
    return Value::number(words(value));
}

Value configAsJson(const ModelConfig& config)
{
    const auto counts = countLayers(config);
    return Value::object({
        {"layers", number(config.numLayers())},
        {"sparse_attention_layers", number(counts.sparse)},
        {"expert_layers", number(counts.experts)},
        {"hidden", number(config.hidden)},
        {"vocab", number(config.vocab)},
        {"heads", number(config.heads)},
        {"kv_heads", number(config.kvHeads)},
        {"head_dim", number(config.headDim)},
        {"rotary_dims", number(config.rotaryDims)},
        {"rope_theta", number(config.ropeTheta)},
        {"max_positions", number(config.maxPositions)},
        {"block", number(config.sparse.block)},
        {"top_k_blocks", number(config.sparse.topK)},
        {"index_heads", number(config.sparse.indexHeads)},
        {"index_dim", number(config.sparse.indexDim)},
        {"experts", number(config.experts)},
        {"experts_per_token", number(config.expertsPerToken)},
        {"expert_width", number(config.expertWidth)},
        {"shared_width", number(config.sharedWidth)},
        {"dense_width", number(config.denseWidth)},
    });
}

Value kindAsJson(const engine::KindTotal& total)
{
    Value formats = Value::object();
    for (const engine::FormatCount& format : total.formats)
        formats.members.emplace_back(engine::name(format.format), number(format.numWeights));
    return Value::object({{"kind", Value::string(std::string(engine::name(total.kind)))},
                          {"weights", number(total.numWeights)},
                          {"parameters", number(total.numParameters)},
                          {"bytes", number(total.numBytes)},
                          {"formats", std::move(formats)}});
}

Value cacheAsJson(const Inspection& inspection, const CacheChoice& choice)
{
    Value contexts = Value::array();
    for (const auto context : inspection.contexts) {
        const auto numBytes = cacheBytes(choice, inspection.config, context);
        contexts.items.push_back(
            Value::object({{"context", number(context)},
                           {"cache_bytes", number(numBytes)},
                           {"bytes", number(inspection.inventory.numBytes + numBytes)}}));
    }
    return Value::object({{"format", Value::string(std::string(choice.name))},
                          {"bytes_per_token", number(choice.bytesPerToken)},
                          {"contexts", std::move(contexts)}});
}

} // namespace

Result<Inspection> inspectModel(const std::string& folder)
{
    const auto checkpoint = TRY(engine::Checkpoint::open(folder));
    Inspection inspection;
    inspection.folder = folder;
    inspection.config = checkpoint.config();
    inspection.inventory = TRY(engine::takeInventory(checkpoint));
    inspection.numTensors = checkpoint.numTensors();
    inspection.fingerprint = checkpoint.fingerprint();
    const auto perToken = [&](DType keysAndValues, DType indexKeys) {
        return engine::cacheBytesPerToken(inspection.config, keysAndValues, indexKeys);
    };
    inspection.caches = {{"bf16", perToken(DType::BF16, DType::BF16)},
                         {"fp8 with bf16 index", perToken(DType::F8, DType::BF16)},
                         {"fp8", perToken(DType::F8, DType::F8)}};
    for (const auto context : kContexts) {
        if (context < inspection.config.maxPositions)
            inspection.contexts.push_back(context);
    }
    inspection.contexts.push_back(inspection.config.maxPositions);
    return inspection;
}

std::string asTable(const Inspection& inspection)
{
    return words(line("model", inspection.folder), shapeLines(inspection.config),
                 line("tensors", words(inspection.numTensors)),
                 line("fingerprint", inspection.fingerprint), "\n", weightLines(inspection), "\n",
                 cacheLines(inspection));
}

json::Value asJson(const Inspection& inspection)
{
    const auto& inventory = inspection.inventory;
    Value kinds = Value::array();
    for (const engine::KindTotal& total : inventory.kinds)
        kinds.items.push_back(kindAsJson(total));
    Value caches = Value::array();
    for (const CacheChoice& choice : inspection.caches)
        caches.items.push_back(cacheAsJson(inspection, choice));
    return Value::object({{"model", Value::string(inspection.folder)},
                          {"family", Value::string("MiniMax M3")},
                          {"fingerprint", Value::string(inspection.fingerprint)},
                          {"config", configAsJson(inspection.config)},
                          {"tensors", number(inspection.numTensors)},
                          {"parameters", number(inventory.numParameters)},
                          {"active_parameters", number(inventory.numActive)},
                          {"bytes", number(inventory.numBytes)},
                          {"weights", std::move(kinds)},
                          {"cache", std::move(caches)}});
}

} // namespace tf::cli
