#include "tests/engine/run/golden_model.h"

#include "kernels/base/words.h"
#include "tests/engine/model/golden_files.h"

namespace tf::test {

GoldenModel goldenModel(const std::string& shape)
{
    const std::filesystem::path folder = words(TRIFOLD_SOURCE_DIR, "/tests/golden/model/", shape);
    GoldenModel model;
    model.checkpoint =
        std::make_shared<const engine::Checkpoint>(MUST(engine::Checkpoint::open(folder)));
    model.tokens = goldenTokens(folder);
    model.logits = goldenNumbers<float>(folder / "logits.npy");
    if (std::filesystem::exists(folder / "hidden.npy"))
        model.hidden = goldenNumbers<float>(folder / "hidden.npy");
    model.blocks = goldenNumbers<std::int32_t>(folder / "blocks.npy");
    model.experts = goldenNumbers<std::int32_t>(folder / "experts.npy");
    model.expertWeights = goldenNumbers<float>(folder / "expert_weights.npy");
    return model;
}

} // namespace tf::test
