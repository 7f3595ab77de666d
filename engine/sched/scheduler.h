#pragma once

// Decides what the engine computes next: a pure state machine without clock, threads or device.
//
// Answers go first, a token each, so that no stream waits for another's prompt; prompts share what
// is left of a step in turns. When pages run out the youngest sequence gives way and waits at the
// front of the queue; what it computed stays in the prefix cache while there is room. The oldest is
// never asked to, so that everything ends. Thread: engine.

#include "engine/run/step.h"
#include "engine/sched/prefix_cache.h"
#include "engine/sched/sequence.h"
#include "kernels/base/result.h"

#include <map>
#include <span>

namespace tf::engine {

struct ScheduleLimits {
    std::int64_t tokensPerStep = 512; ///< above sequencesPerStep, so that prompts go on as well
    std::int32_t sequencesPerStep = 32;
    std::int64_t maxPositions = 0; ///< of the model
    std::int64_t vocab = 0; ///< of the model
};

/// What the sampler said about a sequence whose logits were wanted.
struct SequenceOutcome {
    enum class Verdict : std::uint8_t { GoOn, Stop, Failed };

    SequenceId id = 0;
    /// One per row as long as they agree with the draft, and the first that does not.
    std::vector<std::int32_t> tokens;
    Verdict verdict = Verdict::GoOn;
};

class Scheduler {
public:
    /// Requires: tokensPerStep > sequencesPerStep > 0.
    Scheduler(PrefixCache cache, const ScheduleLimits& limits);

    /// Queues a request. BadInput or OutOfMemory with the numbers when it can never run.
    Result<SequenceId> submit(SequenceRequest request);
    /// Takes effect with the next finish(). Unknown ids are those that have ended.
    void cancel(SequenceId id);
    /// Tokens that may follow, to be checked in the next step; all or some are dropped when there
    /// is no room. Requires: the sequence awaits one token.
    void setDraft(SequenceId id, std::vector<std::int32_t> tokens);

    [[nodiscard]] bool idle() const { return m_waiting.empty() && m_running.empty(); }
    [[nodiscard]] std::int64_t numRunning() const { return std::ssize(m_running); }
    [[nodiscard]] std::int64_t numWaiting() const { return std::ssize(m_waiting); }
    /// The sequences that answer: whose next step computes a single token, or that and a draft.
    [[nodiscard]] std::vector<SequenceId> answering() const;

    /// The next step; empty when nothing can run. Requires: the last one is finished.
    [[nodiscard]] Step schedule();
    /// Takes what the step brought, the outcomes in the order of its sequences that wanted logits.
    [[nodiscard]] std::vector<SequenceEvent> finish(const Step& step,
                                                    std::span<const SequenceOutcome> outcomes);

    /// Between schedule() and finish(): a planned sequence ends before it is computed, and leaves
    /// the step.
    [[nodiscard]] SequenceEvent withdraw(Step& step, SequenceId id);

    /// The step failed as a whole: nothing that it computed is believed, and its sequences end.
    [[nodiscard]] std::vector<SequenceEvent> abandon(const Step& step);

    /// For saved contexts, between finish() and schedule().
    [[nodiscard]] PrefixCache& cache() { return m_cache; }
    [[nodiscard]] const PrefixCache& cache() const { return m_cache; }
    [[nodiscard]] std::uint64_t numPreemptions() const { return m_numPreemptions; }

private:
    struct Share {
        Sequence* sequence = nullptr;
        std::int64_t numTokens = 0; // of its text
        std::int64_t numDraft = 0;
    };
    using Sequences = std::map<SequenceId, Sequence>;

    void dropCancelled();
    void admit(Step& step);
    [[nodiscard]] bool hasRoomFor(const Sequence& sequence,
                                  const SequencePages::Found& found) const;
    [[nodiscard]] std::int64_t numPromised() const;
    void catchUp();
    [[nodiscard]] std::vector<Share> shares();
    void addDrafts(std::vector<Share>& shares, std::int64_t room) const;
    void addPrompts(std::vector<Share>& shares, std::vector<Sequence*> prompts,
                    std::int64_t budget) const;
    [[nodiscard]] bool reserve(Share& share);
    void preempt(SequenceId id);
    [[nodiscard]] StepSequence planned(const Share& share);
    SequenceEvent endUncomputed(SequenceId id);
    SequenceEvent advance(Sequence& sequence, const StepSequence& planned,
                          const SequenceOutcome* outcome);
    Ending accept(Sequence& sequence, const StepSequence& planned, const SequenceOutcome& outcome);

    PrefixCache m_cache;
    ScheduleLimits m_limits;
    Sequences m_waiting; // by arrival: the preempted ones are the oldest here
    Sequences m_running;
    std::vector<SequenceId> m_gone; // cancelled, their end not yet told
    SequenceId m_nextId = 1;
    std::uint64_t m_stepNumber = 0;
    std::uint64_t m_numPreemptions = 0;
    bool m_inStep = false;
};

} // namespace tf::engine
