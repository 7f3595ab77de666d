#pragma once

// A turn as it is shown: its question and what came back as sections, and the facts around them.
//
// Thread: main.

#include "app/session/turn.h"
#include "ui/transcript/story/section.h"

#include <chrono>

namespace tf::ui {

struct ShownTurn {
    using Clock = std::chrono::steady_clock;

    session::TurnId id = session::kNoTurn;
    std::vector<Section> sections; ///< the first is the question; the others are the parts
    bool isRead = false; ///< all that came stands in sections
    bool isLive = false; ///< it grew while it was shown
    std::size_t numBytes = 0; ///< of its texts

    session::RequestSettings settings;
    std::vector<session::Attachment> attachments;
    session::TurnState state = session::TurnState::Streaming;
    std::string reason;
    session::Usage usage;
    std::int64_t beganAt = 0;
    std::int64_t endedAt = 0;
    std::size_t siblingIdx = 0;
    std::size_t numSiblings = 1;
    bool showsCause = false; ///< the raw words of what went wrong
    bool isReadOnly = false; ///< nothing can be asked of it

    // Known of an answer that came while it was shown.
    std::optional<Clock::time_point> firstReasoning;
    std::optional<Clock::time_point> firstText;
    std::optional<Clock::time_point> ended;

    /// But for the sections.
    void takeFacts(const session::Turn& turn);
    /// At most `limit` bytes more of what came. Returns the first section and block that are not as
    /// they were; no section: none.
    struct Changed {
        std::size_t section = 0;
        std::size_t block = 0;
    };
    Changed read(const session::Turn& turn, std::size_t limit);

private:
    void addSections(const session::Turn& turn);
};

/// The numbers of bytes of its question and its parts.
[[nodiscard]] std::size_t bytesOf(const session::Turn& turn);

} // namespace tf::ui
