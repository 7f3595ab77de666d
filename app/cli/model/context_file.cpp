#include "app/cli/model/context_file.h"

#include "app/cli/ingest/part_report.h"
#include "engine/viewing.h"
#include "kernels/base/words.h"

#include <filesystem>
#include <future>

namespace tf::cli {

namespace {

/// Waits for what the engine does with a context file.
Result<std::int64_t> await(const std::function<void(engine::Engine::SavedSink)>& ask)
{
    std::promise<Result<std::int64_t>> promise;
    auto future = promise.get_future();
    ask([&promise](Result<std::int64_t> positions) { promise.set_value(std::move(positions)); });
    return future.get();
}

} // namespace

Result<engine::SequenceText> cachedText(const engine::Request& request,
                                        const engine::ModelConfig& config)
{
    engine::SequenceText text = request.prompt;
    text.media = TRY(engine::Viewing::make(request.media, request.prompt.tokens, config)).spans();
    return text;
}

Result<> restoreContext(engine::Engine& engine, const std::string& file, const CancelToken& cancel)
{
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return {};
    const auto positions =
        TRY(await([&](auto sink) { engine.restoreContext(file, cancel, std::move(sink)); }));
    sayAsked(words("took ", positions, " positions from ", file));
    return {};
}

Result<> keepContext(engine::Engine& engine, engine::SequenceText text, const std::string& file,
                     const CancelToken& cancel)
{
    const auto positions = await(
        [&](auto sink) { engine.saveContext(std::move(text), file, cancel, std::move(sink)); });
    if (!positions && positions.error().code == Code::NotFound)
        return {}; // a prompt shorter than a page: nothing worth keeping
    if (!positions)
        return Error(positions.error().code, positions.error().text);
    sayAsked(words("kept ", *positions, " positions in ", file));
    return {};
}

} // namespace tf::cli
