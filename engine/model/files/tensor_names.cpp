#include "engine/model/files/tensor_names.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <array>

namespace tf::engine {

namespace {

struct Renamed {
    std::string_view from;
    std::string_view to;
};

constexpr std::string_view kLayers = "model.layers.";

/// The first prefix that matches is replaced; longer ones stand first.
constexpr Renamed kPrefixes[] = {
    {"model.language_model.model.", "model."},
    {"model.language_model.lm_head.", "lm_head."},
    {"model.language_model.", "model."},
    {"language_model.", ""},
};

constexpr std::string_view kForeign[] = {"mtp."};

/// Of the vision part, as Transformers spells it; the released names stay as they are.
constexpr Renamed kVision[] = {
    {"model.vision_tower.vision_model.", "vision_tower.vision_model."},
    {"model.vision_tower.embeddings.proj.",
     "vision_tower.vision_model.embeddings.patch_embedding."},
    {"model.vision_tower.layers.", "vision_tower.vision_model.encoder.layers."},
    {"model.vision_tower.", "vision_tower.vision_model."},
    {"model.multi_modal_projector.merge_linear_", "patch_merge_mlp.linear_"},
    {"model.multi_modal_projector.", "multi_modal_projector."},
    {"model.patch_merge_mlp.", "patch_merge_mlp."},
};

/// Within a layer, after its number. The first that matches is replaced; longer ones stand first.
constexpr Renamed kModules[] = {
    {"self_attn.indexer.", "self_attn.index_"},
    {"mlp.gate.", "block_sparse_moe.gate."},
    {"mlp.e_score_correction_bias", "block_sparse_moe.e_score_correction_bias"},
    {"mlp.experts.", "block_sparse_moe.experts."},
    {"mlp.shared_experts.", "block_sparse_moe.shared_experts."},
};

constexpr Renamed kExpertParts[] = {
    {"gate_proj.", "w1."}, {"up_proj.", "w3."}, {"down_proj.", "w2."}};

template <std::size_t N>
void replacePrefix(std::string& name, const Renamed (&table)[N])
{
    for (const Renamed& renamed : table) {
        if (name.starts_with(renamed.from)) {
            name.replace(0, renamed.from.size(), renamed.to);
            return;
        }
    }
}

/// Behind "7." of "experts.7.gate_proj.weight"; 0 when no number stands there.
std::size_t afterNumber(std::string_view name)
{
    const auto dot = name.find_first_not_of("0123456789");
    return dot == 0 || dot == std::string_view::npos || name[dot] != '.' ? 0 : dot + 1;
}

std::string releasedModule(std::string module)
{
    replacePrefix(module, kModules);
    constexpr std::string_view kBiasInGate = "block_sparse_moe.gate.e_score_correction_bias";
    if (module == kBiasInGate)
        return "block_sparse_moe.e_score_correction_bias";
    constexpr std::string_view kExperts = "block_sparse_moe.experts.";
    if (!module.starts_with(kExperts))
        return module;
    auto rest = module.substr(kExperts.size());
    const auto partAt = afterNumber(rest);
    if (partAt == 0)
        return module; // all experts in one tensor
    auto part = rest.substr(partAt);
    replacePrefix(part, kExpertParts);
    return words(kExperts, std::string_view(rest).substr(0, partAt), part);
}

constexpr std::string_view kVisionParts[] = {"vision_tower.", "multi_modal_projector.",
                                             "patch_merge_mlp."};

} // namespace

bool isOfVision(std::string_view released)
{
    return std::any_of(std::begin(kVisionParts), std::end(kVisionParts),
                       [released](std::string_view part) { return released.starts_with(part); });
}

std::optional<std::string> releasedName(std::string_view stored)
{
    std::string name(stored);
    replacePrefix(name, kPrefixes);
    const auto inner = name.starts_with("model.") ? std::string_view(name).substr(6) : name;
    for (const auto foreign : kForeign) {
        if (inner.starts_with(foreign) || name.starts_with(foreign))
            return std::nullopt;
    }
    if (!name.starts_with(kLayers)) {
        replacePrefix(name, kVision);
        return name;
    }
    const auto moduleAt = afterNumber(std::string_view(name).substr(kLayers.size()));
    if (moduleAt == 0)
        return name;
    const auto layerEnd = kLayers.size() + moduleAt;
    return name.substr(0, layerEnd) + releasedModule(name.substr(layerEnd));
}

} // namespace tf::engine
