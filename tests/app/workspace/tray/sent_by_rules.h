#pragma once

// Whether rules let a path in, asked on the way down to it as a listing does.

#include "app/ingest/rules/rules.h"

/// Of an untracked file of `bytes`, in a folder without ignore files.
bool isSentBy(const tf::ingest::RuleChoice& choice, std::string_view path, std::int64_t bytes = 1);
