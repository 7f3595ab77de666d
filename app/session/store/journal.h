#pragma once

// The store as its one writer sees it: events are added, and what was added stays.
//
// Holds the lock, the connection that writes and the derived tables. When this returns without an
// error, what was given lies on the disk. After an error of the disk the connection is opened anew
// and checked, never just tried again; giving the same events once more does not store them twice.
// Thread: the store's. Blocks: on the disk.

#include "app/session/store/blobs.h"
#include "app/session/store/open_store.h"
#include "app/session/store/tables.h"

#include <span>

namespace tf::session {

class Journal {
public:
    /// Busy when another process writes, Unsupported when a newer program wrote the store.
    static Result<std::unique_ptr<Journal>> open(StorePlace place);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    [[nodiscard]] const OpenReport& report() const { return m_report; }
    [[nodiscard]] const Blobs& blobs() const { return m_blobs; }

    /// All or none, in this order; the number of the last.
    Result<Seq> append(std::span<const Event> events);

    Result<SessionId> create(Created created);
    /// Fills in what was before. NotFound when there is no such session or turn.
    Result<Seq> change(const SessionId& id, Change change);
    Result<TurnId> begin(const SessionId& id, Question question);
    /// Takes back the last thing that can be; NotFound when there is none.
    Result<Seq> undo(const SessionId& id);
    Result<> keepDesk(const SessionId& id, const Desk& desk);
    /// False once it was purged.
    Result<bool> has(const SessionId& id);
    Result<Seq> end(const SessionId& id, TurnId turn, Ending ending);
    /// All as new sessions, or none; each under its own id if that is free. What streams is
    /// interrupted.
    Result<std::vector<SessionId>> adopt(std::vector<Session> sessions);

    struct Purged {
        std::int64_t sessions = 0;
        Blobs::Swept swept;
    };
    /// For good: sessions that lie in the trash since before `time`.
    Result<Purged> purge(std::int64_t time);

    Result<> backUpTo(const std::filesystem::path& path);
    /// Derived tables anew, from the events.
    Result<> rebuild();

private:
    explicit Journal(StorePlace place, StoreLock lock);

    Result<> connect(Check check);
    Result<> settle();
    Result<> doubted(Result<> done);
    Result<> endStreams();
    Result<Change> withWas(const SessionId& id, Change change);
    Result<> write(std::span<const Event> events);
    Result<bool> isStored(std::span<const Event> events);
    Result<> putDesk(const SessionId& id, const Desk& desk);
    Result<> remove(const SessionId& id);
    Result<std::set<std::string>> usedBlobs();

    StorePlace m_place;
    StoreLock m_lock;
    Blobs m_blobs;
    OpenReport m_report;
    std::optional<Database> m_database; ///< nothing while the disk refuses it
    std::optional<Tables> m_tables;
    Seq m_next = 1;
    std::optional<Seq> m_doubtful; ///< first of a batch of which nobody knows whether it is there
};

} // namespace tf::session
