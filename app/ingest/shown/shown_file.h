#pragma once

// A file as the model is shown it: a header with its path, then each line behind its number.
//
// The numbers are what the model cites, and no line of a file can pass for a header. The pieces are
// cut where tokens end anyway, so that tokens of header and lines add up to tokens of the whole.
// Thread: any.

#include <cstdint>
#include <string>
#include <string_view>

namespace tf::ingest {

/// "=== src/a.cpp ===" and a newline.
[[nodiscard]] std::string shownHeader(std::string_view path);

struct ShownLines {
    std::string text; ///< "1\tfirst\n2\tsecond\n"; valid UTF-8
    std::int64_t numLines = 0;
    bool isRepaired = false; ///< bytes that are no UTF-8 stand as U+FFFD
};

/// Line ends become single newlines, a byte order mark is left out.
[[nodiscard]] ShownLines shownLines(std::string_view bytes);

} // namespace tf::ingest
