#include "app/endpoint/local/opened_model.h"

#include <algorithm>

namespace tf::endpoint {

namespace {

/// For prompt and answer of all requests together, where the model takes that many.
constexpr std::int64_t kPositions = 32'768;

engine::EngineOptions optionsFor(const std::filesystem::path& folder,
                                 const engine::ModelConfig& config)
{
    engine::EngineOptions options;
    options.model = folder;
    auto& precision = options.group.precision;
    precision.activations = DType::BF16;
    precision.kv = DType::BF16;
    precision.index = DType::BF16;
    auto& limits = options.group.limits;
    limits.positions = std::min(kPositions, config.maxPositions);
    limits.pages = (limits.positions + config.block() - 1) / config.block();
    return options;
}

} // namespace

Result<LocalModel> openModel(const std::filesystem::path& folder, const LoadTold& told,
                             const CancelToken& cancel)
{
    const auto config = TRY(engine::Checkpoint::open(folder, {}, cancel)).config();
    LocalModel model;
    model.name = folder.filename().native();
    model.tokenizer = std::make_shared<const text::Tokenizer>(
        TRY(text::Tokenizer::load(folder / "tokenizer.json")
                .because("a question in words needs the model's tokenizer")));
    const auto progress = [&told](const engine::Progress& now) { told(now.done, now.total); };
    model.engine = TRY(engine::Engine::load(optionsFor(folder, config), progress, cancel));
    // Without it pictures are refused, with that reason.
    if (config.vision) {
        if (auto decoder = vision::Decoder::start({}))
            model.decoder = std::make_shared<const vision::Decoder>(std::move(decoder).value());
    }
    return model;
}

} // namespace tf::endpoint
