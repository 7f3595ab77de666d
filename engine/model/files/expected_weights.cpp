#include "engine/model/files/expected_weights.h"

#include "kernels/base/check.h"
#include "kernels/base/words.h"

namespace tf::engine {

namespace {

class ExpectedList {
public:
    explicit ExpectedList(const ModelConfig& config)
        : m_config(config)
    {
    }

    std::vector<ExpectedWeight> make() &&
    {
        matrix("model.embed_tokens", WeightKind::Embedding, m_config.vocab, m_config.hidden);
        for (m_layer = 0; m_layer < m_config.numLayers(); ++m_layer)
            addLayer();
        m_layer = -1;
        norm("model.norm", m_config.hidden);
        matrix("lm_head", WeightKind::Head, m_config.vocab, m_config.hidden);
        if (m_config.vision)
            addVision(*m_config.vision);
        return std::move(m_weights);
    }

private:
    ExpectedWeight& add(std::string name, WeightKind kind, std::int64_t rows, std::int64_t cols)
    {
        return m_weights.emplace_back(
            ExpectedWeight{std::move(name), kind, rows, cols, FusedPlace(), m_layer, {}});
    }

    ExpectedWeight& matrix(std::string_view module, WeightKind kind, std::int64_t rows,
                           std::int64_t cols)
    {
        return add(words(module, ".weight"), kind, rows, cols);
    }

    void norm(std::string_view module, std::int64_t size)
    {
        add(words(module, ".weight"), WeightKind::Norm, 0, size);
    }

    void addLayer()
    {
        const auto& kind = m_config.layers[static_cast<std::size_t>(m_layer)];
        const auto layer = words("model.layers.", m_layer, ".");
        norm(layer + "input_layernorm", m_config.hidden);
        addAttention(layer + "self_attn.");
        if (kind.sparseAttention)
            addIndex(layer + "self_attn.index_");
        norm(layer + "post_attention_layernorm", m_config.hidden);
        if (kind.experts)
            addExperts(layer + "block_sparse_moe.");
        else
            addGated(layer + "mlp.", WeightKind::Dense, m_config.denseWidth);
    }

    void addAttention(const std::string& module)
    {
        const std::int64_t dim = m_config.headDim;
        const std::int64_t queries = m_config.heads * dim;
        const std::int64_t keys = m_config.kvHeads * dim;
        matrix(module + "q_proj", WeightKind::Attention, queries, m_config.hidden);
        matrix(module + "k_proj", WeightKind::Attention, keys, m_config.hidden);
        matrix(module + "v_proj", WeightKind::Attention, keys, m_config.hidden);
        matrix(module + "o_proj", WeightKind::Attention, m_config.hidden, queries);
        if (!m_config.qkNorm)
            return;
        norm(module + "q_norm", dim);
        norm(module + "k_norm", dim);
    }

    void addIndex(const std::string& module)
    {
        const std::int64_t dim = m_config.sparse.indexDim;
        matrix(module + "q_proj", WeightKind::Index, m_config.sparse.indexHeads * dim,
               m_config.hidden);
        matrix(module + "k_proj", WeightKind::Index, dim, m_config.hidden);
        norm(module + "q_norm", dim);
        norm(module + "k_norm", dim);
    }

    /// Gate, up and down; gate and up may lie in one tensor, gate above up.
    void addGated(const std::string& module, WeightKind kind, std::int64_t width)
    {
        const FusedPlace both{module + "gate_up_proj.weight", 0, 0, 2 * width, 0};
        auto& gate = matrix(module + "gate_proj", kind, width, m_config.hidden);
        gate.fused = both;
        auto& up = matrix(module + "up_proj", kind, width, m_config.hidden);
        up.fused = both;
        up.fused.firstRow = width;
        matrix(module + "down_proj", kind, m_config.hidden, width);
    }

    void addExperts(const std::string& module)
    {
        matrix(module + "gate", WeightKind::Router, m_config.experts, m_config.hidden);
        if (m_config.routingBias)
            add(module + "e_score_correction_bias", WeightKind::RoutingBias, 0, m_config.experts);
        for (std::int32_t expert = 0; expert < m_config.experts; ++expert)
            addExpert(module + "experts.", expert);
        if (m_config.sharedWidth > 0)
            addGated(module + "shared_experts.", WeightKind::SharedExpert, m_config.sharedWidth);
    }

