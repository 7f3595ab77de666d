#pragma once

// Secrets made while a test runs, so that no file of the tree holds what looks like one.
//
// Thread: any.

#include "app/ingest/leaks/leak.h"
#include "app/ingest/leaks/rule.h"
#include "tests/support/gen.h"

#include <string>
#include <string_view>

namespace tf::test {

/// What nobody would have written by hand, and nobody has ever used.
inline const std::string kDrawn = "q7Rz0Lk2Wm9Xc4Vb";

/// `count` characters of an alphabet as Shape names it.
[[nodiscard]] std::string drawn(Gen& gen, char alphabet, std::size_t count);

/// Fits the shape; drawn again until it has the entropy that the rule wants.
[[nodiscard]] std::string secretOf(Gen& gen, const ingest::Rule& rule);

/// A token alone; a named value behind the first of its names.
[[nodiscard]] std::string lineWith(const ingest::Rule& rule, std::string_view secret);

/// "rule rule" of the findings, in order.
[[nodiscard]] std::string rulesOf(std::string_view path, std::string_view text);

/// The parts of the text that were found, in order, each in brackets.
[[nodiscard]] std::string foundIn(std::string_view path, std::string_view text);

} // namespace tf::test
