#include "engine/model/weights.h"

#include "kernels/base/words.h"

namespace tf::engine {

namespace {

/// An expert may never be chosen; what every token meets is laid out while the model is loaded.
enum class Use : std::uint8_t { Always, WhenChosen };

/// Where the walk over the layers puts what it finds.
class WeightTarget {
public:
    virtual ~WeightTarget() = default;
    virtual Result<Weight> keep(WeightPlan plan, Use use) = 0;
    virtual Result<Weight> keepRows(StoredMatrix table) = 0;
    virtual Result<const float*> keepFloats(const StoredMatrix& matrix) = 0;
};

std::uint64_t floatBytes(const StoredMatrix& matrix)
{
    return static_cast<std::uint64_t>(matrix.rows * matrix.cols) * sizeof(float);
}

std::uint64_t storedBytes(const StoredMatrix& matrix)
{
    const std::uint64_t numBytes = matrix.format == WeightFormat::F32 ? 4 : 2;
    return static_cast<std::uint64_t>(matrix.rows * matrix.cols) * numBytes;
}

class KeepTarget final : public WeightTarget {
public:
    KeepTarget(Device& device, const BytesSink& progress, const CancelToken& cancel)
        : m_device(device)
        , m_progress(progress)
        , m_cancel(cancel)
    {
    }

    Result<Weight> keep(WeightPlan plan, Use use) override
    {
        const std::uint64_t bytes = m_device.bytesToKeep(plan);
        const Weight weight = TRY(m_device.keep(std::move(plan)));
        if (use == Use::Always)
            m_device.prepare(weight);
        TRY(kept(bytes));
        return weight;
    }
    Result<Weight> keepRows(StoredMatrix table) override
    {
        TRY(kept(storedBytes(table)));
        return m_device.keepRows(std::move(table));
    }
    Result<const float*> keepFloats(const StoredMatrix& matrix) override
    {
        TRY(kept(floatBytes(matrix)));
        return m_device.keepFloats(matrix);
    }

private:
    Result<> kept(std::uint64_t bytes)
    {
        m_bytes += bytes;
        if (m_progress)
            m_progress(m_bytes);
        return m_cancel.check();
    }

    Device& m_device;
    const BytesSink& m_progress;
    const CancelToken& m_cancel;
    std::uint64_t m_bytes = 0;
};

class CountTarget final : public WeightTarget {
public:
    explicit CountTarget(const Device& device)
        : m_device(device)
    {
    }

    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }

    Result<Weight> keep(WeightPlan plan, Use) override
    {
        m_bytes += m_device.bytesToKeep(plan);
        return Weight{};
    }
    Result<Weight> keepRows(StoredMatrix table) override
    {
        m_bytes += storedBytes(table);
        return Weight{};
    }
    Result<const float*> keepFloats(const StoredMatrix& matrix) override
    {
        m_bytes += floatBytes(matrix);
        return nullptr;
    }

private:
    const Device& m_device;
    std::uint64_t m_bytes = 0;
};

/// Whether a matrix may be quantised when that is asked for.
enum class Role : std::uint8_t { Main, Exact };

bool isFloat(WeightFormat format)
{
    return format == WeightFormat::F32 || format == WeightFormat::BF16;
}

/// The form and the group of a plan, without parts yet.
WeightPlan planFor(const StoredMatrix& matrix, Role role, const LoadOptions& options)
{
    WeightPlan plan;
    plan.form = formOf(matrix.format);
    plan.group = matrix.group;
    const bool quantises = role == Role::Main && isFloat(matrix.format);
    if (options.form == LoadForm::F32)
        plan = {{}, WeightForm::F32, 0};
    else if (options.form == LoadForm::BF16)
        plan = {{}, WeightForm::BF16, 0};
    else if (options.form == LoadForm::MxFp8 && quantises)
        plan = {{}, WeightForm::MxFp8, 32};
    else if (options.form == LoadForm::Int4 && quantises)
        plan = {{}, WeightForm::Int4, options.int4Group};
    return plan;
}

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
        layer.experts.reserve(static_cast<std::size_t>(m_shard.experts.count()));
        for (std::int64_t id = m_shard.experts.begin; id < m_shard.experts.end; ++id)
            layer.experts.push_back(
                TRY(feedForward(words(moe, "experts.", id, "."), m_shard.expertWidth, kNumbered)));
        m_use = Use::Always;
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

Result<std::uint64_t> weightBytes(const WeightOrder& order, const Device& device)
{
    CountTarget target(device);
    TRY(WeightWalk(order, target).run());
    return target.bytes();
}

} // namespace tf::engine
