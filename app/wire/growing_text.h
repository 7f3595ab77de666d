#pragma once

// Text that comes in pieces or in growing snapshots, nobody says which: made into pieces.
//
// A server that sends snapshots repeats all it has sent in every chunk. While both readings are
// possible only what they share goes out; a few chunks settle it. A value. Thread: any, one at a
// time.

#include <cstdint>
#include <string>
#include <string_view>

namespace tf::wire {

enum class Growth : std::uint8_t {
    Pieces, ///< always
    Unsettled, ///< found out from the text
    Snapshots,
};

class GrowingText {
public:
    explicit GrowingText(Growth growth = Growth::Unsettled);

    /// What is certain to be new.
    std::string feed(std::string_view chunk);
    /// The whole text, said once more: what of it had not come.
    std::string complete(std::string_view whole);
    /// What was held back. Nothing may be fed after it.
    std::string finish();

    /// What another text of the same answer told of the server; of no effect once it is settled.
    std::string settle(Growth growth);

    [[nodiscard]] Growth growth() const { return m_growth; }

private:
    std::string feedUnsettled(std::string_view chunk);
    std::string feedSnapshot(std::string_view chunk);
    std::string giveUpTo(std::string text);

    Growth m_growth;
    std::string m_given; ///< all that went out
    // While unsettled: the text under each reading.
    std::string m_pieces;
    std::string m_snapshot;
    int m_numGrowths = 0;
    int m_numRepeats = 0; ///< of a short text, before it grew
};

} // namespace tf::wire
