#include "engine/worker.h"

#include "engine/context_moves.h"
#include "engine/sample/draft/prompt_lookup.h"

#include <algorithm>
#include <chrono>

namespace tf::engine {

namespace {

/// Of the weights that a token reads: attention, shared expert and head are read once for all
/// tokens of a step, experts for each.
double expertShare(const ModelConfig& config)
{
    double once = double(config.vocab) * double(config.hidden);
    double each = 0;
    for (const LayerKind& layer : config.layers) {
        const double hidden = double(config.hidden);
        once += hidden * config.headDim * (2.0 * config.heads + 2.0 * config.kvHeads);
        once += 3 * hidden * double(layer.experts ? config.sharedWidth : config.denseWidth);
        if (layer.experts)
            each += 3 * hidden * double(config.expertWidth) * config.expertsPerToken;
    }
    return each / (once + each);
}

PrefixCache cacheFor(const Group& group)
{
    const auto pages = static_cast<std::int32_t>(group.options().limits.pages);
    return {PagePool(pages, group.options().split.ranks), group.config().block(),
            rootHash(group.pageFingerprint())};
}

ScheduleLimits limitsOf(const Group& group, std::int32_t sequencesPerStep)
{
    const Limits& limits = group.options().limits;
    ScheduleLimits schedule;
    schedule.tokensPerStep = limits.rows;
    schedule.sequencesPerStep = sequencesPerStep;
    schedule.maxPositions = std::min(limits.positions, group.config().maxPositions);
    schedule.vocab = group.config().vocab;
    return schedule;
}

FinishReason reasonOf(Ending ending, const Reply& reply)
{
    if (ending == Ending::Cancelled)
        return FinishReason::Cancelled;
    return ending == Ending::Stopped ? reply.stopReason() : FinishReason::Length;
}

} // namespace

Engine::Worker::Worker(WorkerParts parts)
    : m_group(std::move(parts.group))
    , m_tokenizer(std::move(parts.tokenizer))
    , m_scheduleLimits(limitsOf(*m_group, parts.sequencesPerStep))
    , m_scheduler(cacheFor(*m_group), m_scheduleLimits)
    , m_costs(expertShare(m_group->config()))
    , m_meter(std::move(parts.activity), std::chrono::steady_clock::now())
    , m_commands([this] { m_wake.release(); })
{
    const auto vocab = static_cast<std::int32_t>(m_group->config().vocab);
    m_model.numTokens =
        m_tokenizer ? std::min(vocab, static_cast<std::int32_t>(m_tokenizer->numIds())) : vocab;
    m_model.endTokens = std::move(parts.endTokens);
    m_model.tokenizer = m_tokenizer ? &*m_tokenizer : nullptr;
    m_thread = std::thread([this] { work(); });
}

Engine::Worker::~Worker()
{
    m_stopping.store(true, std::memory_order_relaxed);
    m_wake.release();
    m_thread.join();
}

void Engine::Worker::post(Command command)
{
    m_commands.post(std::move(command));
}

void Engine::Worker::work()
{
    tellActivity();
    while (!m_stopping.load(std::memory_order_relaxed)) {
        takeCommands();
        if (m_scheduler.idle()) {
            m_wake.acquire();
            m_meter.restart(std::chrono::steady_clock::now());
            continue;
        }
        runStep();
        if (m_scheduler.idle() || m_meter.isDue(std::chrono::steady_clock::now()))
            tellActivity();
    }
    takeCommands();
    endAll();
}

void Engine::Worker::takeCommands()
{
    for (Command& command : m_commands.drain()) {
        if (auto* submit = std::get_if<Submit>(&command))
            accept(std::move(*submit));
        else
            move(std::move(std::get<Context>(command)));
    }
}

void Engine::Worker::accept(Submit submit)
{
    Live live;
    const auto events = submit.request.events;
    const auto id = submit.id;
    auto sequence = admit(submit, live);
    if (sequence)
        m_live.emplace(*sequence, std::move(live));
    else if (events)
        events->post({id, Failed{std::move(sequence).error()}});
}

Result<SequenceId> Engine::Worker::admit(Submit& submit, Live& live)
{
    Request& request = submit.request;
    const auto promptTokens = request.prompt.size();
    if (request.maxTokens == 0) {
        const Limits& limits = m_group->options().limits;
        const auto positions = std::min({limits.positions, m_group->config().maxPositions,
                                         limits.pages * m_group->config().block()});
        request.maxTokens = std::max<std::int64_t>(1, positions - promptTokens);
    }
    live.viewing =
        TRY(Viewing::make(std::move(request.media), request.prompt.tokens, m_group->config()));
    request.prompt.media = live.viewing.spans();
    SequenceRequest wanted{request.prompt, request.maxTokens};
    const bool drafts = request.drafting == Drafting::WhenItPays;
    live.reply = TRY(Reply::make(submit.id, std::move(request), m_model, submit.cancel));
    live.promptTokens = promptTokens;
    if (drafts) {
        live.speculation.emplace(std::make_unique<PromptLookup>(), m_costs.costs());
        live.speculation->addPrompt(wanted.prompt.tokens);
    }
    return m_scheduler.submit(std::move(wanted));
}

void Engine::Worker::move(Context context)
{
    PrefixCache& cache = m_scheduler.cache();
    context.sink(
        context.move == Context::Move::Save
            ? saveCache(context.file, std::move(context.text), *m_group, cache, context.cancel)
            : restoreCache(context.file, *m_group, cache, context.cancel));
}

void Engine::Worker::runStep()
{
    cancelAsked();
    proposeDrafts();
    Step planned = m_scheduler.schedule();
    lookFor(planned);
    const auto step = std::make_shared<const Step>(std::move(planned));
    if (step->sequences.empty() && step->copies.empty()) { // all that ran was cancelled
        tellAll(m_scheduler.finish(*step, {}), nullptr);
        return;
    }
    noteCached(*step);
    const auto begin = std::chrono::steady_clock::now();
    auto logits = m_group->run(step, stepCancel(*step));
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
    if (!logits) {
        giveUp(*step, logits.error());
        return;
    }
    observeCost(*step, spent.count());
    const auto outcomes = choose(*step, *logits);
    tellAll(m_scheduler.finish(*step, outcomes), nullptr);
}

/// Gives the step what its placeholders stand for. Who cannot be looked for ends, and the others'
/// part of the step is computed all the same.
void Engine::Worker::lookFor(Step& step)
{
    std::vector<std::pair<SequenceId, Error>> faults;
    for (StepSequence& planned : step.sequences) {
        if (auto looked = lookFor(planned); !looked)
            faults.emplace_back(planned.id, std::move(looked).error());
    }
    for (const auto& [id, fault] : faults) {
        if (fault.code == Code::Cancelled)
            m_scheduler.cancel(id);
        tell(m_scheduler.withdraw(step, id), &fault);
    }
}

Result<> Engine::Worker::lookFor(StepSequence& planned)
{
    Live& live = m_live.at(planned.id);
    const auto tellShare = [this, &live](std::size_t medium, std::int64_t done,
                                         std::int64_t total) -> Result<> {
        live.reply->tellMedia({medium, live.viewing.numMedia(),
                               static_cast<double>(done) / static_cast<double>(total)});
        if (m_stopping.load(std::memory_order_relaxed))
            return Error(Code::Cancelled, "the engine ends");
        return {};
    };
    live.viewing.forgetBefore(planned.firstPosition);
    return live.viewing.fill(planned, *m_group, tellShare, live.reply->cancelled());
}

/// Its sequences end. What it was to copy is copied still, since others may count on that; if even
/// that fails nothing in the cache can be believed.
void Engine::Worker::giveUp(const Step& step, const Error& error)
{
    cancelAsked();
    Step copies;
    copies.copies = step.copies;
    const bool copied =
        copies.copies.empty() || m_group->run(std::make_shared<const Step>(std::move(copies)));
    tellAll(m_scheduler.abandon(step), &error);
    if (copied)
        return;
    for (auto& [id, live] : m_live)
        live.reply->fail(Error(error));
    m_live.clear();
    m_scheduler = Scheduler(cacheFor(*m_group), m_scheduleLimits);
}

void Engine::Worker::cancelAsked()
{
    for (const auto& [id, live] : m_live) {
        if (live.reply->cancelled().cancelled())
            m_scheduler.cancel(id);
    }
}

void Engine::Worker::proposeDrafts()
{
    for (const SequenceId id : m_scheduler.answering()) {
        Live& live = m_live.at(id);
        if (!live.speculation)
            continue;
        live.speculation->setStepCosts(m_costs.costs());
        m_scheduler.setDraft(id, live.speculation->propose());
    }
}

/// A step for one request alone may be left in the middle; others' work is not thrown away.
CancelToken Engine::Worker::stepCancel(const Step& step) const
{
    if (step.sequences.size() != 1)
        return {};
    return m_live.at(step.sequences.front().id).reply->cancelled();
}

void Engine::Worker::noteCached(const Step& step)
{
    for (const StepSequence& planned : step.sequences) {
        Live& live = m_live.at(planned.id);
        if (live.cachedTokens < 0) {
            live.cachedTokens = planned.firstPosition;
            m_meter.addPrompt(live.promptTokens, live.cachedTokens);
        }
        const auto end =
            std::min(planned.firstPosition + std::ssize(planned.tokens), live.promptTokens);
        m_meter.addRead(std::max<std::int64_t>(0, end - planned.firstPosition));
    }
}

void Engine::Worker::tellActivity()
{
    const PrefixCache& cache = m_scheduler.cache();
    Activity now;
    now.numRunning = m_scheduler.numRunning();
    now.numWaiting = m_scheduler.numWaiting();
    now.block = cache.block();
    now.numPages = cache.pool().numPages();
    now.numKept = cache.numAvailable() - cache.pool().numFree();
    now.numUsed = now.numPages - cache.numAvailable();
    m_meter.tell(now, std::chrono::steady_clock::now());
}

std::vector<SequenceOutcome> Engine::Worker::choose(const Step& step, const StepLogits& logits)
{
    std::vector<SequenceOutcome> outcomes;
    std::span<const float> rows(logits.values);
    for (const StepSequence& planned : step.sequences) {
        if (planned.logits == LogitsWanted::None)
            continue;
        const auto numRows =
            planned.logits == LogitsWanted::All ? planned.tokens.size() : std::size_t(1);
        const auto numValues = numRows * static_cast<std::size_t>(logits.vocab);
        outcomes.push_back(chooseFor(planned, rows.first(numValues)));
        rows = rows.subspan(numValues);
    }
    return outcomes;
}

SequenceOutcome Engine::Worker::chooseFor(const StepSequence& planned,
                                          std::span<const float> logits)
{
    Live& live = m_live.at(planned.id);
    const auto vocab = m_group->config().vocab;
    const auto numRows = logits.size() / static_cast<std::size_t>(vocab);
    // All rows but the first check a drafted token each.
    const auto draft = std::span(planned.tokens).last(numRows - 1);
    SequenceOutcome outcome;
    outcome.id = planned.id;
    // Whoever answers has read the prompt: that is told before the first word.
    live.reply->tellPrompt(live.promptTokens, std::max<std::int64_t>(0, live.cachedTokens));
    auto chosen = live.reply->choose(logits, vocab, draft);
    if (!chosen) {
        m_faults.emplace(planned.id, std::move(chosen).error());
        outcome.verdict = SequenceOutcome::Verdict::Failed;
        return outcome;
    }
    outcome.tokens = std::move(chosen->tokens);
    m_meter.addAnswered(std::ssize(outcome.tokens));
    if (chosen->ended)
        outcome.verdict = SequenceOutcome::Verdict::Stop;
    if (live.speculation)
        live.speculation->observe(outcome.tokens);
    return outcome;
}

void Engine::Worker::observeCost(const Step& step, double seconds)
{
    if (step.sequences.size() == 1 && step.sequences.front().logits != LogitsWanted::None
        && step.copies.empty())
        m_costs.observe(std::ssize(step.sequences.front().tokens), seconds);
}

void Engine::Worker::tellAll(const std::vector<SequenceEvent>& events, const Error* fault)
{
    for (const SequenceEvent& event : events)
        tell(event, fault);
}

void Engine::Worker::tell(const SequenceEvent& event, const Error* fault)
{
    const auto found = m_live.find(event.id);
    Live& live = found->second;
    live.reply->tellPrompt(std::min(event.numCached, live.promptTokens),
                           std::max<std::int64_t>(0, live.cachedTokens));
    if (event.ending == Ending::None)
        return;
    if (event.ending == Ending::Failed) {
        const auto own = m_faults.extract(event.id);
        live.reply->fail(own ? Error(std::move(own.mapped())) : Error(*fault));
    } else {
        live.reply->finish(reasonOf(event.ending, *live.reply));
    }
    m_live.erase(found);
}

void Engine::Worker::endAll()
{
    for (auto& [id, live] : m_live)
        live.reply->finish(FinishReason::Cancelled);
    m_live.clear();
}

} // namespace tf::engine
