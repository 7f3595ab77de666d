#pragma once

// Bytes cut anywhere become valid UTF-8 with one kind of line ending.
//
// What is no UTF-8, NUL and the code points that no text holds become U+FFFD; a byte order mark at
// the beginning goes. A character of which bytes are missing waits for them. Thread: any.

#include <QString>

#include <string>
#include <string_view>

namespace tf::ui {

class Utf8Mender {
public:
    /// Appends to `text` what is whole now; lines end in U+000A.
    void mend(std::string_view bytes, std::string& text);
    /// No more bytes come: an unfinished character is none.
    void finish(std::string& text);

private:
    void take(std::string_view character, std::string& text);

    std::string m_waiting; ///< the beginning of a character
    bool m_isAfterReturn = false; ///< the U+000A of a pair is still to come
    bool m_isAtBegin = true;
};

/// Mended text as Qt has it; a byte order mark within it stays, which Qt alone would drop.
[[nodiscard]] QString toText(std::string_view mended);

} // namespace tf::ui
