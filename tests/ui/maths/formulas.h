#pragma once

// Formulas as models write them, and what only looks like one.
//
// Written for these tests.

#include <span>

namespace tf::test {

[[nodiscard]] std::span<const char* const> understoodFormulas();
[[nodiscard]] std::span<const char* const> otherFormulas();
/// A page of the understood ones.
[[nodiscard]] std::span<const char* const> shownFormulas();

} // namespace tf::test
