#pragma once

// The rules that the tree must keep, in one table; each stands in rules/ in a file of its name.
//
// A rule is a pure function over one file or over the whole tree, so that every rule is tested with
// a few lines of text that break it.

#include "tests/arch/source_tree.h"
#include "tests/arch/violation.h"

#include <span>

namespace tf::test::arch {

using FileRule = Violations (*)(const SourceFile& file);
using TreeRule = Violations (*)(const SourceTree& tree);

/// A room includes only rooms to its right.
Violations arrows(const SourceFile& file);
/// A foreign package is touched in its room alone.
Violations packages(const SourceFile& file);
/// Colours come from the theme.
Violations colours(const SourceFile& file);
/// A connection dies with its receiver.
Violations connects(const SourceFile& file);
/// Nothing in the window waits.
Violations waiting(const SourceFile& file);
/// No word that says nothing; no singletons; nothing that clang 14 cannot compile.
Violations names(const SourceFile& file);
/// A header opens with #pragma once and a paragraph.
Violations headers(const SourceFile& file);
/// Files and functions that have grown too long.
Violations sizes(const SourceFile& file);
/// Every room explains itself on one screen.
Violations readmes(const SourceTree& tree);
/// The README says of a noun what the noun's header says.
Violations sentences(const SourceTree& tree);
/// Every source is built: lists are written by hand and hold every file.
Violations cmakeLists(const SourceTree& tree);

/// A rule fails the test or is only printed.
enum class Weight { Fails, Warns };

struct Rule {
    std::string_view name;
    FileRule overFile = nullptr; ///< this or overTree
    TreeRule overTree = nullptr;
    Weight weight = Weight::Fails;
};

[[nodiscard]] std::span<const Rule> allRules();

/// One line a violation: "path:line: rule: words". Empty when the rule is kept everywhere.
[[nodiscard]] std::string report(const Rule& rule, const SourceTree& tree);

} // namespace tf::test::arch
