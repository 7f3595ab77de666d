#pragma once

// Text that streams in, gathered until it is worth a commit.
//
// What a commit refused stays as it was given, because the disk may have kept it after all, and is
// given again unchanged; what comes meanwhile waits behind it. Thread: the store's.

#include "app/session/store/journal.h"

#include <chrono>

namespace tf::session {

class StreamBuffer {
public:
    using Clock = std::chrono::steady_clock;

    explicit StreamBuffer(std::chrono::milliseconds flushAfter);

    void add(const SessionId& id, TurnId turn, Part part);
    /// Everything there is goes to the journal now. After an error it is still here.
    Result<> flush(Journal& journal);
    /// When flush should be called by itself; nothing while there is nothing.
    [[nodiscard]] std::optional<Clock::time_point> due() const;

private:
    Result<> append(Journal& journal);

    std::chrono::milliseconds m_flushAfter;
    std::vector<Event> m_refused; ///< must be given again as it is
    std::vector<Event> m_waiting;
    std::optional<Clock::time_point> m_due;
};

} // namespace tf::session
