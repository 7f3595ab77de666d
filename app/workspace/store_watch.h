#pragma once

// Whether the store keeps what it is given: told once when it stops, and once when it goes on.
//
// What it refuses waits in memory and is tried again, by the store and by each conversation; this
// only says how it stands, with the place and the room that is left there. Thread: main.
// Blocks: never.

#include "app/workspace/conversation.h"
#include "app/workspace/inbox.h"

#include <filesystem>
#include <set>

namespace tf::workspace {

enum class StoreRefusal : std::uint8_t {
    Full, ///< there is no room on the disk
    Denied, ///< nothing may be written there
    Other,
};

struct StoreTrouble {
    StoreRefusal refusal = StoreRefusal::Other;
    std::string folder;
    std::int64_t freeBytes = -1; ///< -1: unknown
    std::string details;
};

/// The disk refuses, not one session or one value of it.
[[nodiscard]] bool isOfTheStore(const Error& error);

class StoreWatch : public QObject {
    Q_OBJECT

public:
    explicit StoreWatch(std::filesystem::path folder);

    void follow(Conversation& talk);
    /// Text that streams could not be kept.
    void noteStream(const Error& error);
    /// It is kept now.
    void noteStreamKept();

    /// As it is now; nothing: all is well.
    [[nodiscard]] const std::optional<StoreTrouble>& trouble() const { return m_trouble; }

Q_SIGNALS:
    void troubled(const tf::workspace::StoreTrouble& trouble);
    void mended();

private:
    void look(const Error& error);
    void settle();

    std::filesystem::path m_folder;
    std::optional<StoreTrouble> m_trouble;
    std::set<session::SessionId> m_refused; ///< sessions of which something waits
    bool m_isStreamRefused = false;
    bool m_isLooking = false; ///< at the disk
    Inbox m_inbox;
};

} // namespace tf::workspace
