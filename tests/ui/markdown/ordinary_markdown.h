#pragma once

// Random Markdown as models and people write it: well formed, with the usual liberties.

#include "tests/support/gen.h"

#include <string>

namespace tf::test {

/// Headings, text, lists in lists with code in them, quotes, tables, rules; ends in a blank line.
[[nodiscard]] std::string ordinaryMarkdown(Gen& gen);

} // namespace tf::test
