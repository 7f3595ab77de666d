#pragma once

// The local model at work: requests go in from any thread, events come out of their mailboxes.
//
// One thread of its own owns the schedule, the pages and every request's text; the ranks of the
// group compute. Its loop: take what was asked, schedule a step, run it, tell the requests. A
// prefix that is in the cache, from this process or from a saved context, is not computed again.

#include "engine/activity.h"
#include "engine/memory_plan.h"
#include "engine/model/checkpoint.h"
#include "engine/request.h"
#include "engine/run/group_options.h"
#include "kernels/base/cancel.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace tf::engine {

struct EngineOptions {
    std::filesystem::path model;
    GroupOptions group;
    std::int32_t sequencesPerStep = 32;
    std::shared_ptr<ActivityBox> activity; ///< told what it does; null: nobody listens
};

/// What stops one request; the engine forgets it when the request has ended.
struct Ticket {
    RequestId id = 0;
    CancelSource cancel; ///< takes effect within one step
};

class Engine {
public:
    /// What load() would take, and whether there is room. Blocks: reads the files' headers.
    /// Thread: any.
    static Result<MemoryPlan> plan(const EngineOptions& options, const CancelToken& cancel = {});
    /// Blocks: until the weights are kept. Thread: any.
    static Result<std::unique_ptr<Engine>> load(const EngineOptions& options,
                                                const ProgressSink& progress = {},
                                                const CancelToken& cancel = {});
    /// Ends every request with Cancelled. Blocks: until the step that runs is through.
    ~Engine();

    [[nodiscard]] const ModelConfig& config() const;
    /// As it was counted when it was loaded.
    [[nodiscard]] const MemoryPlan& memory() const;

    /// What is wrong with the request comes as its Failed event. Thread: any. Blocks: never.
    Ticket submit(Request request);

    using SavedSink = std::function<void(Result<std::int64_t> positions)>;
    /// Writes the cache of the text's beginning to a file; says how many positions that were.
    /// `sink` runs on the engine's thread. Thread: any. Blocks: never; answers wait meanwhile.
    void saveContext(SequenceText text, std::filesystem::path file, CancelToken cancel,
                     SavedSink sink);
    /// Takes a saved context into the cache, so that a prompt that begins like it is known.
    void restoreContext(std::filesystem::path file, CancelToken cancel, SavedSink sink);

private:
    class Worker;
    explicit Engine(std::unique_ptr<Worker> worker);
    std::unique_ptr<Worker> m_worker;
};

} // namespace tf::engine
