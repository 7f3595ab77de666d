#include "engine/model/weight_shapes.h"

#include "engine/model/files/expected_weights.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace tf::engine {

namespace {

using Shapes = std::unordered_map<std::string, StoredMatrix>;

/// Where numbers would lie: a plan without any is refused, but nobody reads them to count.
constexpr std::byte kNowhere{};

StoredMatrix shapeOf(const ExpectedWeight& weight, WeightFormat format)
{
    StoredMatrix shape;
    shape.name = weight.name;
    shape.rows = std::max<std::int64_t>(1, weight.rows);
    shape.cols = weight.cols;
    shape.values = &kNowhere;
    const bool isExact =
        weight.kind == WeightKind::Router || weight.kind == WeightKind::RoutingBias;
    shape.format = isExact ? WeightFormat::F32 : WeightFormat::BF16;
    if (isLinear(weight.kind) && format == WeightFormat::MxFp8) {
        shape.format = WeightFormat::MxFp8;
        shape.group = 32;
        shape.scales = &kNowhere;
    }
    return shape;
}

} // namespace

MatrixSource shapesOf(const ModelConfig& config, WeightFormat format)
{
    auto shapes = std::make_shared<Shapes>();
    for (const ExpectedWeight& weight : expectedWeights(config))
        shapes->emplace(weight.name, shapeOf(weight, format));
    return [shapes = std::shared_ptr<const Shapes>(std::move(shapes))](
               const std::string& name) -> Result<StoredMatrix> {
        const auto found = shapes->find(name);
        if (found == shapes->end())
            return Error(Code::NotFound, words("the model has no weight ", name));
        return found->second;
    };
}

} // namespace tf::engine
