#pragma once

// Long Markdown of one kind each, and random Markdown that means harm.

#include "tests/support/gen.h"

#include <string>
#include <vector>

namespace tf::test {

struct MarkdownSample {
    const char* name;
    std::string (*make)(std::size_t size);
};

/// What makes other readers slow: each about `size` bytes of one kind.
[[nodiscard]] const std::vector<MarkdownSample>& longMarkdown();

/// Marks, brackets, entities, tables, deep nesting and turned characters, in no good order.
[[nodiscard]] std::string hostileMarkdown(Gen& gen);

} // namespace tf::test
