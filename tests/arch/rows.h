#pragma once

// A few lines of text and the lines of it that a rule must point at: a row of a table test.

#include "tests/arch/rules.h"

#include <string>

namespace tf::test::arch {

struct Row {
    const char* name;
    const char* path;
    const char* text;
    const char* lines; ///< the numbers of the lines that break the rule, with spaces between
};

/// For a `_data()` slot.
void addRows(std::span<const Row> rows);

/// What the rule points at in the fetched row, and what it should: equal when the rule is right.
struct Pointed {
    std::string got;
    std::string want;
};
[[nodiscard]] Pointed pointedAt(FileRule rule);

/// "path:line" of each violation, with spaces between.
[[nodiscard]] std::string placesIn(const Violations& violations);

/// Requires: nothing about the order.
[[nodiscard]] SourceTree makeTree(std::vector<std::pair<std::string, std::string>> files);

} // namespace tf::test::arch
