#include "engine/model/vision_weights.h"

#include "engine/model/config.h"
#include "engine/model/weight_target.h"
#include "kernels/base/words.h"

namespace tf::engine {

namespace {

class VisionWalk {
public:
    VisionWalk(const VisionOrder& order, WeightTarget& target)
        : m_order(order)
        , m_target(target)
    {
    }

    Result<VisionWeights> run()
    {
        const std::string tower = "vision_tower.vision_model.";
        VisionWeights weights;
        weights.patches = TRY(product(tower + "embeddings.patch_embedding.weight"));
        weights.norm = TRY(norm(tower + "pre_layrnorm"));
        for (int layer = 0; layer < m_order.config.vision->layers; ++layer)
            weights.layers.push_back(TRY(readLayer(words(tower, "encoder.layers.", layer, "."))));
        weights.project = TRY(connector("multi_modal_projector."));
        weights.merge = TRY(connector("patch_merge_mlp."));
        return weights;
    }

private:
    Result<VisionLayerWeights> readLayer(const std::string& at)
    {
        VisionLayerWeights layer;
        layer.attentionNorm = TRY(norm(at + "layer_norm1"));
        layer.query = TRY(linear(at + "self_attn.q_proj"));
        layer.key = TRY(linear(at + "self_attn.k_proj"));
        layer.value = TRY(linear(at + "self_attn.v_proj"));
        layer.out = TRY(linear(at + "self_attn.out_proj"));
        layer.feedForwardNorm = TRY(norm(at + "layer_norm2"));
        layer.up = TRY(linear(at + "mlp.fc1"));
        layer.down = TRY(linear(at + "mlp.fc2"));
        return layer;
    }

    Result<ConnectorWeights> connector(const std::string& at)
    {
        ConnectorWeights weights;
        weights.first = TRY(linear(at + "linear_1"));
        weights.second = TRY(linear(at + "linear_2"));
        return weights;
    }

    Result<Weight> product(const std::string& name)
    {
        const auto stored = TRY(m_order.source(name));
        WeightPlan plan = planFor(stored, Role::Exact, {});
        plan.parts.push_back({stored, 0, stored.rows, 0, stored.cols});
        return m_target.keep(std::move(plan), Use::WhenChosen);
    }

    Result<const float*> floats(const std::string& name)
    {
        return m_target.keepFloats(TRY(m_order.source(name)));
    }

    Result<NormWeights> norm(const std::string& module)
    {
        NormWeights weights;
        weights.weight = TRY(floats(module + ".weight"));
        weights.bias = TRY(floats(module + ".bias"));
        return weights;
    }

    Result<LinearWeights> linear(const std::string& module)
    {
        LinearWeights weights;
        weights.weight = TRY(product(module + ".weight"));
        weights.bias = TRY(floats(module + ".bias"));
        return weights;
    }

    const VisionOrder& m_order;
    WeightTarget& m_target;
};

} // namespace

Result<VisionWeights> readVisionWeights(const VisionOrder& order, WeightTarget& target)
{
    return VisionWalk(order, target).run();
}

} // namespace tf::engine
