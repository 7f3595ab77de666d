#include "engine/run/group.h"

#include "engine/run/activations.h"
#include "engine/run/crew.h"
#include "engine/run/memory.h"
#include "engine/run/page_image.h"
#include "engine/run/rank.h"
#include "kernels/base/words.h"
#include "kernels/cpu/cpu_device.h"
#include "kernels/cpu/pool.h"

#include <algorithm>
#include <atomic>
#include <bit>

namespace tf::engine {

namespace {

/// The one place that calls a device by name.
std::unique_ptr<Device> makeDevice(int threads)
{
    return makeCpuDevice({threads, std::nullopt});
}

int threadsOfRank(const GroupOptions& options)
{
    const int threads = options.threads > 0 ? options.threads : cpu::usableCpus();
    return std::max(1, threads / options.split.ranks);
}

Result<std::vector<Shard>> shardAll(const ModelConfig& config, const Split& split)
{
    std::vector<Shard> shards = {TRY(shardOf(config, split, 0))};
    for (int rank = 1; rank < split.ranks; ++rank)
        shards.push_back(TRY(shardOf(config, split, rank)));
    return shards;
}

/// Of the wanted ones, halved until all ranks have room in one memory; 0: not even a page of them.
Result<std::int64_t> positionsThatFit(const std::vector<RankNeed>& needs, const ModelConfig& config,
                                      const GroupOptions& options, std::uint64_t freeBytes)
{
    Limits limits = options.limits;
    while (limits.positions >= config.block()) {
        std::uint64_t all = 0;
        for (std::size_t rank = 0; rank < needs.size(); ++rank) {
            const Shard shard = TRY(shardOf(config, options.split, static_cast<int>(rank)));
            all += needs[rank].weights.total() + needs[rank].cache.bytes(limits.pages)
                + activationBytes({config, shard, limits, options.precision.activations});
        }
        if (all <= freeBytes)
            return limits.positions;
        limits.positions /= 2;
        limits.pages /= 2;
    }
    return 0;
}

/// On a CPU all ranks share one memory, and its plan is theirs together.
Result<MemoryPlan> planOf(const std::vector<RankNeed>& needs, const ModelConfig& config,
                          const GroupOptions& options, const Device& device)
{
    DevicePlan plan;
    plan.name = "CPU";
    plan.freeBytes = device.memory().freeBytes;
    plan.totalBytes = device.memory().totalBytes;
    for (const RankNeed& need : needs) {
        plan.use.weights += need.weights.always;
        plan.use.experts += need.weights.experts;
        plan.use.vision += need.weights.vision;
        plan.use.workspace += need.activationBytes;
        plan.use.cache += need.cache.bytes(options.limits.pages);
    }
    MemoryPlan all;
    all.positions = options.limits.positions;
    all.maxPositions = config.maxPositions;
    all.positionsThatFit = TRY(positionsThatFit(needs, config, options, plan.freeBytes));
    all.threads = threadsOfRank(options) * options.split.ranks;
    all.devices.push_back(std::move(plan));
    return all;
}

Result<> fitsMemory(const DevicePlan& plan)
{
    if (plan.missingBytes() == 0)
        return {};
    const MemoryUse& use = plan.use;
    return Error(Code::OutOfMemory,
                 words("the model needs ", use.total(), " bytes (weights ",
                       use.weights + use.experts + use.vision, ", steps ", use.workspace,
                       ", cache ", use.cache, ") and ", plan.freeBytes,
                       " are free: ask for fewer pages, fewer ranks or a "
                       "smaller form of the weights"));
}

} // namespace

struct Group::State {
    std::shared_ptr<const Checkpoint> checkpoint;
    GroupOptions options;
    MemoryPlan memory;
    std::vector<Shard> shards;
    MatrixSource source;
    std::vector<RankLinks> links;
    std::vector<std::unique_ptr<Rank>> ranks;
    Probe probe;
    PageImage image;
    std::unique_ptr<Crew> crew; ///< last: its threads end before what they use

    [[nodiscard]] const ModelConfig& config() const { return checkpoint->config(); }

