#pragma once

// Counts what the engine does between two words about it, and says when the next one is due.
//
// Thread: the engine's.

#include "engine/activity.h"

#include <chrono>
#include <memory>

namespace tf::engine {

class ActivityMeter {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// null: nobody listens, and it is never due.
    ActivityMeter(std::shared_ptr<ActivityBox> box, Time now);

    /// A prompt has begun, so much of it known.
    void addPrompt(std::int64_t tokens, std::int64_t cached);
    /// Of prompts, computed.
    void addRead(std::int64_t tokens) { m_read += tokens; }
    void addAnswered(std::int64_t tokens);

    /// After a rest: rates are of the time from now on.
    void restart(Time now) { m_told = now; }
    [[nodiscard]] bool isDue(Time now) const;
    /// Tells `now` with what was counted; its rates are of the time since the last word.
    void tell(Activity now, Time when);

private:
    std::shared_ptr<ActivityBox> m_box;
    Time m_told;
    Activity m_sums; ///< its counts since the load alone
    std::int64_t m_read = 0; ///< since the last word, as the next
    std::int64_t m_answered = 0;
};

} // namespace tf::engine
