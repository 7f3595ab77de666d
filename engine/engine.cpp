#include "engine/engine.h"

#include "engine/model/end_tokens.h"
#include "engine/worker.h"

namespace tf::engine {

namespace {

Result<std::optional<text::Tokenizer>> loadTokenizer(const std::filesystem::path& folder)
{
    const auto path = folder / "tokenizer.json";
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return std::optional<text::Tokenizer>();
    return std::optional<text::Tokenizer>(TRY(text::Tokenizer::load(path)));
}

} // namespace

Result<MemoryPlan> Engine::plan(const EngineOptions& options, const CancelToken& cancel)
{
    const auto checkpoint = TRY(Checkpoint::open(options.model, {}, cancel));
    return Group::plan(checkpoint, options.group);
}

Result<std::unique_ptr<Engine>>
Engine::load(const EngineOptions& options, const ProgressSink& progress, const CancelToken& cancel)
{
    auto tokenizer = TRY(loadTokenizer(options.model));
    auto endTokens = TRY(readEndTokens(options.model));
    auto checkpoint =
        std::make_shared<const Checkpoint>(TRY(Checkpoint::open(options.model, progress, cancel)));
    auto group = TRY(Group::load(std::move(checkpoint), options.group, progress, cancel));
    WorkerParts parts;
    parts.group = std::move(group);
    parts.tokenizer = std::move(tokenizer);
    parts.endTokens = std::move(endTokens);
    parts.sequencesPerStep = options.sequencesPerStep;
    parts.activity = options.activity;
    return std::unique_ptr<Engine>(new Engine(std::make_unique<Worker>(std::move(parts))));
}

Engine::Engine(std::unique_ptr<Worker> worker)
    : m_worker(std::move(worker))
{
}

Engine::~Engine() = default;

const ModelConfig& Engine::config() const
{
    return m_worker->config();
}

const MemoryPlan& Engine::memory() const
{
    return m_worker->memory();
}

Ticket Engine::submit(Request request)
{
    Ticket ticket;
    ticket.id = m_worker->nextId();
    m_worker->post(Worker::Submit{ticket.id, ticket.cancel.token(), std::move(request)});
    return ticket;
}

void Engine::saveContext(SequenceText text, std::filesystem::path file, CancelToken cancel,
                         SavedSink sink)
{
    m_worker->post(Worker::Context{Worker::Context::Move::Save, std::move(text), std::move(file),
                                   std::move(cancel), std::move(sink)});
}

void Engine::restoreContext(std::filesystem::path file, CancelToken cancel, SavedSink sink)
{
    m_worker->post(Worker::Context{
        Worker::Context::Move::Restore, {}, std::move(file), std::move(cancel), std::move(sink)});
}

} // namespace tf::engine
