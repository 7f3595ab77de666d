// Any bytes as a config.json: an error, or a model whose sizes fit each other and multiply without
// overflow.

#include "engine/model/config.h"
#include "engine/model/files/expected_weights.h"
#include "engine/model/files/quantization.h"
#include "kernels/base/checked.h"

using namespace tf;

namespace {

constexpr int kFewExperts = 512;

void checkSizes(const engine::ModelConfig& config)
{
    CHECK(config.hidden > 0 && config.vocab > 0 && config.headDim > 0, "a size of nothing");
    CHECK(config.heads % config.kvHeads == 0, "heads without a KV head");
    CHECK(config.rotaryDims % 2 == 0 && config.rotaryDims <= config.headDim, "rotation");
    for (const auto& layer : config.layers) {
        if (layer.sparseAttention)
            CHECK(config.sparse.topK >= config.sparse.initBlocks + config.sparse.localBlocks
                      && config.sparse.block > 0 && config.sparse.indexHeads == config.kvHeads,
                  "a sparse layer without settings");
        if (layer.experts)
            CHECK(config.expertsPerToken <= config.experts && config.expertWidth > 0, "experts");
        else
            CHECK(config.denseWidth > 0, "a dense layer of no width");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto config = engine::readConfig(text);
    if (const auto quantization = engine::readQuantization(text))
        CHECK(quantization->method == engine::QuantMethod::None || quantization->blockRows > 0,
              "blocks of nothing");
    if (!config)
        return 0;
    checkSizes(*config);
    if (config->experts * config->numLayers() > kFewExperts || config->numLayers() > kFewExperts)
        return 0;
    for (const auto& weight : engine::expectedWeights(*config))
        MUST(checkedMul(MUST(checkedMul(weight.numElements(), std::int64_t(8))),
                        std::max<std::int64_t>(weight.fused.numEntries, 1)));
    return 0;
}
