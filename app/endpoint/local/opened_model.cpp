#include "app/endpoint/local/opened_model.h"

#include <algorithm>

namespace tf::endpoint {

namespace {

engine::EngineOptions optionsFor(const LocalOrder& order, const engine::ModelConfig& config)
{
    engine::EngineOptions options;
    options.model = order.folder;
    options.activity = order.activity;
    options.group.threads = order.threads;
    auto& precision = options.group.precision;
    precision.activations = DType::BF16;
    precision.kv = DType::BF16;
    precision.index = DType::BF16;
    auto& limits = options.group.limits;
    limits.positions =
        std::clamp<std::int64_t>(order.contextTokens, config.block(), config.maxPositions);
    limits.pages = (limits.positions + config.block() - 1) / config.block();
    return options;
}

} // namespace

Result<engine::MemoryPlan> planModel(const LocalOrder& order, const CancelToken& cancel)
{
    const auto config = TRY(engine::Checkpoint::open(order.folder, {}, cancel)).config();
    return engine::Engine::plan(optionsFor(order, config), cancel);
}

Result<LocalModel> openModel(const LocalOrder& order, const LoadTold& told,
                             const CancelToken& cancel)
{
    const auto config = TRY(engine::Checkpoint::open(order.folder, {}, cancel)).config();
    LocalModel model;
    model.name = order.folder.filename().native();
    model.tokenizer = std::make_shared<const text::Tokenizer>(
        TRY(text::Tokenizer::load(order.folder / "tokenizer.json")
                .because("a question in words needs the model's tokenizer")));
    const auto progress = [&told](const engine::Progress& now) { told(now.done, now.total); };
    model.engine = TRY(engine::Engine::load(optionsFor(order, config), progress, cancel));
    // Without it pictures are refused, with that reason.
    if (config.vision) {
        if (auto decoder = vision::Decoder::start({}))
            model.decoder = std::make_shared<const vision::Decoder>(std::move(decoder).value());
    }
    return model;
}

} // namespace tf::endpoint