    Result<> load(const ProgressSink& progress, const CancelToken& cancel);
    Result<> loadRank(int rank, std::uint64_t totalBytes, std::atomic<std::uint64_t>& done,
                      const ProgressSink& progress, const CancelToken& cancel);
    Result<> onAll(const Crew::Job& job);
    Error fail(int rank, Error error) const;
    Result<> pagesExist(std::span<const std::int32_t> pages) const;
};

/// The first failure frees the peers; theirs that follow from it repeat its words. Ranks that are
/// cancelled leave together, and who is not through the last collective yet is freed as well.
Error Group::State::fail(int rank, Error error) const
{
    const RankLinks& link = links[static_cast<std::size_t>(rank)];
    if (error.code == Code::Cancelled) {
        link.abort(error);
        return error;
    }
    Result<> health = link.all->healthy();
    Error reason =
        health ? std::move(error).because(words("rank ", rank)) : std::move(health).error();
    link.abort(reason);
    return reason;
}

Result<> Group::State::onAll(const Crew::Job& job)
{
    std::atomic<bool> aborted = false;
    Result<> outcome = crew->run(job, [&](int rank, Error error) {
        aborted.store(true, std::memory_order_relaxed);
        return fail(rank, std::move(error));
    });
    if (aborted.load(std::memory_order_relaxed))
        links = linkRanks(shards);
    return outcome;
}

Result<> Group::State::loadRank(int rank, std::uint64_t totalBytes,
                                std::atomic<std::uint64_t>& done, const ProgressSink& progress,
                                const CancelToken& cancel)
{
    std::uint64_t before = 0;
    const BytesSink sink = [&](std::uint64_t bytes) {
        const std::uint64_t all = done.fetch_add(bytes - before) + bytes - before;
        before = bytes;
        if (rank == 0 && progress)
            progress({"weights", all, totalBytes});
    };
    const auto idx = static_cast<std::size_t>(rank);
    ranks[idx] = TRY(Rank::load({config(), source, options, shards[idx]},
                                makeDevice(threadsOfRank(options)), sink, cancel));
    return {};
}

Result<> Group::State::load(const ProgressSink& progress, const CancelToken& cancel)
{
    shards = TRY(shardAll(config(), options.split));
    source = [this](const std::string& name) { return checkpoint->matrix(name); };
    const auto planner = makeDevice(1); // only asked, never used
    const auto needs = TRY(groupNeeds(config(), source, options, *planner));
    memory = TRY(planOf(needs, config(), options, *planner));
    TRY(fitsMemory(memory.devices.front()));
    links = linkRanks(shards);
    ranks.resize(shards.size());
    crew = std::make_unique<Crew>(options.split.ranks);
    image = {needs[0].cache.kvBytes, needs[0].cache.indexBytes,
             shards[0].ranks / shards[0].numSharers};
    std::atomic<std::uint64_t> done = 0;
    const MemoryUse& use = memory.devices.front().use;
    const std::uint64_t total = use.weights + use.experts + use.vision;
    return onAll([&](int rank) { return loadRank(rank, total, done, progress, cancel); });
}

Group::Group(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

Group::~Group()
{
    // A device belongs to its rank's thread to the end.
    if (m_state->crew != nullptr)
        static_cast<void>(m_state->onAll([this](int rank) -> Result<> {
            m_state->ranks[static_cast<std::size_t>(rank)].reset();
            return {};
        }));
}

Result<std::unique_ptr<Group>> Group::load(std::shared_ptr<const Checkpoint> checkpoint,
                                           const GroupOptions& options,
                                           const ProgressSink& progress, const CancelToken& cancel)
{
    auto state = std::make_unique<State>();
    state->checkpoint = std::move(checkpoint);
    state->options = options;
    std::unique_ptr<Group> group(new Group(std::move(state)));
    TRY(group->m_state->load(progress, cancel).because("loading the model"));
    return group;
}

Result<MemoryPlan> Group::plan(const Checkpoint& checkpoint, const GroupOptions& options)
{
    const MatrixSource source = [&](const std::string& name) { return checkpoint.matrix(name); };
    const auto planner = makeDevice(1); // only asked, never used
    const auto needs = TRY(groupNeeds(checkpoint.config(), source, options, *planner));
    return planOf(needs, checkpoint.config(), options, *planner);
}

const MemoryPlan& Group::memory() const
{
    return m_state->memory;
}

const ModelConfig& Group::config() const
{
    return m_state->config();
}

const GroupOptions& Group::options() const
{
    return m_state->options;
}

void Group::setProbe(Probe probe)
{
    m_state->probe = std::move(probe);
}

namespace {

/// Infinities and NaN have the largest bits of all floats.
bool isFinite(std::span<const float> values)
{
    std::uint32_t largest = 0;
    for (const float value : values)
        largest = std::max(largest, std::bit_cast<std::uint32_t>(value) & 0x7fffffffU);
    return largest < 0x7f800000U;
}

Result<> areNumbers(const StepLogits& logits, const StepRows& rows, const Step& step)
{
    for (std::int64_t row = 0; row < logits.numRows; ++row) {
        const auto values = std::span(logits.values)
                                .subspan(static_cast<std::size_t>(row * logits.vocab),
                                         static_cast<std::size_t>(logits.vocab));
        if (!isFinite(values))
            return Error(Code::Corrupt,
                         words("the model's answer at ",
                               rows.nameOf(rows.wanted[static_cast<std::size_t>(row)], step),
                               " is not a number: its weights are damaged"));
    }
    return {};
}

} // namespace

Result<StepLogits> Group::run(std::shared_ptr<const Step> step, const CancelToken& cancel)
{
    State& state = *m_state;
    const StepRows rows = TRY(rowsOf(*step, state.config(), state.options.limits));
    StopLine stopLine(cancel, state.options.split.ranks);
    StepLogits logits;
    TRY(state.onAll([&](int rank) -> Result<> {
        const auto idx = static_cast<std::size_t>(rank);
        const Probe* probe = state.probe.empty() ? nullptr : &state.probe;
        StepLogits own = TRY(state.ranks[idx]->run(rows, {state.links[idx], stopLine, probe}));
        if (rank == 0)
            logits = std::move(own);
        return {};
    }));
    TRY(cancel.check());
    TRY(state.checkpoint->intact());
    TRY(areNumbers(logits, rows, *step));
    return logits;
}

Result<std::shared_ptr<const FeatureRows>> Group::look(const Media& media, const SightWatch& watch)
{
    State& state = *m_state;
    if (!state.config().vision)
        return Error(Code::Unsupported, "this model reads text alone: it has no vision tower");
    TRY(checkMedia(media, *state.config().vision));
    auto features = std::make_shared<FeatureRows>();
    TRY(state.onAll([&](int rank) -> Result<> {
        if (rank == 0)
            *features = TRY(state.ranks[0]->look(media, watch));
        return {};
    }));
    TRY(state.checkpoint->intact());
    if (!isFinite(features->values))
        return Error(
            Code::Corrupt,
            "what the model sees there is not a number: its vision weights are damaged, or "
            "the medium's table is");
    return std::shared_ptr<const FeatureRows>(std::move(features));
}

std::uint64_t Group::pageBytes() const
{
    return m_state->image.bytes();
}

Result<> Group::State::pagesExist(std::span<const std::int32_t> pages) const
{
    for (const std::int32_t page : pages) {
        if (page < 0 || page >= options.limits.pages)
            return Error(Code::BadInput, words("page ", page, " of ", options.limits.pages));
    }
    return {};
}

Result<std::vector<std::byte>> Group::readPages(std::span<const std::int32_t> pages)
{
    TRY(m_state->pagesExist(pages));
    std::vector<std::byte> images(pages.size() * m_state->image.bytes());
    TRY(m_state->onAll([&](int rank) {
        return m_state->ranks[static_cast<std::size_t>(rank)]->readPages(pages, images);
    }));
    return images;
}

Result<> Group::writePages(std::span<const std::int32_t> pages, std::span<const std::byte> images)
{
    TRY(m_state->pagesExist(pages));
    if (images.size() != pages.size() * m_state->image.bytes())
        return Error(Code::BadInput,
                     words(images.size(), " bytes for ", pages.size(), " pages of ",
                           m_state->image.bytes(), " bytes"));
    return m_state->onAll([&](int rank) {
        return m_state->ranks[static_cast<std::size_t>(rank)]->writePages(pages, images);
    });
}

std::string Group::modelFingerprint() const
{
    return m_state->checkpoint->fingerprint();
}

std::string Group::pageFingerprint() const
{
    const GroupOptions& options = m_state->options;
    const ModelConfig& config = m_state->config();
    return words(m_state->checkpoint->fingerprint(), "; pages of ", config.block(), ", ",
                 m_state->image.numGroups, " groups of KV heads, K and V ",
                 nameOf(options.precision.kv), ", index ", nameOf(options.precision.index),
                 ", activations ", nameOf(options.precision.activations), ", weights in form ",
                 static_cast<int>(options.load.form), ", cpu");
}

} // namespace tf::engine
