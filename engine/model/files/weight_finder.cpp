#include "engine/model/files/weight_finder.h"

#include "kernels/base/words.h"

#include <cstring>

namespace tf::engine {

namespace {

constexpr std::int64_t kInt4sPerWord = 8;

std::int64_t blocksOf(std::int64_t count, std::int64_t block)
{
    return (count + block - 1) / block;
}

std::string_view moduleOf(std::string_view weight)
{
    constexpr std::string_view kSuffix = ".weight";
    return weight.ends_with(kSuffix) ? weight.substr(0, weight.size() - kSuffix.size()) : weight;
}

Result<> checkShape(const TensorCatalog::Entry& entry, const std::vector<std::int64_t>& shape)
{
    if (entry.tensor.shape != shape)
        return Error(Code::BadInput,
                     words(describe(entry), " is ", describe(entry.tensor.type, entry.tensor.shape),
                           "; the config asks for ", describe("", shape).substr(1)));
    return {};
}

bool isOneOf(std::string_view type, std::string_view types)
{
    while (!types.empty()) {
        const auto end = std::min(types.find(' '), types.size());
        if (types.substr(0, end) == type)
            return true;
        types.remove_prefix(std::min(end + 1, types.size()));
    }
    return false;
}

} // namespace

/// Rows of a tensor that are one weight: all of it, or a stretch of a fused one.
struct WeightFinder::Slab {
    const TensorCatalog::Entry& entry;
    std::string name; ///< released name of the tensor
    FusedPlace place; ///< entryRows: of the tensor, or of one of its entries

    [[nodiscard]] std::vector<std::int64_t> shape(std::int64_t rows, std::int64_t cols) const
    {
        return place.numEntries == 0 ? std::vector<std::int64_t>{rows, cols}
                                     : std::vector<std::int64_t>{place.numEntries, rows, cols};
    }

