#include "tests/engine/run/trace.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace tf::test {

using namespace tf::engine;

namespace {

/// Rows of all steps, gathered by what and layer; rank 0's, since ranks agree.
class Recorder {
public:
    Probe probe()
    {
        return {[](int rank, int, Probed) { return rank == 0; },
                [this](const ProbeReading& reading) -> Result<> {
                    const std::pair key(reading.what, reading.layer);
                    auto& floats = m_floats[key];
                    floats.insert(floats.end(), reading.floats.begin(), reading.floats.end());
                    auto& integers = m_integers[key];
                    integers.insert(integers.end(), reading.integers.begin(),
                                    reading.integers.end());
                    return {};
                },
                {}};
    }

    /// Layer after layer.
    [[nodiscard]] std::vector<float> floats(Probed what) const { return joined(m_floats, what); }
    [[nodiscard]] std::vector<std::int32_t> integers(Probed what) const
    {
        return joined(m_integers, what);
    }

private:
    template <class T>
    using ByLayer = std::map<std::pair<Probed, int>, std::vector<T>>;

    template <class T>
    static std::vector<T> joined(const ByLayer<T>& all, Probed what)
    {
        std::vector<T> out;
        for (const auto& [key, numbers] : all) {
            if (key.first == what)
                out.insert(out.end(), numbers.begin(), numbers.end());
        }
        return out;
    }

    ByLayer<float> m_floats;
    ByLayer<std::int32_t> m_integers;
};

} // namespace

GroupOptions exactOptions(const ModelConfig& config, int ranks)
{
    GroupOptions options;
    options.threads = 2;
    options.limits.rows = 512;
    options.limits.logitRows = 64;
    options.limits.sequences = 8;
    options.limits.positions = std::min<std::int64_t>(1024, config.maxPositions);
    options.limits.pages = 4 * 1024 / config.block();
    options.split.ranks = ranks;
    return options;
}

std::unique_ptr<Group> loadGroup(std::shared_ptr<const Checkpoint> checkpoint,
                                 const GroupOptions& options)
{
    return MUST(Group::load(std::move(checkpoint), options));
}

std::vector<std::int32_t> pagesFor(const ModelConfig& config, std::size_t numTokens,
                                   const Feeding& feeding)
{
    const auto block = static_cast<std::size_t>(config.block());
    std::vector<std::int32_t> pages((numTokens + block - 1) / block);
    std::int32_t page = feeding.firstPage;
    for (auto& entry : pages) {
        entry = page;
        page += feeding.pageStride;
    }
    return pages;
}

std::shared_ptr<Step> stepOf(const ModelConfig& config, const std::vector<std::int32_t>& tokens,
                             std::size_t begin, std::size_t end, const Feeding& feeding)
{
    const auto at = [&](std::size_t idx) {
        return tokens.begin() + static_cast<std::ptrdiff_t>(idx);
    };
    StepSequence sequence;
    sequence.id = 1;
    sequence.tokens.assign(at(begin), at(end));
    sequence.firstPosition = static_cast<std::int64_t>(begin);
    sequence.pages = pagesFor(config, tokens.size(), feeding);
    sequence.logits = LogitsWanted::All;
    auto step = std::make_shared<Step>();
    step->sequences.push_back(std::move(sequence));
    return step;
}

Result<std::vector<float>> runLogits(Group& group, const std::vector<std::int32_t>& tokens,
                                     const Feeding& feeding)
{
    const std::size_t chunk =
        feeding.chunk == 0 ? tokens.size() : static_cast<std::size_t>(feeding.chunk);
    std::vector<float> logits;
    for (std::size_t begin = 0; begin < tokens.size(); begin += chunk) {
        const std::size_t end = std::min(tokens.size(), begin + chunk);
        const auto step = TRY(group.run(stepOf(group.config(), tokens, begin, end, feeding)));
        logits.insert(logits.end(), step.values.begin(), step.values.end());
    }
    return logits;
}

namespace {

/// Feeds the prompt with this probe, which the recorder filled.
Result<Trace> runProbed(Group& group, const std::vector<std::int32_t>& tokens,
                        const Feeding& feeding, const Recorder& recorder, Probe probe)
{
    group.setProbe(std::move(probe));
    auto logits = runLogits(group, tokens, feeding);
    group.setProbe({});
    Trace trace;
    trace.logits = TRY(std::move(logits));
    trace.hidden = recorder.floats(Probed::Hidden);
    trace.blocks = recorder.integers(Probed::Blocks);
    trace.experts = recorder.integers(Probed::Experts);
    trace.expertWeights = recorder.floats(Probed::ExpertWeights);
    for (float& weight : trace.expertWeights)
        weight /= static_cast<float>(group.config().routedScale);
    return trace;
}

} // namespace

Result<Trace> runTrace(Group& group, const std::vector<std::int32_t>& tokens,
                       const Feeding& feeding)
{
    Recorder recorder;
    return runProbed(group, tokens, feeding, recorder, recorder.probe());
}

Result<Trace> runLayerByLayer(Group& group, const std::vector<std::int32_t>& tokens,
                              const std::vector<float>& hidden)
{
    Recorder recorder;
    Probe probe = recorder.probe();
    const auto layerSize = static_cast<std::ptrdiff_t>(tokens.size())
        * static_cast<std::ptrdiff_t>(group.config().hidden);
    probe.instead = [&hidden, layerSize](int, int layer) {
        const auto begin = hidden.begin() + (layer + 1) * layerSize;
        return std::vector<float>(begin, begin + layerSize);
    };
    return runProbed(group, tokens, {}, recorder, std::move(probe));
}

double relativeError(const std::vector<float>& got, const std::vector<float>& want)
{
    CHECK(got.size() == want.size(), "as many numbers as wanted");
    double difference = 0;
    double norm = 0;
    for (std::size_t idx = 0; idx < want.size(); ++idx) {
        difference += std::pow(static_cast<double>(got[idx]) - want[idx], 2);
        norm += std::pow(static_cast<double>(want[idx]), 2);
    }
    return std::sqrt(difference / norm);
}

double cosine(const float* got, const float* want, std::size_t count)
{
    double product = 0;
    double gotNorm = 0;
    double wantNorm = 0;
    for (std::size_t idx = 0; idx < count; ++idx) {
        product += static_cast<double>(got[idx]) * want[idx];
        gotNorm += static_cast<double>(got[idx]) * got[idx];
        wantNorm += static_cast<double>(want[idx]) * want[idx];
    }
    return product / std::sqrt(gotNorm * wantNorm);
}

} // namespace tf::test
