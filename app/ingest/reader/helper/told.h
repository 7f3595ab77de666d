#pragma once

// Says now and then how far a listing is, so that whoever asked knows that something happens.

#include "app/ingest/reader/messages.h"
#include "vision/media/channel.h"

#include <chrono>

namespace tf::ingest {

class Told {
public:
    /// The channel must outlive it.
    explicit Told(const vision::Channel& channel)
        : m_channel(channel)
    {
    }

    /// Sends it when the last word is a while ago. Network when the asker is gone.
    Result<> tell(std::size_t numEntries)
    {
        constexpr std::chrono::milliseconds kPause(100);
        const auto now = vision::Deadline::Clock::now();
        if (now - m_lastWord < kPause)
            return {};
        m_lastWord = now;
        const FromReader word = ListProgress{static_cast<std::int64_t>(numEntries)};
        return m_channel.send(toBytes(word), {}, {});
    }

private:
    const vision::Channel& m_channel;
    vision::Deadline::Clock::time_point m_lastWord = vision::Deadline::Clock::now();
};

} // namespace tf::ingest
