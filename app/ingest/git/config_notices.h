#pragma once

// What a repository's own settings ask for, told to the user and never done.
//
// The text is looked through for settings that name programs, places or other settings. Nothing is
// taken from it but these sentences.

#include <string>
#include <string_view>
#include <vector>

namespace tf::ingest {

/// "core.fsmonitor in .git/config was not obeyed: it would start a program". At most one a setting.
[[nodiscard]] std::vector<std::string> configNotices(std::string_view text, std::string_view where);

/// True when the settings say that objects have SHA-256 names.
[[nodiscard]] bool saysSha256(std::string_view text);
/// True when they say that references lie in files of another kind.
[[nodiscard]] bool saysReftable(std::string_view text);

} // namespace tf::ingest
