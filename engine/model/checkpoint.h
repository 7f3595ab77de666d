#pragma once

// A model folder opened for reading: config, index, shards mapped and checked, tensors by name.
//
// Every header is held against its file's size, every tensor against the config (present, shape,
// type, none left over, none overlapping) before the first weight is handed out. Weights are never
// read here; whoever touches the mapped bytes asks intact() before believing them. Names are those
// of the released files without the prefix `language_model.`; other naming styles are mapped.
// Thread: any, once open.

#include "engine/model/config.h"
#include "kernels/api/stored_matrix.h"
#include "kernels/base/cancel.h"
#include "kernels/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace tf::engine {

/// How far a long piece of work has come; bytes where it moves bytes.
struct Progress {
    std::string_view doing;
    std::uint64_t done = 0;
    std::uint64_t total = 0;
};
using ProgressSink = std::function<void(const Progress&)>;

class Checkpoint {
public:
    static Result<Checkpoint> open(const std::filesystem::path& folder,
                                   const ProgressSink& progress = {}, CancelToken cancel = {});

    Checkpoint(Checkpoint&&) noexcept;
    Checkpoint& operator=(Checkpoint&&) noexcept;
    ~Checkpoint();

    [[nodiscard]] const ModelConfig& config() const;
    [[nodiscard]] const std::filesystem::path& folder() const;

    /// A weight by its released name, e.g. "model.layers.3.self_attn.q_proj.weight"; NotFound names
    /// it. Parts of fused tensors (gate_up_proj) come as views into them.
    Result<StoredMatrix> matrix(std::string_view name) const;

    [[nodiscard]] std::uint64_t bytes() const; ///< of all tensors
    [[nodiscard]] std::size_t numTensors() const;
    [[nodiscard]] std::string fingerprint() const; ///< of config and headers: same text, same model

    /// Corrupt when a shard was cut off after it was opened.
    Result<> intact() const;

private:
    struct State;
    explicit Checkpoint(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace tf::engine