    /// Where the weight's rows begin in a tensor of this layout with so many bytes a row.
    [[nodiscard]] const std::byte* rowsAt(const std::byte* bytes, std::int64_t entryRows,
                                          std::int64_t firstRow, std::int64_t rowBytes) const
    {
        return bytes + (place.entry * entryRows + firstRow) * rowBytes;
    }
};

Result<std::optional<StoredMatrix>> WeightFinder::find(const ExpectedWeight& weight)
{
    const std::string module(moduleOf(weight.name));
    if (const auto* entry = m_catalog.use(weight.name))
        return std::optional(
            TRY(whole(weight, Slab{*entry, weight.name, {{}, 0, 0, weight.rows, 0}})));
    if (isLinear(weight.kind) && m_catalog.has(module + ".qweight"))
        return std::optional(TRY(int4(weight, module)));
    if (weight.fused.tensor.empty())
        return std::optional<StoredMatrix>();
    if (const auto* entry = m_catalog.use(weight.fused.tensor))
        return std::optional(TRY(whole(weight, Slab{*entry, weight.fused.tensor, weight.fused})));
    const std::string fusedModule(moduleOf(weight.fused.tensor));
    if (m_catalog.has(fusedModule + ".qweight"))
        return Error(Code::Unsupported,
                     words("tensor \"", fusedModule,
                           ".qweight\": int4 weights are read one by one, not gate and up or "
                           "experts in one tensor"));
    return std::optional<StoredMatrix>();
}

Result<StoredMatrix> WeightFinder::whole(const ExpectedWeight& weight, const Slab& slab)
{
    const auto& tensor = slab.entry.tensor;
    TRY(checkShape(slab.entry,
                   !weight.shape.empty()  ? weight.shape
                       : weight.rows == 0 ? std::vector<std::int64_t>{weight.cols}
                                          : slab.shape(slab.place.entryRows, weight.cols)));
    if (tensor.type == "F32")
        return plain(weight, slab, WeightFormat::F32);
    if (tensor.type == "BF16")
        return plain(weight, slab, WeightFormat::BF16);
    if (tensor.type == "F8_E4M3" && isLinear(weight.kind)) {
        TRY(checkQuantised(weight, slab.entry));
        return fp8(weight, slab);
    }
    return Error(Code::Unsupported,
                 words(describe(slab.entry), " is ", tensor.type, "; ",
                       isLinear(weight.kind) ? "BF16, F32 and F8_E4M3 are" : "BF16 and F32 are",
                       " read there"));
}

Result<StoredMatrix> WeightFinder::plain(const ExpectedWeight& weight, const Slab& slab,
                                         WeightFormat format) const
{
    StoredMatrix matrix;
    matrix.name = weight.name;
    matrix.format = format;
    matrix.rows = weight.rows == 0 ? 1 : weight.rows;
    matrix.cols = weight.cols;
    const std::int64_t elementBytes = format == WeightFormat::F32 ? 4 : 2;
    matrix.values = slab.rowsAt(slab.entry.bytes, slab.place.entryRows, slab.place.firstRow,
                                weight.cols * elementBytes);
    return matrix;
}

Result<> WeightFinder::checkQuantised(const ExpectedWeight& weight,
                                      const TensorCatalog::Entry& entry) const
{
    if (m_quantization.method == QuantMethod::None)
        return Error(Code::BadInput,
                     words(describe(entry), " is ", entry.tensor.type,
                           ", and the config has no quantization_config"));
    if (m_quantization.keeps(moduleOf(weight.name)))
        return Error(Code::BadInput,
                     words(describe(entry), " is ", entry.tensor.type,
                           ", and quantization_config says that it is not quantised"));
    return {};
}

Result<StoredMatrix> WeightFinder::fp8(const ExpectedWeight& weight, const Slab& slab)
{
    const bool isMx = m_quantization.method == QuantMethod::MxFp8;
    if (!isMx && m_quantization.method != QuantMethod::BlockFp8)
        return Error(Code::BadInput,
                     words(describe(slab.entry), " is F8_E4M3, and quantization_config says ",
                           name(m_quantization.method)));
    if (isMx && weight.cols % m_quantization.group != 0)
        return Error(Code::Unsupported,
                     words(describe(slab.entry), " has ", weight.cols, " columns, no multiple of ",
                           m_quantization.group));
    if (slab.place.firstRow % m_quantization.blockRows != 0)
        return Error(Code::Unsupported,
                     words(describe(slab.entry), ": row ", slab.place.firstRow,
                           ", where its second weight begins, lies within a block of ",
                           m_quantization.blockRows, " rows"));
    StoredMatrix matrix = TRY(plain(weight, slab, WeightFormat::BF16));
    matrix.format = isMx ? WeightFormat::MxFp8 : WeightFormat::BlockFp8;
    matrix.group = m_quantization.group;
    matrix.blockRows = m_quantization.blockRows;
    matrix.values =
        slab.rowsAt(slab.entry.bytes, slab.place.entryRows, slab.place.firstRow, weight.cols);
    matrix.scales = TRY(scalesOf(slab, weight.cols));
    return matrix;
}

Result<const std::byte*> WeightFinder::scalesOf(const Slab& slab, std::int64_t cols)
{
    const auto* scales = m_catalog.use(slab.name + "_scale_inv");
    if (scales == nullptr)
        scales = m_catalog.use(slab.name + "_scale");
    if (scales == nullptr)
        return Error(Code::BadInput,
                     words(describe(slab.entry), " is F8_E4M3 and has no scales: \"",
                           slab.entry.tensor.name, "_scale_inv\" is missing"));
    const bool isMx = m_quantization.method == QuantMethod::MxFp8;
    const bool isScale = isMx ? scales->tensor.type == "U8" || scales->tensor.type == "F8_E8M0"
                              : scales->tensor.type == "F32";
    if (!isScale)
        return Error(Code::Unsupported,
                     words(describe(*scales), " is ", scales->tensor.type, "; scales of ",
                           name(m_quantization.method), " are ", isMx ? "U8" : "F32"));
    const auto entryRows = blocksOf(slab.place.entryRows, m_quantization.blockRows);
    const auto rowScales = blocksOf(cols, m_quantization.group);
    TRY(checkShape(*scales, slab.shape(entryRows, rowScales)));
    return slab.rowsAt(scales->bytes, entryRows, slab.place.firstRow / m_quantization.blockRows,
                       rowScales * (isMx ? 1 : 4));
}

Result<const TensorCatalog::Entry*> WeightFinder::part(const std::string& module,
                                                       std::string_view suffix,
                                                       std::string_view types,
                                                       const std::vector<std::int64_t>& shape)
{
    const auto* entry = m_catalog.use(words(module, suffix));
    if (entry == nullptr)
        return Error(Code::BadInput,
                     words("tensor \"", module, suffix, "\" is missing; without it \"", module,
                           ".qweight\" means nothing"));
    if (!isOneOf(entry->tensor.type, types))
        return Error(Code::Unsupported,
                     words(describe(*entry), " is ", entry->tensor.type, "; expected ", types));
    TRY(checkShape(*entry, shape));
    return entry;
}

Result<StoredMatrix> WeightFinder::int4(const ExpectedWeight& weight, const std::string& module)
{
    const bool isGptq = m_quantization.method == QuantMethod::Gptq;
    const auto& codes = *m_catalog.use(module + ".qweight");
    TRY(checkQuantised(weight, codes));
    if (!isGptq && m_quantization.method != QuantMethod::Awq)
        return Error(Code::BadInput,
                     words(describe(codes), " is int4, and quantization_config says ",
                           name(m_quantization.method)));
    const auto group = m_quantization.group == 0 ? weight.cols : m_quantization.group;
    if (weight.cols % group != 0 || weight.cols % kInt4sPerWord != 0
        || weight.rows % kInt4sPerWord != 0)
        return Error(Code::Unsupported,
                     words(describe(codes), ": ", weight.rows, " x ", weight.cols,
                           " does not divide into words of eight and groups of ", group));
    const auto packed = weight.rows / kInt4sPerWord;
    const auto groups = weight.cols / group;
    TRY(part(module, ".qweight", "I32",
             isGptq ? std::vector{weight.cols / kInt4sPerWord, weight.rows}
                    : std::vector{weight.cols, packed}));
    const auto* zeros = TRY(part(module, ".qzeros", "I32", {groups, packed}));
    const auto* scales = TRY(part(module, ".scales", "F16 BF16 F32", {groups, weight.rows}));
    if (m_catalog.has(module + ".g_idx"))
        TRY(checkGroupOrder(module, weight.cols, group));
    StoredMatrix matrix;
    matrix.name = weight.name;
    matrix.format = isGptq ? WeightFormat::Gptq : WeightFormat::Awq;
    matrix.rows = weight.rows;
    matrix.cols = weight.cols;
    matrix.group = group;
    matrix.scaleType = scales->tensor.type == "F16" ? DType::F16
        : scales->tensor.type == "BF16"             ? DType::BF16
                                                    : DType::F32;
    matrix.values = codes.bytes;
    matrix.scales = scales->bytes;
    matrix.zeros = zeros->bytes;
    return matrix;
}

Result<> WeightFinder::checkGroupOrder(const std::string& module, std::int64_t cols,
                                       std::int64_t group)
{
    const auto* order = TRY(part(module, ".g_idx", "I32", {cols}));
    for (std::int64_t col = 0; col < cols; ++col) {
        std::int32_t groupIdx = 0;
        std::memcpy(&groupIdx, order->bytes + col * 4, 4);
        if (groupIdx != col / group)
            return Error(Code::Unsupported,
                         words(describe(*order), " puts column ", col, " into group ", groupIdx,
                               ": columns that were reordered (desc_act) are not read"));
    }
    return {};
}

} // namespace tf::engine
