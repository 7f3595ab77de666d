#pragma once

// A place that an answer names, with what is known of it: sent, moved since, or nowhere.
//
// Thread: any.

#include "app/ingest/cite/citation.h"
#include "app/workspace/cited/line_map.h"

#include <string>
#include <vector>

namespace tf::workspace {

/// How a place is marked, by a sign and a colour.
enum class CiteMark : std::uint8_t {
    Unchecked, ///< nobody looked yet
    Holds, ///< ✓ was sent, and is still so
    Shaky, ///< △ changed since, no frame near, or several files may be meant
    Fails, ///< ✗ was not sent, or does not exist
};

/// What became of the lines since they were sent.
enum class Since : std::uint8_t {
    Unknown, ///< they cannot be read now, or nobody looked
    Same,
    Moved, ///< the same words at another line
    Changed,
    Gone, ///< with the file
};

struct CitedPlace {
    ingest::Citation citation;
    ingest::Checked checked;
    CiteMark mark = CiteMark::Unchecked;
    Since since = Since::Unknown;
    session::LineRange now = {}; ///< of Moved: where they are
    std::vector<std::string> candidates = {}; ///< files that may be meant, when it is not clear
};

/// Held against what was sent alone.
[[nodiscard]] CitedPlace citedPlace(const ingest::Citation& citation, const ingest::Sent& sent);
/// And against the file as it is now: a place that holds may have moved.
void holdAgainstNow(CitedPlace& place, const LineText& sent, const LineText& now,
                    const LineMap& map);
/// The file is not there any more.
void holdAgainstNothing(CitedPlace& place);

/// "lines 12–40 were sent with the question and are unchanged".
[[nodiscard]] std::string sentenceOf(const CitedPlace& place);
/// "src/a.cpp:12", "src/a.cpp:12-40", "[02:13]": what an answer would have written.
[[nodiscard]] std::string written(const ingest::Citation& citation);

} // namespace tf::workspace
