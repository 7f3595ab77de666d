#include "engine/model/weights.h"

#include "engine/model/weight_target.h"
#include "kernels/base/words.h"

namespace tf::engine {

namespace {

/// One walk over everything that a rank holds.
class WeightWalk {
public:
    WeightWalk(const WeightOrder& order, WeightTarget& target)
        : m_order(order)
        , m_config(order.config)
        , m_shard(order.shard)
        , m_target(target)
    {
    }

    Result<RankWeights> run()
    {
        RankWeights weights;
        weights.embedding =
            TRY(m_target.keepRows(TRY(m_order.source("model.embed_tokens.weight"))));
        weights.layers.resize(m_config.layers.size());
        for (std::size_t layer = 0; layer < weights.layers.size(); ++layer) {
            m_prefix = words("model.layers.", layer, ".");
            TRY(readLayer(m_config.layers[layer], weights.layers[layer]));
        }
        m_prefix.clear();
        weights.norm = TRY(floats("model.norm.weight"));
        weights.head = TRY(rows("lm_head.weight", m_shard.vocab, Role::Exact));
        m_target.countAs(&WeightBytes::vision);
        if (m_config.vision && m_shard.rank == 0)
            weights.vision = TRY(readVisionWeights({m_config, m_order.source}, m_target));
        return weights;
    }

private:
    Result<> readLayer(const LayerKind& kind, LayerWeights& layer)
    {
        layer.inputNorm = TRY(floats("input_layernorm.weight"));
        layer.postNorm = TRY(floats("post_attention_layernorm.weight"));
        TRY(readAttention(layer));
        if (kind.sparseAttention)
            TRY(readIndex(layer));
        if (!kind.experts) {
            layer.shared = TRY(feedForward("mlp.", m_shard.denseWidth, kPlain));
            return {};
        }
        return readExperts(layer);
    }

    Result<> readAttention(LayerWeights& layer)
    {
        const std::int64_t dim = m_config.headDim;
        const Slice queryRows{m_shard.heads.begin * dim, m_shard.heads.end * dim};
        const Slice keyRows{m_shard.kvHeads.begin * dim, m_shard.kvHeads.end * dim};
        layer.query = TRY(rows("self_attn.q_proj.weight", queryRows, Role::Main));
        layer.key = TRY(rows("self_attn.k_proj.weight", keyRows, Role::Main));
        layer.value = TRY(rows("self_attn.v_proj.weight", keyRows, Role::Main));
        layer.out = TRY(columns("self_attn.o_proj.weight", m_shard.outColumns));
        if (!m_config.qkNorm)
            return {};
        layer.queryNorm = TRY(floats("self_attn.q_norm.weight"));
        layer.keyNorm = TRY(floats("self_attn.k_norm.weight"));
        return {};
    }

    Result<> readIndex(LayerWeights& layer)
    {
        layer.indexQuery = TRY(whole("self_attn.index_q_proj.weight"));
        layer.indexKey = TRY(whole("self_attn.index_k_proj.weight"));
        layer.indexQueryNorm = TRY(floats("self_attn.index_q_norm.weight"));
        layer.indexKeyNorm = TRY(floats("self_attn.index_k_norm.weight"));
        return {};
    }

    Result<> readExperts(LayerWeights& layer)
    {
        const std::string moe = "block_sparse_moe.";
        layer.router = TRY(floats(moe + "gate.weight"));
        if (m_config.routingBias)
            layer.routerBias = TRY(floats(moe + "e_score_correction_bias"));
        m_use = Use::WhenChosen;
        m_target.countAs(&WeightBytes::experts);
        layer.experts.reserve(static_cast<std::size_t>(m_shard.experts.count()));
        for (std::int64_t id = m_shard.experts.begin; id < m_shard.experts.end; ++id)
            layer.experts.push_back(
                TRY(feedForward(words(moe, "experts.", id, "."), m_shard.expertWidth, kNumbered)));
        m_use = Use::Always;
        m_target.countAs(&WeightBytes::always);
        if (m_config.sharedWidth > 0)
            layer.shared = TRY(feedForward(moe + "shared_experts.", m_shard.sharedWidth, kPlain));
        return {};
    }

    struct FeedForwardNames {
        const char* gate;
        const char* up;
        const char* down;
    };
    static constexpr FeedForwardNames kPlain{"gate_proj.weight", "up_proj.weight",
                                             "down_proj.weight"};
    static constexpr FeedForwardNames kNumbered{"w1.weight", "w3.weight", "w2.weight"};

    Result<ExpertWeights> feedForward(const std::string& place, const Slice& width,
                                      const FeedForwardNames& names)
    {
        ExpertWeights expert;
        expert.gate = TRY(rows(place + names.gate, width, Role::Main));
        expert.up = TRY(rows(place + names.up, width, Role::Main));
        expert.down = TRY(columns(place + names.down, width));
        return expert;
    }

    Result<StoredMatrix> matrix(const std::string& name) { return m_order.source(m_prefix + name); }

    Result<const float*> floats(const std::string& name)
    {
        return m_target.keepFloats(TRY(matrix(name)));
    }

    Result<Weight> whole(const std::string& name)
    {
        const auto stored = TRY(matrix(name));
        return part(stored, {0, stored.rows}, {0, stored.cols}, Role::Exact);
    }

    Result<Weight> rows(const std::string& name, const Slice& slice, Role role)
    {
        const auto stored = TRY(matrix(name));
        return part(stored, slice, {0, stored.cols}, role);
    }

    Result<Weight> columns(const std::string& name, const Slice& slice)
    {
        const auto stored = TRY(matrix(name));
        return part(stored, {0, stored.rows}, slice, Role::Main);
    }

    Result<Weight> part(const StoredMatrix& stored, const Slice& rowSlice, const Slice& colSlice,
                        Role role)
    {
        if (rowSlice.end > stored.rows || colSlice.end > stored.cols)
            return Error(Code::Corrupt,
                         words(stored.name, " is ", stored.rows, " x ", stored.cols,
                               ", too small for rows up to ", rowSlice.end, " and columns up to ",
                               colSlice.end));
        WeightPlan plan = planFor(stored, role, m_order.options);
        TRY(keepsGroups(colSlice, stored.cols, plan.group, stored.name));
        plan.parts.push_back({stored, rowSlice.begin, rowSlice.end, colSlice.begin, colSlice.end});
        return m_target.keep(std::move(plan), m_use);
    }

    const WeightOrder& m_order;
    const ModelConfig& m_config;
    const Shard& m_shard;
    WeightTarget& m_target;
    std::string m_prefix; ///< of the layer being read
    Use m_use = Use::Always;
};

} // namespace

Result<RankWeights> loadWeights(const WeightOrder& order, Device& device, const BytesSink& progress,
                                const CancelToken& cancel)
{
    KeepTarget target(device, progress, cancel);
    auto weights = TRY(WeightWalk(order, target).run());
    TRY(device.sync());
    return weights;
}

Result<WeightBytes> weightBytes(const WeightOrder& order, const Device& device)
{
    CountTarget target(device);
    TRY(WeightWalk(order, target).run());
    return target.bytes();
}

} // namespace tf::engine
