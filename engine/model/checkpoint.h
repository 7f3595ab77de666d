#pragma once

// A model folder opened for reading: config, index, shards mapped and checked, tensors by name.
//
// Every header is held against its file's size, every tensor against the config (present, shape,
// type, none left over, none overlapping) before the first weight is handed out. Weights are not
// read here but for a few samples; whoever touches the mapped bytes asks intact() before believing
// them, and expects any alignment. Names are those of the released files without the prefix
// `language_model.`; other naming styles are mapped.
// Thread: any, once open.

#include "engine/model/config.h"
#include "engine/model/progress.h"
#include "kernels/api/stored_matrix.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace tf::engine {

class Checkpoint {
public:
    static Result<Checkpoint> open(const std::filesystem::path& folder,
                                   const ProgressSink& progress = {},
                                   const CancelToken& cancel = {});

    Checkpoint(Checkpoint&&) noexcept;
    Checkpoint& operator=(Checkpoint&&) noexcept;
    ~Checkpoint();

    [[nodiscard]] const ModelConfig& config() const;
    [[nodiscard]] const std::filesystem::path& folder() const;

    /// A weight by its released name, e.g. "model.layers.3.self_attn.q_proj.weight"; NotFound names
    /// it. Parts of fused tensors (gate_up_proj) come as views into them.
    Result<StoredMatrix> matrix(std::string_view name) const;

    [[nodiscard]] std::uint64_t bytes() const; ///< of the tensors that the model uses
    [[nodiscard]] std::size_t numTensors() const; ///< that the model uses
    /// Of config, headers and samples of each shard: the same text, the same model.
    [[nodiscard]] std::string fingerprint() const;

    /// Corrupt when a shard was cut off after it was opened.
    Result<> intact() const;

private:
    struct State;
    explicit Checkpoint(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace tf::engine
