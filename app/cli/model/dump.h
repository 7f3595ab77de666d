#pragma once

// Parts of a pass that m3 logits writes to .npy files: which layer, what of it, and where to.

#include "engine/model/config.h"
#include "engine/run/probe.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace tf::cli {

struct Dump {
    int layer = 0; ///< -1: the embedding
    engine::Probed what = engine::Probed::Hidden;
    std::filesystem::path file; ///< empty: beside the logits
};

/// "L:what" or "L:what=FILE"; L is a number or "embed".
Result<Dump> readDump(std::string_view argument);

/// BadInput when the model has no such layer or the layer no such thing.
Result<> hasDump(const engine::ModelConfig& config, const Dump& dump);

/// Where the dump goes: its own file, or OUT-stem.L.what.npy beside `out`.
std::filesystem::path fileOf(const Dump& dump, const std::filesystem::path& out);

/// Rows of one dump, step after step.
struct DumpRows {
    Dump dump;
    std::int64_t rows = 0;
    std::vector<float> floats;
    std::vector<std::int32_t> integers;
};

/// Collects the dumps' rows while a group runs. Thread: rank 0's while a step runs.
class DumpCollector {
public:
    DumpCollector(const engine::ModelConfig& config, const std::vector<Dump>& dumps);

    /// Empty when there is nothing to collect. Must not outlive the collector.
    [[nodiscard]] engine::Probe probe();
    Result<> write(const std::filesystem::path& out) const;

private:
    [[nodiscard]] bool wants(int layer, engine::Probed what) const;
    void take(const engine::ProbeReading& reading);
    [[nodiscard]] std::vector<std::int64_t> shapeOf(const DumpRows& rows) const;

    const engine::ModelConfig& m_config;
    std::vector<DumpRows> m_dumps;
};

} // namespace tf::cli
