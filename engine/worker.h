#pragma once

// The engine's thread: takes what was asked, schedules a step, runs it, tells the requests.
//
// Everything but the box of commands belongs to that thread.

#include "engine/activity_meter.h"
#include "engine/engine.h"
#include "engine/reply.h"
#include "engine/run/group.h"
#include "engine/sample/draft/speculation.h"
#include "engine/sched/scheduler.h"
#include "engine/step_costs.h"
#include "engine/viewing.h"

#include <atomic>
#include <map>
#include <optional>
#include <semaphore>
#include <thread>
#include <variant>

namespace tf::engine {

/// What the worker is given: all that was loaded.
struct WorkerParts {
    std::unique_ptr<Group> group;
    std::optional<text::Tokenizer> tokenizer;
    std::vector<std::int32_t> endTokens;
    std::int32_t sequencesPerStep = 32;
    std::shared_ptr<ActivityBox> activity; ///< null: nobody listens
};

class Engine::Worker {
public:
    explicit Worker(WorkerParts parts);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    [[nodiscard]] const ModelConfig& config() const { return m_group->config(); }
    [[nodiscard]] const MemoryPlan& memory() const { return m_group->memory(); }

    struct Submit {
        RequestId id = 0;
        CancelToken cancel;
        Request request;
    };
    struct Context {
        enum class Move : std::uint8_t { Save, Restore };
        Move move = Move::Save;
        SequenceText text; ///< Save
        std::filesystem::path file;
        CancelToken cancel;
        Engine::SavedSink sink;
    };
    using Command = std::variant<Submit, Context>;

    [[nodiscard]] RequestId nextId() { return ++m_lastId; }
    /// Thread: any.
    void post(Command command);

private:
    /// A request that runs, as the scheduler and as its owner know it.
    struct Live {
        std::unique_ptr<Reply> reply;
        std::optional<Speculation> speculation;
        Viewing viewing;
        std::int64_t promptTokens = 0;
        std::int64_t cachedTokens = -1; // of the prompt; not known before its first step
    };

    void work();
    void takeCommands();
    void accept(Submit submit);
    Result<SequenceId> admit(Submit& submit, Live& live);
    void move(Context context);

    void runStep();
    void lookFor(Step& step);
    Result<> lookFor(StepSequence& planned);
    void giveUp(const Step& step, const Error& error);
    void cancelAsked();
    void proposeDrafts();
    [[nodiscard]] CancelToken stepCancel(const Step& step) const;
    void noteCached(const Step& step);
    void tellActivity();
    std::vector<SequenceOutcome> choose(const Step& step, const StepLogits& logits);
    SequenceOutcome chooseFor(const StepSequence& planned, std::span<const float> logits);
    void observeCost(const Step& step, double seconds);
    void tellAll(const std::vector<SequenceEvent>& events, const Error* fault);
    void tell(const SequenceEvent& event, const Error* fault);
    void endAll();

    std::unique_ptr<Group> m_group;
    std::optional<text::Tokenizer> m_tokenizer;
    ReplyModel m_model;
    ScheduleLimits m_scheduleLimits;
    Scheduler m_scheduler;
    StepCosts m_costs;
    ActivityMeter m_meter;
    std::map<SequenceId, Live> m_live;
    std::map<SequenceId, Error> m_faults; // of replies, until the scheduler has ended them

    std::atomic<RequestId> m_lastId = 0;
    std::atomic<bool> m_stopping = false;
    std::counting_semaphore<> m_wake{0};
    Mailbox<Command> m_commands;
    std::thread m_thread; // the last member: it uses all others
};

} // namespace tf::engine
