#include "app/cli/model/dump.h"

#include "engine/model/npy.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace tf::cli {

namespace {

using engine::Probed;

constexpr std::string_view kEmbedding = "embed";

std::string_view nameOf(Probed what)
{
    switch (what) {
    case Probed::Hidden:
        return "hidden";
    case Probed::Blocks:
        return "blocks";
    case Probed::Experts:
        return "experts";
    case Probed::ExpertWeights:
        return "expert_weights";
    }
    UNREACHABLE();
}

Result<Probed> probedOf(std::string_view word)
{
    for (const Probed what :
         {Probed::Hidden, Probed::Blocks, Probed::Experts, Probed::ExpertWeights}) {
        if (nameOf(what) == word)
            return what;
    }
    return Error(Code::BadInput,
                 words("--dump …:", word, ": it may be hidden, blocks, experts, expert_weights"));
}

Result<int> layerOf(std::string_view word)
{
    if (word == kEmbedding)
        return -1;
    int layer = 0;
    const auto [at, code] = std::from_chars(word.data(), word.data() + word.size(), layer);
    if (code != std::errc() || at != word.data() + word.size() || layer < 0)
        return Error(Code::BadInput,
                     words("--dump ", word, ":…: a layer is a number from 0 on, or embed"));
    return layer;
}

std::string layerName(int layer)
{
    return layer < 0 ? std::string(kEmbedding) : words(layer);
}

bool isInteger(Probed what)
{
    return what == Probed::Blocks || what == Probed::Experts;
}

} // namespace

Result<Dump> readDump(std::string_view argument)
{
    const auto equals = argument.find('=');
    const std::string_view place = argument.substr(0, equals);
    const auto colon = place.find(':');
    if (colon == std::string_view::npos)
        return Error(Code::BadInput, words("--dump ", argument, ": it must be L:what[=FILE]"));
    Dump dump;
    dump.layer = TRY(layerOf(place.substr(0, colon)));
    dump.what = TRY(probedOf(place.substr(colon + 1)));
    if (equals != std::string_view::npos)
        dump.file = argument.substr(equals + 1);
    if (dump.layer < 0 && dump.what != Probed::Hidden)
        return Error(Code::BadInput, "--dump embed:…: the embedding has hidden states alone");
    return dump;
}

Result<> hasDump(const engine::ModelConfig& config, const Dump& dump)
{
    if (dump.layer >= config.numLayers())
        return Error(
            Code::BadInput,
            words("--dump ", dump.layer, ":…: the model has layers 0 to ", config.numLayers() - 1));
    if (dump.what == Probed::Hidden)
        return {};
    const engine::LayerKind& kind = config.layers[static_cast<std::size_t>(dump.layer)];
    if (dump.what == Probed::Blocks ? !kind.sparseAttention : !kind.experts)
        return Error(
            Code::BadInput,
            words("--dump: layer ", dump.layer, " of the model has no ", nameOf(dump.what)));
    return {};
}

std::filesystem::path fileOf(const Dump& dump, const std::filesystem::path& out)
{
    if (!dump.file.empty())
        return dump.file;
    std::string name = out.stem().string();
    name += words(".", layerName(dump.layer), ".", nameOf(dump.what), ".npy");
    return out.parent_path() / name;
}

DumpCollector::DumpCollector(const engine::ModelConfig& config, const std::vector<Dump>& dumps)
    : m_config(config)
{
    for (const Dump& dump : dumps)
        m_dumps.push_back({dump, 0, {}, {}});
}

engine::Probe DumpCollector::probe()
{
    if (m_dumps.empty())
        return {};
    engine::Probe probe;
    probe.wants = [this](int rank, int layer, Probed what) {
        return rank == 0 && wants(layer, what);
    };
    probe.take = [this](const engine::ProbeReading& reading) -> Result<> {
        take(reading);
        return {};
    };
    return probe;
}

bool DumpCollector::wants(int layer, Probed what) const
{
    return std::any_of(m_dumps.begin(), m_dumps.end(), [&](const DumpRows& rows) {
        return rows.dump.layer == layer && rows.dump.what == what;
    });
}

void DumpCollector::take(const engine::ProbeReading& reading)
{
    // The reference's router gives weights that sum to 1; the factor belongs to the experts' sum.
    const auto scale = reading.what == Probed::ExpertWeights
        ? static_cast<float>(1.0 / m_config.routedScale)
        : 1.0F;
    for (DumpRows& rows : m_dumps) {
        if (rows.dump.layer != reading.layer || rows.dump.what != reading.what)
            continue;
        rows.rows += reading.rows;
        for (const float number : reading.floats)
            rows.floats.push_back(number * scale);
        rows.integers.insert(rows.integers.end(), reading.integers.begin(), reading.integers.end());
    }
}

std::vector<std::int64_t> DumpCollector::shapeOf(const DumpRows& rows) const
{
    switch (rows.dump.what) {
    case Probed::Hidden:
        return {rows.rows, m_config.hidden};
    case Probed::Blocks:
        return {rows.rows, m_config.sparse.indexHeads, m_config.sparse.topK};
    case Probed::Experts:
    case Probed::ExpertWeights:
        return {rows.rows, m_config.expertsPerToken};
    }
    UNREACHABLE();
}

Result<> DumpCollector::write(const std::filesystem::path& out) const
{
    for (const DumpRows& rows : m_dumps) {
        const auto file = fileOf(rows.dump, out);
        const auto shape = shapeOf(rows);
        TRY(isInteger(rows.dump.what) ? engine::writeNpy(file, shape, rows.integers)
                                      : engine::writeNpy(file, shape, rows.floats));
    }
    return {};
}

} // namespace tf::cli
