#pragma once

// Why something outside the program failed: a code that says what the user can do, words, the
// place.
//
// The words are for the log and the "details" fold: what was tried, on what, and what to do. The
// sentence a person reads first is made in ui from the code and can be translated there.

#include <cstdint>
#include <string>
#include <string_view>

namespace tf {

enum class Code : std::uint8_t {
    Cancelled, ///< the user stopped it
    NotFound, ///< name another one
    Denied, ///< ask for rights, or a key
    BadInput, ///< change what was given
    Corrupt, ///< the file is damaged: fetch it again
    Unsupported, ///< this build or machine cannot do it
    OutOfMemory, ///< ask for less
    Network, ///< check the connection
    Device, ///< a GPU failed: reload the engine
    Busy, ///< try again later
    Internal, ///< a fault of ours: report it
};

[[nodiscard]] std::string_view name(Code code);

struct Error {
    Code code;
    std::string text;
    const char* file;
    int line;

    // __builtin_FILE instead of std::source_location: clang 14 lacks the latter.
    Error(Code why, std::string explanation, const char* where = __builtin_FILE(),
          int whereLine = __builtin_LINE())
        : code(why)
        , text(std::move(explanation))
        , file(where)
        , line(whereLine)
    {
    }

    /// The same error with what was being done in front: "reading shard 3: header is cut off".
    [[nodiscard]] Error because(std::string_view doing) &&;

    /// One line for the log: code, words, place.
    [[nodiscard]] std::string describe() const;
};

} // namespace tf
