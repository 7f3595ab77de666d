#pragma once

// Tool calls put together from what a stream says about them, in whatever pieces.
//
// By index, by id, or in order when a server gives neither. Arguments that come twice, whole after
// pieces or as growing snapshots, are taken once: whichever reading is a JSON object. A value.
// Thread: any, one at a time.

#include "app/wire/chat_chunk.h"

#include <map>
#include <string>
#include <vector>

namespace tf::wire {

struct GatheredCall {
    std::string id;
    std::string name;
    std::string arguments; ///< a JSON object as it was written, if `fault` is empty
    std::string fault; ///< why the call cannot run

    bool operator==(const GatheredCall&) const = default;
};

class CallPieces {
public:
    /// The call, counted from 0, that this is a piece of.
    std::size_t feed(const CallDelta& delta);

    [[nodiscard]] const std::string& name(std::size_t callIdx) const;
    [[nodiscard]] std::size_t numCalls() const { return m_calls.size(); }
    /// The calls in order of their first pieces.
    [[nodiscard]] std::vector<GatheredCall> finish() const;

private:
    struct Open {
        std::string id;
        std::string name;
        std::string appended; ///< arguments, if all pieces are pieces
        std::string grown; ///< arguments, if a piece that repeats all before it replaces it
    };
    std::size_t place(const CallDelta& delta);
    std::size_t open();

    std::vector<Open> m_calls;
    std::map<std::int64_t, std::size_t> m_byIndex;
};

} // namespace tf::wire
