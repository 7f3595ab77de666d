#pragma once

// The few rules that leave out some files of a folder and no other file that is sent.
//
// A folder, an ending, the names of tests, a name; paths one by one where nothing else is right.
// Thread: any.

#include "app/ingest/rules/rules.h"

#include <span>
#include <string>
#include <vector>

namespace tf::workspace {

/// `sent` are the paths of all files that are sent of the folder ("": of all), `cut` some of them.
[[nodiscard]] std::vector<ingest::UserRule> cutRules(std::string_view folder,
                                                     std::span<const std::string_view> sent,
                                                     std::span<const std::string_view> cut);

} // namespace tf::workspace
