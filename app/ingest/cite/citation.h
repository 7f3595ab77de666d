#pragma once

// Places that an answer names, found in its text and checked against what was sent.
//
// `src/a.cpp:12`, `src/a.cpp:12-40`, `[02:13]`. A place that was not sent, a line that the file
// does not have, a second that no frame shows is marked, never followed. Thread: any.

#include "app/session/turn.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tf::ingest {

enum class CiteKind : std::uint8_t { Lines, Moment };

struct Citation {
    CiteKind kind = CiteKind::Lines;
    std::size_t begin = 0; ///< bytes of the answer's text
    std::size_t end = 0;
    std::string path; ///< Lines
    session::LineRange lines;
    double seconds = 0; ///< Moment

    bool operator==(const Citation&) const = default;
};

/// In the order of the text; code fences and inline code are read too. A host with a port is none,
/// as far as that can be told; a time of the day in brackets is taken for a moment.
[[nodiscard]] std::vector<Citation> findCitations(std::string_view answer);

enum class CiteState : std::uint8_t {
    Sent, ///< those lines were sent
    NoSuchFile, ///< nothing of that name was sent
    NoSuchLines, ///< the file was sent and has fewer lines
    NotSent, ///< the file has them, but they were cut off
    NoFrame, ///< no frame within a second
    PastEnd, ///< no clip is that long
    Ambiguous, ///< several sent files end like that
};

struct SentFile {
    std::string path;
    session::LineRange lines; ///< 0 and 0: the whole
    std::int64_t numLines = 0; ///< of the whole file
};

struct Checked {
    CiteState state = CiteState::Sent;
    std::string path; ///< of the file that was meant, when there is one
};

struct Sent {
    std::vector<SentFile> files;
    std::vector<double> frames; ///< seconds of each frame that was sent
    /// Seconds of the longest clip of which nobody here knows the frames that are seen: any moment
    /// of it may be meant. 0: there is none.
    double clipLength = 0;
};

[[nodiscard]] Checked check(const Citation& citation, const Sent& sent);

} // namespace tf::ingest
