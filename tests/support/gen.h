#pragma once

// Seeded random values for property tests: the same seed gives the same values on every machine.
//
// A law is checked over many values; when it fails, the size is halved while it still fails, and
// the report names the seed and the size that bring the smallest failure back
// (TRIFOLD_SEED=… TRIFOLD_SIZE=…).

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

namespace tf::test {

class Gen {
public:
    /// `size` bounds the lengths of what is generated.
    Gen(std::uint64_t seed, std::size_t size);

    [[nodiscard]] std::size_t size() const { return m_size; }

    std::uint64_t bits();
    /// low ≤ value ≤ high
    std::int64_t between(std::int64_t low, std::int64_t high);
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : bits() % bound; }
    bool oneIn(std::uint32_t n) { return below(n) == 0; }
    /// 0 ≤ value < 1
    double unit();
    double normal();

    /// Requires: `choices`, an array or vector, is not empty.
    template <class Choices>
    const auto& pick(const Choices& choices)
    {
        return choices[below(std::size(choices))];
    }

    /// Valid UTF-8 of up to size() characters: ASCII, code, combining marks, CJK, emoji sequences,
    /// right-to-left, every kind of white space, the corners of each encoded length.
    std::string text();
    /// Bytes of any kind, often broken UTF-8.
    std::string bytes();
    /// `whole` cut at random places; pieces may be empty, joined they give `whole`.
    std::vector<std::string> pieces(const std::string& whole);

private:
    std::uint64_t m_state[4];
    std::size_t m_size;
};

/// Empty when the law holds for the generated value, else what is wrong.
using Law = std::function<std::string(Gen&)>;

/// Checks a law `numCases` times; returns an empty string or the report of the smallest failure.
std::string forAll(int numCases, const Law& law, std::size_t maxSize = 64);

/// One Unicode code point as UTF-8.
void appendUtf8(std::string& out, char32_t codePoint);

} // namespace tf::test
