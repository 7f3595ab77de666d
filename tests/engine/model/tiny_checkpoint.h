#pragma once

// A small model folder made in memory, in any layout that is read, to be changed and written: what
// a checkpoint should be, and every way in which one is broken.

#include "engine/json/value.h"
#include "engine/model/files/expected_weights.h"
#include "engine/model/files/quantization.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace tf::test {

using Bytes = std::vector<std::byte>;

struct TinyTensor {
    std::string name;
    std::string type;
    std::vector<std::int64_t> shape;
    Bytes bytes;
    std::string file; ///< that holds it
    std::string indexedFile; ///< where the index says that it is; empty: not in the index
};

enum class TinyLayout : std::uint8_t {
    Released, ///< language_model.…, as the released files
    Renamed, ///< model.…, indexer, mlp.experts.N.gate_proj
    Stacked, ///< model.language_model.…, gate_up_proj, experts in one tensor
};

/// The bytes that Checkpoint::matrix() must show of a weight.
struct TinyWeight {
    Bytes values;
    Bytes scales;
    Bytes zeros;
};

struct TinyCheckpoint {
    json::Value config;
    std::vector<TinyTensor> tensors;
    std::map<std::string, TinyWeight> weights; ///< by released name

    static TinyCheckpoint make(TinyLayout layout = TinyLayout::Released,
                               engine::QuantMethod method = engine::QuantMethod::None);

    /// Aborts when there is none.
    TinyTensor& at(std::string_view name);
    void remove(std::string_view name);
    void add(std::string name, std::string type, std::vector<std::int64_t> shape);

    void write(const std::filesystem::path& folder) const;
};

/// The config of the tiny model: 3 layers, the first dense.
[[nodiscard]] std::string tinyConfig();

/// A safetensors file: length, header, body.
[[nodiscard]] std::string safetensorsFile(std::string_view header, std::size_t bodyBytes);

void writeText(const std::filesystem::path& path, std::string_view text);
[[nodiscard]] std::string readText(const std::filesystem::path& path);

} // namespace tf::test
