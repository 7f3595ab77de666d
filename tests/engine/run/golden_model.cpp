#include "tests/engine/run/golden_model.h"

#include "engine/json/value.h"
#include "engine/model/npy.h"
#include "kernels/base/words.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace tf::test {

namespace {

template <class T>
std::vector<T> numbersOf(const std::string& path)
{
    return std::get<std::vector<T>>(MUST(engine::readNpy(path)).numbers);
}

std::vector<std::int32_t> tokensOf(const std::string& path)
{
    std::ifstream file(path);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    std::vector<std::int32_t> tokens;
    for (const auto& item : MUST(json::parse(text)).items) {
        tokens.push_back(0);
        std::from_chars(item.text.data(), item.text.data() + item.text.size(), tokens.back());
    }
    return tokens;
}

} // namespace

GoldenModel goldenModel(const std::string& shape)
{
    const std::string folder = words(TRIFOLD_SOURCE_DIR, "/tests/golden/model/", shape, "/");
    GoldenModel model;
    model.checkpoint =
        std::make_shared<const engine::Checkpoint>(MUST(engine::Checkpoint::open(folder)));
    model.tokens = tokensOf(folder + "tokens.json");
    model.logits = numbersOf<float>(folder + "logits.npy");
    if (std::filesystem::exists(folder + "hidden.npy"))
        model.hidden = numbersOf<float>(folder + "hidden.npy");
    model.blocks = numbersOf<std::int32_t>(folder + "blocks.npy");
    model.experts = numbersOf<std::int32_t>(folder + "experts.npy");
    model.expertWeights = numbersOf<float>(folder + "expert_weights.npy");
    return model;
}

} // namespace tf::test
