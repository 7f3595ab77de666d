#include "engine/model/layer_kinds.h"

#include "kernels/base/words.h"

namespace tf::engine {

namespace {

constexpr std::int64_t kMaxLayers = 4096;

/// A list of flags and the field that it was read from.
struct LayerList {
    std::string_view name;
    std::optional<std::vector<bool>> flags;
};

/// layer_types and its kin: a word a layer.
Result<std::optional<std::vector<bool>>> namedKinds(const ConfigFields& fields,
                                                    std::string_view name, std::string_view yes,
                                                    std::string_view no)
{
    const auto kinds = TRY(fields.maybeTexts(name));
    if (!kinds)
        return std::optional<std::vector<bool>>();
    std::vector<bool> flags;
    for (const auto& kind : *kinds) {
        if (kind != yes && kind != no)
            return fields.unsupported(name, words("of each layer \"", yes, "\" or \"", no, "\""));
        flags.push_back(kind == yes);
    }
    return std::optional(std::move(flags));
}

Result<> checkLength(const ConfigFields& fields, const LayerList& list, std::size_t numLayers)
{
    if (list.flags && list.flags->size() != numLayers)
        return fields.wrong(list.name,
                            words("as many entries as num_hidden_layers, ", numLayers, ", not ",
                                  list.flags->size()));
    return {};
}

/// The one list that is there; where both are, they must say the same.
Result<std::vector<bool>> agreedKinds(const ConfigFields& fields, const LayerList& first,
                                      const LayerList& second, std::size_t numLayers)
{
    TRY(checkLength(fields, first, numLayers));
    TRY(checkLength(fields, second, numLayers));
    if (first.flags && second.flags && *first.flags != *second.flags)
        return fields.wrong(second.name, words("the same layers as in ", first.name));
    return first.flags ? *first.flags : *second.flags;
}

Result<std::vector<bool>> sparseLayers(const ConfigFields& text,
                                       const std::optional<ConfigFields>& sparse,
                                       std::size_t numLayers)
{
    LayerList byFreq = {"sparse_attention_freq", {}};
    LayerList byType = {
        "layer_types", TRY(namedKinds(text, "layer_types", "minimax_m3_sparse", "full_attention"))};
    if (sparse) {
        TRY(sparse->onlyFlag("use_sparse_attention", true));
        byFreq.flags = TRY(sparse->maybeFlags(byFreq.name));
    }
    if (!byFreq.flags && !byType.flags) {
        if (sparse)
            return sparse->wrong(byFreq.name, "a list of 0 and 1, one a layer");
        return text.wrong("sparse_attention_config",
                          "the settings of sparse attention, or layer_types");
    }
    auto layers = TRY(agreedKinds(sparse ? *sparse : text, byFreq, byType, numLayers));
    const LayerList noValue = {"sparse_disable_index_value",
                               sparse ? TRY(sparse->maybeFlags("sparse_disable_index_value"))
                                      : std::nullopt};
    if (!noValue.flags)
        return layers;
    TRY(checkLength(*sparse, noValue, numLayers));
    for (std::size_t layerIdx = 0; layerIdx < numLayers; ++layerIdx) {
        if (layers[layerIdx] && !(*noValue.flags)[layerIdx])
            return sparse->unsupported(noValue.name, "1 for each sparse layer");
    }
    return layers;
}

Result<std::vector<bool>> expertLayers(const ConfigFields& text, std::size_t numLayers)
{
    const LayerList byFreq = {"moe_layer_freq", TRY(text.maybeFlags("moe_layer_freq"))};
    const LayerList byType = {"mlp_layer_types",
                              TRY(namedKinds(text, "mlp_layer_types", "sparse", "dense"))};
    if (!byFreq.flags && !byType.flags)
        return text.wrong(byFreq.name, "a list of 0 and 1, one a layer, or mlp_layer_types");
    return agreedKinds(text, byFreq, byType, numLayers);
}

} // namespace

Result<std::vector<LayerKind>> readLayerKinds(const ConfigFields& text,
                                              const std::optional<ConfigFields>& sparse)
{
    const auto numLayers =
        static_cast<std::size_t>(TRY(text.whole({"num_hidden_layers"}, 1, kMaxLayers)));
    const auto isSparse = TRY(sparseLayers(text, sparse, numLayers));
    const auto hasExperts = TRY(expertLayers(text, numLayers));
    std::vector<LayerKind> layers(numLayers);
    for (std::size_t layerIdx = 0; layerIdx < numLayers; ++layerIdx)
        layers[layerIdx] = {isSparse[layerIdx], hasExperts[layerIdx]};
    return layers;
}

} // namespace tf::engine