    void addExpert(const std::string& module, std::int32_t expert)
    {
        const auto width = m_config.expertWidth;
        const auto own = words(module, expert, ".");
        FusedPlace place{module + "gate_up_proj", m_config.experts, expert, 2 * width, 0};
        matrix(own + "w1", WeightKind::Expert, width, m_config.hidden).fused = place;
        place.firstRow = width;
        matrix(own + "w3", WeightKind::Expert, width, m_config.hidden).fused = place;
        matrix(own + "w2", WeightKind::Expert, m_config.hidden, width).fused = {
            module + "down_proj", m_config.experts, expert, m_config.hidden, 0};
    }

    /// A product with bias.
    void linear(const std::string& module, WeightKind kind, std::int64_t rows, std::int64_t cols)
    {
        matrix(module, kind, rows, cols);
        add(module + ".bias", kind, 0, rows);
    }

    void layerNorm(const std::string& module, std::int64_t width)
    {
        add(module + ".weight", WeightKind::Vision, 0, width);
        add(module + ".bias", WeightKind::Vision, 0, width);
    }

    void addVision(const VisionConfig& vision)
    {
        const std::string tower = "vision_tower.vision_model.";
        matrix(tower + "embeddings.patch_embedding", WeightKind::Vision, vision.hidden,
               vision.patchNumbers())
            .shape = {vision.hidden, vision.channels, vision.temporalPatch, vision.patch,
                      vision.patch};
        layerNorm(tower + "pre_layrnorm", vision.hidden); // spelled so in the files
        for (int layer = 0; layer < vision.layers; ++layer)
            addVisionLayer(words(tower, "encoder.layers.", layer, "."), vision);
        const std::int64_t width = vision.projectorWidth;
        constexpr auto kKind = WeightKind::Connector;
        linear("multi_modal_projector.linear_1", kKind, width, vision.hidden);
        linear("multi_modal_projector.linear_2", kKind, m_config.hidden, width);
        linear("patch_merge_mlp.linear_1", kKind, width, vision.mergedRows() * m_config.hidden);
        linear("patch_merge_mlp.linear_2", kKind, m_config.hidden, width);
    }

    void addVisionLayer(const std::string& layer, const VisionConfig& vision)
    {
        constexpr auto kKind = WeightKind::Vision;
        layerNorm(layer + "layer_norm1", vision.hidden);
        for (const char* part : {"q_proj", "k_proj", "v_proj", "out_proj"})
            linear(words(layer, "self_attn.", part), kKind, vision.hidden, vision.hidden);
        layerNorm(layer + "layer_norm2", vision.hidden);
        linear(layer + "mlp.fc1", kKind, vision.width, vision.hidden);
        linear(layer + "mlp.fc2", kKind, vision.hidden, vision.width);
    }

    const ModelConfig& m_config;
    std::vector<ExpectedWeight> m_weights;
    int m_layer = -1;
};

} // namespace

std::string_view name(WeightKind kind)
{
    switch (kind) {
    case WeightKind::Embedding:
        return "embedding";
    case WeightKind::Head:
        return "head";
    case WeightKind::Norm:
        return "norms";
    case WeightKind::Attention:
        return "attention";
    case WeightKind::Index:
        return "index branch";
    case WeightKind::Dense:
        return "dense feed-forward";
    case WeightKind::Router:
        return "router";
    case WeightKind::RoutingBias:
        return "routing bias";
    case WeightKind::Expert:
        return "experts";
    case WeightKind::SharedExpert:
        return "shared experts";
    case WeightKind::Vision:
        return "vision tower";
    case WeightKind::Connector:
        return "vision connector";
    }
    UNREACHABLE();
}

bool isLinear(WeightKind kind)
{
    return kind == WeightKind::Head || kind == WeightKind::Attention || kind == WeightKind::Index
        || kind == WeightKind::Dense || kind == WeightKind::Expert
        || kind == WeightKind::SharedExpert;
}

std::vector<ExpectedWeight> expectedWeights(const ModelConfig& config)
{
    return ExpectedList(config).make();
}

} // namespace tf::engine
