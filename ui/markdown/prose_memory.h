#pragma once

// What was read a moment ago, so that text that grows is not read again with every piece.
//
// A round is one look at the end of a growing text. What is unchanged since the last round is taken
// from it; what has only grown is read again when it has grown by a sixteenth, or when what came
// may be a mark and not too much was read for it so far; until then what came is added as it
// stands. So the bytes read stay in proportion to the bytes that come. Thread: any, one at a time.

#include "ui/markdown/prose.h"

#include <string>
#include <string_view>
#include <vector>

namespace tf::ui {

/// Whether all of a text is there.
enum class Wholeness : std::uint8_t { Whole, Growing };

class ProseMemory {
public:
    [[nodiscard]] Prose read(std::string_view lines, Wholeness wholeness);
    /// From here on, what was read since the last call is what is remembered.
    void beginRound();

    /// Bytes given to the parser so far.
    [[nodiscard]] std::int64_t bytesRead() const { return m_bytesRead; }

private:
    struct Entry {
        std::string lines;
        std::size_t readSize = 0; ///< the rest was added unread
        Prose prose;
        bool isWhole = true; ///< it was read as it stands, nothing was closed for the moment
        bool isUnsure = false; ///< what comes may not stand where it would be added
        Span tail; ///< how what is added looks
        std::size_t spent = 0; ///< bytes read for it so far
    };

    [[nodiscard]] Entry* find(std::string_view lines, Wholeness wholeness);
    [[nodiscard]] Entry readNow(std::string_view lines, Wholeness wholeness);
    [[nodiscard]] static bool mayWait(const Entry& known, std::string_view lines);

    std::vector<Entry> m_before;
    std::vector<Entry> m_now;
    std::int64_t m_bytesRead = 0;
};

} // namespace tf::ui
