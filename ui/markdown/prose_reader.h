#pragma once

// The lines of one paragraph, heading or cell become text with marks.
//
// The parser is given the lines so that none of them can begin a block: what is a block has been
// decided before. Definitions of link references are text like any other. Thread: any.

#include "ui/markdown/prose.h"

#include <string_view>

namespace tf::ui {

/// Requires: `lines` is mended UTF-8 of far less than 2 GiB.
[[nodiscard]] Prose readProse(std::string_view lines);

/// Only mended bytes made visible, all of one look: what has just come and is not read yet.
void appendUnread(Prose& prose, std::string_view text, Span look);

/// Whether an address may be followed: http, https or mailto.
[[nodiscard]] bool mayBeFollowed(QStringView address);

} // namespace tf::ui
