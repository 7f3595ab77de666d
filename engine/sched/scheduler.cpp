#include "engine/sched/scheduler.h"

#include "engine/sched/admission.h"
#include "kernels/base/check.h"

#include <algorithm>
#include <utility>

namespace tf::engine {

Scheduler::Scheduler(PrefixCache cache, const ScheduleLimits& limits)
    : m_cache(std::move(cache))
    , m_limits(limits)
{
    CHECK(limits.sequencesPerStep > 0 && limits.tokensPerStep > limits.sequencesPerStep,
          "a step has room for every answer and a prompt");
}

Result<SequenceId> Scheduler::submit(SequenceRequest request)
{
    TRY(checkRequest(
        request,
        {m_limits.maxPositions, m_limits.vocab, m_cache.pool().numPages(), m_cache.block()}));
    Sequence sequence;
    sequence.id = m_nextId++;
    sequence.text = std::move(request.prompt);
    sequence.maxTokens = sequence.text.size() + request.maxNewTokens;
    const auto id = sequence.id;
    m_waiting.emplace(id, std::move(sequence));
    return id;
}

void Scheduler::cancel(SequenceId id)
{
    for (auto* sequences : {&m_waiting, &m_running}) {
        if (const auto found = sequences->find(id); found != sequences->end())
            found->second.cancelled = true;
    }
}

void Scheduler::setDraft(SequenceId id, std::vector<std::int32_t> tokens)
{
    const auto found = m_running.find(id);
    CHECK(!m_inStep && found != m_running.end() && found->second.numPending() == 1,
          "only an answer takes a draft");
    found->second.draft = std::move(tokens);
}

std::vector<SequenceId> Scheduler::answering() const
{
    std::vector<SequenceId> ids;
    for (const auto& [id, sequence] : m_running) {
        if (sequence.numPending() == 1 && !sequence.cancelled)
            ids.push_back(id);
    }
    return ids;
}

Step Scheduler::schedule()
{
    CHECK(!m_inStep, "one step at a time");
    m_inStep = true;
    ++m_stepNumber;
    Step step;
    dropCancelled();
    catchUp();
    admit(step);
    for (Share& share : shares()) {
        if (m_running.contains(share.sequence->id) && reserve(share))
            step.sequences.push_back(planned(share));
    }
    return step;
}

void Scheduler::dropCancelled()
{
    for (auto* sequences : {&m_waiting, &m_running}) {
        for (auto entry = sequences->begin(); entry != sequences->end();) {
            auto& [id, sequence] = *entry;
            if (!sequence.cancelled) {
                ++entry;
                continue;
            }
            sequence.pages.close(m_cache, sequence.text);
            m_gone.push_back(id);
            entry = sequences->erase(entry);
        }
    }
}

/// What a neighbour computed in the meantime need not be computed again.
void Scheduler::catchUp()
{
    for (auto& [id, sequence] : m_running) {
        if (sequence.numPending() == 1)
            continue;
        auto found = sequence.pages.find(m_cache, sequence.text, sequence.text.size() - 1);
        found.part = {}; // a page copied for a few positions is no gain any more
        static_cast<void>(sequence.pages.adopt(m_cache, found));
    }
}

void Scheduler::admit(Step& step)
{
    while (!m_waiting.empty() && std::ssize(m_running) < m_limits.sequencesPerStep) {
        if (m_cache.numAvailable() <= numPromised()) // a new page at least: do not even look
            return;
        Sequence& sequence = m_waiting.begin()->second;
        const auto found = sequence.pages.find(m_cache, sequence.text, sequence.text.size() - 1);
        if (!hasRoomFor(sequence, found))
            return; // nobody overtakes: what runs now ends, and then there is room
        if (const auto copy = sequence.pages.adopt(m_cache, found))
            step.copies.push_back(*copy);
        sequence.lastServed = m_stepNumber - 1; // as if just served: behind those who run
        m_running.insert(m_waiting.extract(m_waiting.begin()));
    }
}

bool Scheduler::hasRoomFor(const Sequence& sequence, const SequencePages::Found& found) const
{
    const auto numIdle = std::count_if(found.pages.begin(), found.pages.end(),
                                       [this](std::int32_t page) { return m_cache.isIdle(page); });
    const auto numWanted = m_cache.pagesFor(std::min(sequence.text.size() + 1, sequence.maxTokens))
        - std::ssize(found.pages);
    return numWanted <= m_cache.numAvailable() - numIdle - numPromised();
}

/// Pages that those who run will take for the text that they have.
std::int64_t Scheduler::numPromised() const
{
    std::int64_t numPages = 0;
    for (const auto& [id, sequence] : m_running) {
        const auto numWanted =
            m_cache.pagesFor(std::min(sequence.text.size() + 1, sequence.maxTokens));
        numPages += std::max<std::int64_t>(0, numWanted - std::ssize(sequence.pages.pages()));
    }
    return numPages;
}

/// By arrival, so that pages are taken from sequences that have not been served yet.
std::vector<Scheduler::Share> Scheduler::shares()
{
    std::vector<Share> shares;
    std::vector<Sequence*> prompts;
    std::int64_t numPromptTokens = 0;
    for (auto& [id, sequence] : m_running) {
        if (sequence.numPending() == 1) {
            shares.push_back({&sequence, 1, 0});
            continue;
        }
        prompts.push_back(&sequence);
        numPromptTokens += sequence.numPending();
    }
    auto budget = m_limits.tokensPerStep - std::ssize(shares);
    const auto keptForPrompts = std::min(numPromptTokens, m_limits.tokensPerStep / 2);
    addDrafts(shares, budget - keptForPrompts);
    for (const Share& share : shares)
        budget -= share.numDraft;
    addPrompts(shares, std::move(prompts), budget);
    std::sort(shares.begin(), shares.end(),
              [](const Share& a, const Share& b) { return a.sequence->id < b.sequence->id; });
    return shares;
}

void Scheduler::addDrafts(std::vector<Share>& shares, std::int64_t room) const
{
    for (Share& share : shares) {
        // The last token of an answer needs no check: it comes with the one before.
        const auto numWanted = share.sequence->maxTokens - share.sequence->text.size() - 1;
        share.numDraft = std::max<std::int64_t>(
            0, std::min({std::ssize(share.sequence->draft), numWanted, room}));
        room -= share.numDraft;
    }
}

/// Equal parts of the budget, a page's worth at least, for those who waited longest.
void Scheduler::addPrompts(std::vector<Share>& shares, std::vector<Sequence*> prompts,
                           std::int64_t budget) const
{
    std::sort(prompts.begin(), prompts.end(), [](const Sequence* a, const Sequence* b) {
        return std::pair(a->lastServed, a->id) < std::pair(b->lastServed, b->id);
    });
    const auto numParts = std::max<std::int64_t>(1, budget / m_cache.block());
    if (std::ssize(prompts) > numParts)
        prompts.resize(static_cast<std::size_t>(numParts));
    // The short ones first: what they leave goes to the others.
    std::sort(prompts.begin(), prompts.end(), [](const Sequence* a, const Sequence* b) {
        return std::pair(a->numPending(), a->id) < std::pair(b->numPending(), b->id);
    });
    auto numLeft = std::ssize(prompts);
    for (Sequence* sequence : prompts) {
        const auto numTokens = std::min(sequence->numPending(), budget / numLeft);
        shares.push_back({sequence, numTokens, 0});
        budget -= numTokens;
        --numLeft;
    }
}

/// Pages for the share, taken from the youngest if need be; false when that is itself.
bool Scheduler::reserve(Share& share)
{
    auto& pages = share.sequence->pages;
    const auto numPositions = pages.numCached() + share.numTokens;
    const auto id = share.sequence->id;
    while (!pages.grow(m_cache, numPositions)) {
        const auto youngest = m_running.rbegin()->first;
        preempt(youngest);
        if (youngest == id)
            return false;
    }
    if (!pages.grow(m_cache, numPositions + share.numDraft)) // nobody gives way to a guess
        share.numDraft = std::ssize(pages.pages()) * m_cache.block() - numPositions;
    return true;
}

void Scheduler::preempt(SequenceId id)
{
    auto entry = m_running.extract(id);
    Sequence& sequence = entry.mapped();
    sequence.pages.close(m_cache, sequence.text);
    sequence.draft.clear();
    m_waiting.insert(std::move(entry));
    ++m_numPreemptions;
}

StepSequence Scheduler::planned(const Share& share)
{
    Sequence& sequence = *share.sequence;
    const auto& pages = sequence.pages;
    const auto first = pages.numCached();
    StepSequence planned;
    planned.id = sequence.id;
    planned.firstPosition = first;
    const auto begin = sequence.text.tokens.begin() + first;
    planned.tokens.assign(begin, begin + share.numTokens);
    const auto draft = sequence.draft.begin();
    planned.tokens.insert(planned.tokens.end(), draft, draft + share.numDraft);
    const auto numPages = m_cache.pagesFor(first + std::ssize(planned.tokens));
    planned.pages.assign(pages.pages().begin(), pages.pages().begin() + numPages);
    planned.logits = share.numTokens < sequence.numPending() ? LogitsWanted::None
        : share.numDraft > 0                                 ? LogitsWanted::All
                                                             : LogitsWanted::Last;
    sequence.lastServed = m_stepNumber;
    sequence.draft.clear();
    return planned;
}

std::vector<SequenceEvent> Scheduler::finish(const Step& step,
                                             std::span<const SequenceOutcome> outcomes)
{
    CHECK(m_inStep, "finish() follows schedule()");
    m_inStep = false;
    std::vector<SequenceEvent> events;
    for (const auto id : std::exchange(m_gone, {}))
        events.push_back({id, {}, 0, Ending::Cancelled});
    for (const StepSequence& planned : step.sequences) {
        const SequenceOutcome* outcome = nullptr;
        if (planned.logits != LogitsWanted::None) {
            CHECK(!outcomes.empty() && outcomes.front().id == planned.id, "an outcome is missing");
            outcome = &outcomes.front();
            outcomes = outcomes.subspan(1);
        }
        Sequence& sequence = m_running.at(planned.id);
        events.push_back(advance(sequence, planned, outcome));
        if (events.back().ending == Ending::None)
            continue;
        sequence.pages.close(m_cache, sequence.text);
        m_running.erase(planned.id);
    }
    CHECK(outcomes.empty(), "an outcome of a sequence that was not asked");
    return events;
}

SequenceEvent Scheduler::withdraw(Step& step, SequenceId id)
{
    CHECK(m_inStep, "withdraw() follows schedule()");
    std::erase_if(step.sequences, [id](const StepSequence& planned) { return planned.id == id; });
    return endUncomputed(id);
}

std::vector<SequenceEvent> Scheduler::abandon(const Step& step)
{
    CHECK(m_inStep, "abandon() follows schedule()");
    m_inStep = false;
    std::vector<SequenceEvent> events;
    for (const auto id : std::exchange(m_gone, {}))
        events.push_back({id, {}, 0, Ending::Cancelled});
    for (const StepSequence& planned : step.sequences)
        events.push_back(endUncomputed(planned.id));
    return events;
}

/// Nothing that a step would add to the sequence is believed; what earlier ones did stays known.
SequenceEvent Scheduler::endUncomputed(SequenceId id)
{
    Sequence& sequence = m_running.at(id);
    const SequenceEvent event{id,
                              {},
                              sequence.pages.numCached(),
                              sequence.cancelled ? Ending::Cancelled : Ending::Failed};
    sequence.pages.close(m_cache, sequence.text);
    m_running.erase(id);
    return event;
}

SequenceEvent Scheduler::advance(Sequence& sequence, const StepSequence& planned,
                                 const SequenceOutcome* outcome)
{
    const auto numOld = sequence.text.size();
    SequenceEvent event;
    event.id = sequence.id;
    if (sequence.cancelled) {
        event.ending = Ending::Cancelled;
    } else if (outcome != nullptr) {
        event.ending = accept(sequence, planned, *outcome);
        if (event.ending == Ending::Failed)
            return event; // what it computed is not to be trusted
    }
    event.tokens.assign(sequence.text.tokens.begin() + numOld, sequence.text.tokens.end());
    const auto numComputed = planned.firstPosition + std::ssize(planned.tokens);
    const auto numTrue =
        outcome != nullptr && !sequence.cancelled ? sequence.text.size() - 1 : sequence.text.size();
    sequence.pages.commit(m_cache, sequence.text, std::min(numComputed, numTrue));
    event.numCached = sequence.pages.numCached();
    return event;
}

Ending Scheduler::accept(Sequence& sequence, const StepSequence& planned,
                         const SequenceOutcome& outcome)
{
    if (outcome.verdict == SequenceOutcome::Verdict::Failed)
        return Ending::Failed;
    auto& tokens = sequence.text.tokens;
    const auto draft =
        std::span(planned.tokens)
            .subspan(static_cast<std::size_t>(sequence.text.size() - planned.firstPosition));
    const std::span sampled(outcome.tokens);
    CHECK(!sampled.empty() && sampled.size() <= draft.size() + 1, "a token per row at most");
    CHECK(std::equal(sampled.begin(), sampled.end() - 1, draft.begin()),
          "rows after a rejected token mean nothing");
    tokens.insert(tokens.end(), sampled.begin(), sampled.end());
    if (outcome.verdict == SequenceOutcome::Verdict::Stop)
        return Ending::Stopped;
    return sequence.text.size() >= sequence.maxTokens ? Ending::Length : Ending::None;
}

} // namespace tf::engine
