#pragma once

// Which vector instructions a resampling may use: what the machine has, or less where a test asks.

#include <cstdint>

namespace tf::vision {

/// Each level includes those before it. Plain is the truth, in ordinary C++.
enum class Level : std::uint8_t { Plain, Avx2, Avx512 };

/// The best this machine offers. Avx512 stands for what Ice Lake and Zen 4 brought with it.
Level machineLevel();

const char* nameOf(Level level);

} // namespace tf::vision
