#pragma once

// Which vector instructions operations may use: what the machine has, or less where a test asks.

#include <cstdint>

namespace tf::cpu {

/// Each level includes those before it. Plain is the truth, in ordinary C++.
enum class Level : std::uint8_t { Plain, Avx2, Avx512, Avx512Bf16 };

/// The best this machine offers.
Level machineLevel();

const char* nameOf(Level level);

} // namespace tf::cpu
