#pragma once

// What a config.json says of how its weights are quantised; the tensors must agree with it.

#include "kernels/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tf::engine {

enum class QuantMethod : std::uint8_t { None, MxFp8, BlockFp8, Gptq, Awq };

[[nodiscard]] std::string_view name(QuantMethod method);

struct Quantization {
    QuantMethod method = QuantMethod::None;
    std::int64_t blockRows = 1;
    std::int64_t group = 0; ///< columns that share a scale; 0: a whole row (GPTQ, AWQ)
    std::vector<std::string> kept; ///< released names of modules that are not quantised, sorted

    [[nodiscard]] bool keeps(std::string_view module) const;
};

/// Reads the text of config.json. Unsupported names a method or layout that is not read; a config
/// without quantisation gives None. Thread: any.
Result<Quantization> readQuantization(std::string_view json);

} // namespace tf::engine
