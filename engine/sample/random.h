#pragma once

// Random numbers by counter: the n-th number of a seed, without the ones before.
//
// So a token's number depends on the request's seed and on its place in the answer alone: not on
// the batch, on drafts, or on what was computed anew. The generator is SplitMix64 (a Weyl sequence
// through a 64-bit finalizer) whose start is the finalized seed, so that neighbouring seeds have
// nothing in common. Its numbers are a promise: the same seed gives the same text in every version.

#include <cstdint>

namespace tf::engine {

/// Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014; variant 13 of
/// Stafford.
constexpr std::uint64_t mixed(std::uint64_t bits)
{
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebU;
    return bits ^ (bits >> 31);
}

constexpr std::uint64_t randomBits(std::uint64_t seed, std::uint64_t counter)
{
    constexpr std::uint64_t kWeyl = 0x9e3779b97f4a7c15U;
    return mixed(mixed(seed + kWeyl) + (counter + 1) * kWeyl);
}

/// 0 ≤ number < 1, a multiple of 2^-53.
constexpr double randomUnit(std::uint64_t seed, std::uint64_t counter)
{
    return static_cast<double>(randomBits(seed, counter) >> 11) * 0x1p-53;
}

} // namespace tf::engine
