#include "engine/model/config.h"

#include "engine/model/config_fields.h"
#include "engine/model/layer_kinds.h"
#include "kernels/base/words.h"

#include <cmath>

namespace tf::engine {

namespace {

constexpr std::size_t kMaxConfigBytes = std::size_t(16) << 20;
constexpr int kMaxConfigDepth = 64;

// Bounds far above any model, and low enough that no product of sizes leaves 63 bits.
constexpr std::int64_t kMaxWidth = std::int64_t(1) << 20;
constexpr std::int64_t kMaxVocab = std::int64_t(1) << 24;
constexpr std::int64_t kMaxHeads = 4096;
constexpr std::int64_t kMaxExperts = 4096;
constexpr std::int64_t kMaxExpertsOfAllLayers = std::int64_t(1) << 18;
constexpr std::int64_t kMaxBlock = 65536;
constexpr std::int64_t kMaxPositions = std::int64_t(1) << 31;

bool isOfFamily(const std::vector<std::string>& architectures, std::string_view modelType)
{
    for (const auto& architecture : architectures) {
        if (architecture.starts_with("MiniMaxM3"))
            return true;
    }
    return architectures.empty() && modelType.starts_with("minimax_m3");
}

Result<> checkFamily(const ConfigFields& root)
{
    const auto architectures =
        TRY(root.maybeTexts("architectures")).value_or(std::vector<std::string>());
    const auto modelType = TRY(root.maybeText("model_type")).value_or("");
    if (isOfFamily(architectures, modelType))
        return {};
    if (architectures.empty() && modelType.empty())
        return root.wrong("architectures", "what kind of model this is");
    return root.unsupported(architectures.empty() ? "model_type" : "architectures",
                            "MiniMaxM3SparseForConditionalGeneration or "
                            "MiniMaxM3SparseForCausalLM: a model of another family is not read");
}

/// What is the same in every model of the family; anything else would be read wrongly.
Result<> checkFixed(const ConfigFields& text)
{
    for (const auto name : {"use_gemma_norm", "use_qk_norm", "norm_topk_prob"})
        TRY(text.onlyFlag(name, true));
    for (const auto name : {"attention_output_gate", "attention_bias", "tie_word_embeddings"})
        TRY(text.onlyFlag(name, false));
    TRY(text.onlyText("qk_norm_type", "per_head"));
    TRY(text.onlyText("scoring_func", "sigmoid"));
    for (const auto name : {"swiglu_beta", "n_group", "topk_group"})
        TRY(text.onlyNumber(name, 1));
    // transformers itself saves its class's default "silu" there and ignores it.
    const bool isExport = TRY(text.maybeText("model_type")).value_or("") == "minimax_m3_vl_text";
    const auto activation = TRY(text.maybeText("hidden_act"));
    if (!activation)
        return text.wrong("hidden_act", "\"swigluoai\"");
    if (*activation != "swigluoai" && !(isExport && *activation == "silu"))
        return text.unsupported("hidden_act", "\"swigluoai\"");
    return {};
}

Result<std::int32_t> small(Result<std::int64_t> number)
{
    return static_cast<std::int32_t>(TRY(std::move(number)));
}

Result<> readSizes(const ConfigFields& text, ModelConfig& config)
{
    config.hidden = TRY(text.whole({"hidden_size"}, 1, kMaxWidth));
    config.vocab = TRY(text.whole({"vocab_size"}, 1, kMaxVocab));
    config.maxPositions = TRY(text.whole({"max_position_embeddings"}, 1, kMaxPositions));
    config.normEpsilon = TRY(text.number({"rms_norm_eps"}, {1e-12, 0.1}));
    config.heads = TRY(small(text.whole({"num_attention_heads"}, 1, kMaxHeads)));
    config.kvHeads = TRY(small(text.whole({"num_key_value_heads"}, 1, kMaxHeads)));
    if (config.heads % config.kvHeads != 0)
        return text.wrong("num_key_value_heads",
                          words("a divisor of num_attention_heads, ", config.heads));
    config.headDim = TRY(small(text.whole({"head_dim"}, 1, kMaxHeads)));
    return {};
}

/// theta and the share of a head that turns, from the fields beside or inside rope_parameters.
Result<> readRotation(const ConfigFields& text, ModelConfig& config)
{
    constexpr Range kTheta = {1, 1e15};
    auto theta = TRY(text.maybeNumber({"rope_theta"}, kTheta));
    auto share = TRY(text.maybeNumber({"partial_rotary_factor"}, {0, 1}));
    for (const auto name : {"rope_parameters", "rope_scaling"}) {
        const auto rope = TRY(text.within(name));
        if (!rope)
            continue;
        TRY(rope->onlyText("rope_type", "default"));
        TRY(rope->onlyText("type", "default"));
        const auto innerTheta = TRY(rope->maybeNumber({"rope_theta"}, kTheta));
        if (innerTheta && theta.value_or(*innerTheta) != *innerTheta)
            return rope->wrong("rope_theta", words(*theta, ", as rope_theta says"));
        const auto innerShare = TRY(rope->maybeNumber({"partial_rotary_factor"}, {0, 1}));
        if (innerShare && share.value_or(*innerShare) != *innerShare)
            return rope->wrong("partial_rotary_factor",
                               words(*share, ", as partial_rotary_factor says"));
        theta = innerTheta ? innerTheta : theta;
        share = innerShare ? innerShare : share;
    }
    if (!theta)
        return text.wrong("rope_theta", "a number");
    config.ropeTheta = *theta;
    const auto dims = TRY(text.maybeWhole({"rotary_dim"}, 2, kMaxHeads));
    if (!dims && !share)
        return text.wrong("rotary_dim", "a whole number, or partial_rotary_factor");
    const double turning = share ? *share * config.headDim : static_cast<double>(*dims);
    if (dims && static_cast<double>(*dims) != turning)
        return text.wrong("rotary_dim", words(turning, ", head_dim times partial_rotary_factor"));
    config.rotaryDims = static_cast<std::int32_t>(turning);
    if (config.rotaryDims != turning || config.rotaryDims % 2 != 0 || config.rotaryDims < 2
        || config.rotaryDims > config.headDim)
        return text.wrong(
            dims ? "rotary_dim" : "partial_rotary_factor",
            words("an even number of dimensions, at most head_dim, ", config.headDim));
    return {};
}

Result<> readExperts(const ConfigFields& text, ModelConfig& config)
{
    config.experts = TRY(small(text.whole({"num_local_experts", "num_experts"}, 1, kMaxExperts)));
    if (config.experts * std::int64_t(config.numLayers()) > kMaxExpertsOfAllLayers)
        return text.wrong("num_local_experts",
                          words("at most ", kMaxExpertsOfAllLayers, " in all layers"));
    config.expertsPerToken = TRY(small(text.whole({"num_experts_per_tok"}, 1, kMaxExperts)));
    if (config.expertsPerToken > config.experts)
        return text.wrong("num_experts_per_tok",
                          words("at most num_local_experts, ", config.experts));
    config.expertWidth = TRY(text.whole({"intermediate_size"}, 1, kMaxWidth));
    const auto numShared = TRY(text.whole({"n_shared_experts"}, 0, kMaxExperts));
    if (numShared > 1)
        return text.unsupported("n_shared_experts", "0 or 1");
    if (numShared == 1)
        config.sharedWidth = TRY(text.whole({"shared_intermediate_size"}, 1, kMaxWidth));
    config.routingBias = TRY(text.maybeFlag("use_routing_bias")).value_or(true);
    config.routedScale = TRY(text.number({"routed_scaling_factor"}, {1e-6, 1e6}));
    return {};
}

Result<> readFeedForward(const ConfigFields& text, ModelConfig& config)
{
    bool hasDense = false;
    bool hasExperts = false;
    for (const LayerKind& layer : config.layers)
        (layer.experts ? hasExperts : hasDense) = true;
    if (hasDense)
        config.denseWidth = TRY(text.whole({"dense_intermediate_size"}, 1, kMaxWidth));
    if (hasExperts)
        TRY(readExperts(text, config));
    config.swigluAlpha = TRY(text.number({"swiglu_alpha"}, {1e-6, 1e6}));
    config.swigluLimit = TRY(text.number({"swiglu_limit"}, {1e-6, 1e6}));
    return {};
}

Result<SparseAttention> readSparse(const ConfigFields& fields, const ModelConfig& config)
{
    SparseAttention sparse;
    sparse.indexHeads =
        TRY(small(fields.whole({"sparse_num_index_heads", "index_n_heads"}, 1, kMaxHeads)));
    if (sparse.indexHeads != config.kvHeads)
        return fields.wrong(fields.find("index_n_heads") != nullptr ? "index_n_heads"
                                                                    : "sparse_num_index_heads",
                            words("as many as num_key_value_heads, ", config.kvHeads));
    sparse.indexDim = TRY(
        small(fields.whole({"sparse_index_dim", "index_head_dim"}, config.rotaryDims, kMaxHeads)));
    sparse.block =
        TRY(small(fields.whole({"sparse_block_size", "index_block_size"}, 1, kMaxBlock)));
    sparse.topK =
        TRY(small(fields.whole({"sparse_topk_blocks", "index_topk_blocks"}, 1, kMaxBlock)));
    sparse.initBlocks =
        TRY(small(TRY(fields.maybeWhole({"sparse_init_block"}, 0, kMaxBlock)).value_or(0)));
    sparse.localBlocks =
        TRY(small(fields.whole({"sparse_local_block", "index_local_blocks"}, 1, kMaxBlock)));
    if (sparse.initBlocks + sparse.localBlocks > sparse.topK)
        return fields.wrong("sparse_topk_blocks",
                            words("room for the ", sparse.initBlocks, " first and ",
                                  sparse.localBlocks, " last blocks"));
    TRY(fields.onlyText("sparse_score_type", "max"));
    return sparse;
}

Result<> readLayers(const ConfigFields& text, ModelConfig& config)
{
    const auto nested = TRY(text.within("sparse_attention_config"));
    config.layers = TRY(readLayerKinds(text, nested));
    bool hasSparse = false;
    for (const LayerKind& layer : config.layers)
        hasSparse = hasSparse || layer.sparseAttention;
    if (hasSparse)
        config.sparse = TRY(readSparse(nested ? *nested : text, config));
    return {};
}

} // namespace

Result<ModelConfig> readConfig(std::string_view json)
{
    const auto root = TRY(json::parse(json, {kMaxConfigBytes, kMaxConfigDepth}));
    if (root.kind != json::Kind::Object)
        return Error(Code::BadInput,
                     words("a ", json::name(root.kind), " where an object must be"));
    const ConfigFields outer(root, "");
    TRY(checkFamily(outer));
    const auto nested = TRY(outer.within("text_config"));
    const ConfigFields& text = nested ? *nested : outer;
    TRY(checkFixed(text));
    ModelConfig config;
    TRY(readSizes(text, config));
    TRY(readRotation(text, config));
    TRY(readLayers(text, config));
    TRY(readFeedForward(text, config));
    config.vision = TRY(readVisionConfig(outer, config.vocab));
    return config;
}

} // namespace tf::engine
