#pragma once

// All ranks of a model: a step goes in, logits come out; nobody outside addresses a single rank.
//
// A rank that fails frees its peers and the step ends with an error that names it; the group is
// then joined anew and takes the next step, though what that step wrote into its sequences' cache
// is unknown. A cancelled step leaves every sequence's earlier positions as they were.
// Thread: one caller at a time.

#include "engine/memory_plan.h"
#include "engine/model/checkpoint.h"
#include "engine/run/group_options.h"
#include "engine/run/probe.h"
#include "engine/run/sight/sight.h"
#include "engine/run/step.h"
#include "kernels/base/cancel.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace tf::engine {

class Group {
public:
    /// What load() would take. Thread: any.
    static Result<MemoryPlan> plan(const Checkpoint& checkpoint, const GroupOptions& options);
    /// Progress comes from a thread of the group, one call at a time. OutOfMemory says what is
    /// needed and what there is. Blocks: until the weights are kept.
    static Result<std::unique_ptr<Group>> load(std::shared_ptr<const Checkpoint> checkpoint,
                                               const GroupOptions& options,
                                               const ProgressSink& progress = {},
                                               const CancelToken& cancel = {});
    ~Group();

    [[nodiscard]] const ModelConfig& config() const;
    [[nodiscard]] const GroupOptions& options() const;
    /// As it was counted when it was loaded.
    [[nodiscard]] const MemoryPlan& memory() const;

    /// Cancelled before a layer at the latest. Blocks: until every rank is through.
    Result<StepLogits> run(std::shared_ptr<const Step> step, const CancelToken& cancel = {});

    /// What the model sees there, for the steps that hold its placeholders. Unsupported by a model
    /// that reads text alone. The watch's functions run on a thread of the group. Blocks.
    Result<std::shared_ptr<const FeatureRows>> look(const Media& media, const SightWatch& watch);

    /// Looks into the following steps; an empty one: no longer.
    void setProbe(Probe probe);

    /// A page of all ranks as bytes, the same for every page; pages may be written back under other
    /// numbers.
    [[nodiscard]] std::uint64_t pageBytes() const;
    Result<std::vector<std::byte>> readPages(std::span<const std::int32_t> pages);
    Result<> writePages(std::span<const std::int32_t> pages, std::span<const std::byte> images);

    /// Of the checkpoint.
    [[nodiscard]] std::string modelFingerprint() const;
    /// Groups with the same text read each other's pages.
    [[nodiscard]] std::string pageFingerprint() const;

private:
    struct State;
    explicit Group(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace tf::engine
