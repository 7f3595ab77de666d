#include "engine/model/checkpoint.h"

#include "engine/model/files/shard_set.h"
#include "engine/model/files/tensor_names.h"
#include "engine/model/files/weight_finder.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::engine {

struct Checkpoint::State {
    std::filesystem::path folder;
    ModelConfig config;
    ShardSet shards;
    std::vector<StoredMatrix> weights; ///< sorted by name
    std::string fingerprint;
};

namespace {

constexpr std::size_t kProgressStep = 256; ///< weights between two reports
constexpr std::uint64_t kMaxConfigFileBytes = std::uint64_t(16) << 20;

std::span<const std::byte> bytesOf(const std::string& text)
{
    return std::as_bytes(std::span(text.data(), text.size()));
}

/// Nothing may be left over, and where something is quantised the config must have said so.
Result<> checkNothingElse(const TensorCatalog& catalog)
{
    const auto extra = catalog.unused();
    if (extra.empty())
        return {};
    return Error(Code::BadInput,
                 words(extra.size(),
                       " tensors have no place in the model that the config "
                       "describes: ",
                       firstFew(extra)));
}

Result<> checkSomeQuantised(const Quantization& quantization, std::span<const StoredMatrix> weights)
{
    const bool any = std::any_of(weights.begin(), weights.end(), [](const StoredMatrix& weight) {
        return weight.format != WeightFormat::F32 && weight.format != WeightFormat::BF16;
    });
    if (quantization.method != QuantMethod::None && !any)
        return Error(Code::BadInput,
                     words("quantization_config says ", name(quantization.method),
                           ", and no tensor is quantised"));
    return {};
}

/// A model sees when its config says how and its files hold what that takes. Text-only conversions
/// keep one or the other.
void settleVision(ModelConfig& config, TensorCatalog& catalog)
{
    if (!config.vision)
        catalog.leaveOut(isOfVision);
    else if (!catalog.hasAny(isOfVision))
        config.vision.reset();
}

Result<std::vector<StoredMatrix>> findWeights(const ModelConfig& config,
                                              const Quantization& quantization,
                                              TensorCatalog& catalog, const Watch& watch)
{
    const auto expected = expectedWeights(config);
    WeightFinder finder(catalog, quantization);
    std::vector<StoredMatrix> weights;
    std::vector<std::string> missing;
    for (std::size_t idx = 0; idx < expected.size(); ++idx) {
        if (idx % kProgressStep == 0)
            TRY(watch.at({"checking tensors", idx, expected.size()}));
        auto weight = TRY(finder.find(expected[idx]));
        if (weight)
            weights.push_back(std::move(*weight));
        else
            missing.push_back(expected[idx].name);
    }
    if (!missing.empty())
        return Error(Code::BadInput,
                     words(missing.size(), " of ", expected.size(),
                           " tensors that the config asks for are missing: ", firstFew(missing)));
    TRY(checkNothingElse(catalog));
    TRY(checkSomeQuantised(quantization, weights));
    std::sort(weights.begin(), weights.end(),
              [](const StoredMatrix& a, const StoredMatrix& b) { return a.name < b.name; });
    TRY(watch.at({"checking tensors", expected.size(), expected.size()}));
    return weights;
}

} // namespace

Result<Checkpoint> Checkpoint::open(const std::filesystem::path& folder,
                                    const ProgressSink& progress, const CancelToken& cancel)
{
    const Watch watch{progress, cancel};
    auto state = std::make_unique<State>();
    state->folder = folder;
    const auto path = folder / "config.json";
    const auto text = TRY(textOf(path, kMaxConfigFileBytes));
    state->config = TRY(readConfig(text).because(path.native()));
    const auto quantization = TRY(readQuantization(text).because(path.native()));
    Fingerprint fingerprint;
    fingerprint.add(bytesOf(text));
    state->shards = TRY(openShards(folder, fingerprint, watch));
    state->fingerprint = fingerprint.text();
    settleVision(state->config, state->shards.catalog);
    state->weights = TRY(findWeights(state->config, quantization, state->shards.catalog, watch)
                             .because(folder.native()));
    Checkpoint checkpoint(std::move(state));
    TRY(checkpoint.intact());
    return checkpoint;
}

Checkpoint::Checkpoint(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
Checkpoint::Checkpoint(Checkpoint&&) noexcept = default;
Checkpoint& Checkpoint::operator=(Checkpoint&&) noexcept = default;
Checkpoint::~Checkpoint() = default;

const ModelConfig& Checkpoint::config() const
{
    return m_state->config;
}

const std::filesystem::path& Checkpoint::folder() const
{
    return m_state->folder;
}

Result<StoredMatrix> Checkpoint::matrix(std::string_view name) const
{
    const auto& weights = m_state->weights;
    const auto place = std::lower_bound(
        weights.begin(), weights.end(), name,
        [](const StoredMatrix& weight, std::string_view wanted) { return weight.name < wanted; });
    if (place == weights.end() || place->name != name)
        return Error(Code::NotFound,
                     words(m_state->folder.native(), " has no weight \"", name, "\""));
    return StoredMatrix(*place);
}

std::uint64_t Checkpoint::bytes() const
{
    return m_state->shards.catalog.numBytes();
}

std::size_t Checkpoint::numTensors() const
{
    return m_state->shards.catalog.size();
}

std::string Checkpoint::fingerprint() const
{
    return m_state->fingerprint;
}

Result<> Checkpoint::intact() const
{
    for (const MappedFile& file : m_state->shards.files)
        TRY(file.intact());
    return {};
}

} // namespace tf::engine
