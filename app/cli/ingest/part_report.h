#pragma once

// What is told on standard error of files on their way into a question, before they are sent.

#include "app/draft/repository_part.h"

namespace tf::cli {

/// A line of m3 ask.
void sayAsked(std::string_view text);

/// Lines of one sort, up to a number that can still be read.
void sayNotices(const std::vector<std::string>& notices);

/// "1204 tokens", "≈1204 tokens".
[[nodiscard]] std::string shownTokens(std::int64_t tokens, ingest::Quality quality);

/// What of a repository goes, what is cut; `notices` are those of its listing.
void tellPart(const draft::RepositoryPart& part, const std::vector<std::string>& notices);

/// All of them: whoever is stopped wants to know by what.
void tellLeaks(const draft::LeakGate& gate);

} // namespace tf::cli
