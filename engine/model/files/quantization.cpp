#include "engine/model/files/quantization.h"

#include "engine/model/config_fields.h"
#include "engine/model/files/tensor_names.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::engine {

namespace {

constexpr std::int64_t kMaxScaleBlock = 65536;
constexpr std::int64_t kMxColumns = 32;

/// A module as the config names it, in the released spelling.
std::string releasedModuleName(const std::string& module)
{
    constexpr std::string_view kWeight = ".weight";
    auto name = releasedName(module + std::string(kWeight)).value_or("");
    return name.ends_with(kWeight) ? name.substr(0, name.size() - kWeight.size()) : name;
}

Result<std::vector<std::string>> keptModules(const ConfigFields& fields)
{
    std::vector<std::string> kept;
    for (const auto field : {"ignored_layers", "modules_to_not_convert", "ignore"}) {
        const auto modules = TRY(fields.maybeTexts(field));
        for (const auto& module : modules.value_or(std::vector<std::string>()))
            kept.push_back(releasedModuleName(module));
    }
    std::sort(kept.begin(), kept.end());
    return kept;
}

/// MXFP8 is FP8 with a power of two for 32 columns of one row; other blocks have F32 scales.
Result<> readFp8(const ConfigFields& fields, std::string_view method, Quantization& quantization)
{
    TRY(fields.onlyText("fmt", "e4m3"));
    const json::Value* block = fields.find("weight_block_size");
    constexpr std::string_view kWanted = "two whole numbers, rows and columns";
    if (block == nullptr)
        return fields.unsupported("weight_block_size", kWanted);
    if (block->kind != json::Kind::Array || block->items.size() != 2)
        return fields.wrong("weight_block_size", kWanted);
    const json::Value sizes =
        json::Value::object({{"rows", block->items[0]}, {"columns", block->items[1]}});
    const ConfigFields named(sizes, "quantization_config.weight_block_size ");
    quantization.blockRows = TRY(named.whole({"rows"}, 1, kMaxScaleBlock));
    quantization.group = TRY(named.whole({"columns"}, 1, kMaxScaleBlock));
    const bool isMx = quantization.blockRows == 1 && quantization.group == kMxColumns;
    if (method == "mxfp8" && !isMx)
        return fields.wrong("weight_block_size", "[1, 32]");
    const auto scales = TRY(fields.maybeText("scale_fmt"));
    if (isMx && scales.value_or("ue8m0") != "ue8m0")
        return fields.unsupported("scale_fmt", "\"ue8m0\"");
    quantization.method = isMx ? QuantMethod::MxFp8 : QuantMethod::BlockFp8;
    return {};
}

Result<> readInt4(const ConfigFields& fields, QuantMethod method, Quantization& quantization)
{
    constexpr std::int64_t kWholeRow = -1;
    quantization.method = method;
    const auto bits = TRY(fields.whole({"bits", "w_bit"}, 1, 16));
    if (bits != 4)
        return fields.unsupported("bits", "4");
    const auto group = TRY(fields.whole({"group_size", "q_group_size"}, kWholeRow, kMaxScaleBlock));
    if (group == 0)
        return fields.wrong("group_size", "a number of columns, or -1");
    quantization.group = group == kWholeRow ? 0 : group;
    if (method == QuantMethod::Gptq) {
        TRY(fields.onlyText("checkpoint_format", "gptq"));
        return {};
    }
    const auto version = TRY(fields.maybeText("version"));
    if (version && *version != "gemm" && *version != "GEMM")
        return fields.unsupported("version", "\"gemm\"");
    return fields.onlyFlag("zero_point", true);
}

} // namespace

std::string_view name(QuantMethod method)
{
    switch (method) {
    case QuantMethod::None:
        return "none";
    case QuantMethod::MxFp8:
        return "mxfp8";
    case QuantMethod::BlockFp8:
        return "fp8";
    case QuantMethod::Gptq:
        return "gptq";
    case QuantMethod::Awq:
        return "awq";
    }
    UNREACHABLE();
}

bool Quantization::keeps(std::string_view module) const
{
    return std::binary_search(kept.begin(), kept.end(), module, std::less<>());
}

Result<Quantization> readQuantization(std::string_view json)
{
    const auto root = TRY(json::parse(json));
    const ConfigFields outer(root, "");
    const auto text = TRY(outer.within("text_config"));
    auto settings = TRY(outer.within("quantization_config"));
    const auto inner = text ? TRY(text->within("quantization_config")) : std::nullopt;
    if (!settings && !inner)
        return Quantization();
    const ConfigFields& fields = settings ? *settings : *inner;
    const auto method = TRY(fields.maybeText("quant_method"));
    Quantization quantization;
    if (method == "mxfp8" || method == "fp8")
        TRY(readFp8(fields, *method, quantization));
    else if (method == "gptq")
        TRY(readInt4(fields, QuantMethod::Gptq, quantization));
    else if (method == "awq")
        TRY(readInt4(fields, QuantMethod::Awq, quantization));
    else if (method)
        return fields.unsupported("quant_method", "mxfp8, fp8, gptq or awq");
    else
        return fields.wrong("quant_method", "mxfp8, fp8, gptq or awq");
    quantization.kept = TRY(keptModules(fields));
    return quantization;
}

} // namespace tf::engine
