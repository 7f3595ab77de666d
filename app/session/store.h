#pragma once

// The sessions of this user: what may be asked of them, and when it is answered.
//
// Two threads stand behind it: one writes, one reads. A command never waits; its answer is called
// on one of those threads and should only post what it got into a mailbox. Commands that write are
// done in their order; a read sees at least what was answered before it was asked. Thread: any.
// Blocks: never, but for open and the destructor.

#include "app/session/document.h"
#include "app/session/store/journal.h"
#include "app/session/store/reader.h"
#include "app/session/store_worker.h"

#include <functional>

namespace tf::session {

template <class T = void>
using Answer = std::function<void(Result<T>)>;

/// Read: beside another process that writes. Commands that write are answered with Busy.
enum class Access : std::uint8_t { Write, Read };

struct StoreOptions {
    StorePlace place;
    Access access = Access::Write;
    /// Text that streams is on the disk so long after it came.
    std::chrono::milliseconds flushAfter{100};
    /// Streamed text could not be kept; it stays in memory and is tried again.
    std::function<void(const Error&)> trouble = {};
    /// After it: all of that is kept now.
    std::function<void()> mended = {};
};

class StreamBuffer;

class Store {
public:
    static Result<std::unique_ptr<Store>> open(StoreOptions options);
    /// What streams is kept, everything asked is answered.
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    [[nodiscard]] const OpenReport& report() const { return m_report; }
    [[nodiscard]] Access access() const { return m_access; }

    void create(Created created, Answer<SessionId> answer);
    /// Any change but TurnBegan, PartsGrew, TurnEnded and SessionPurged; what was before is filled
    /// in.
    void change(SessionId id, Change change, Answer<Seq> answer);
    void begin(SessionId id, Question question, Answer<TurnId> answer);
    /// More of an answer. Kept within flushAfter.
    void stream(SessionId id, TurnId turn, Part part);
    void end(SessionId id, TurnId turn, Ending ending, Answer<Seq> answer);
    void undo(SessionId id, Answer<Seq> answer);
    void keepDesk(SessionId id, Desk desk, Answer<> answer);
    /// On the disk before the event that mentions it may be asked for.
    void putBlob(std::string content, Answer<std::string> answer);
    /// For good, what lies in the trash since before `time`.
    void purge(std::int64_t time, Answer<Journal::Purged> answer);
    /// All of a document or nothing of it.
    void import(std::string document, Answer<Imported> answer);
    void backUp(std::filesystem::path path, Answer<> answer);

    void list(Shelf shelf, Answer<std::vector<SessionLine>> answer);
    void load(SessionId id, Answer<Session> answer);
    void complete(std::string beginning, Answer<SessionId> answer);
    void search(SearchRequest request, Answer<std::vector<Found>> answer);
    void blob(std::string id, Answer<std::string> answer);
    void exportJson(std::vector<SessionId> ids, Answer<std::string> answer);

private:
    struct Writer {
        std::unique_ptr<Journal> journal; ///< nothing when only reading
        std::unique_ptr<StreamBuffer> streams;
    };

    Store(StoreOptions options, std::unique_ptr<Journal> journal, Reader reader);

    /// f(Journal&) → Result, after what streamed before it.
    template <class T, class F>
    void write(Answer<T> answer, F f);
    /// f(Reader&) → Result.
    template <class T, class F>
    void read(Answer<T> answer, F f);

    OpenReport m_report;
    Access m_access;
    Writer m_writer;
    Reader m_reader;
    StoreWorker<Reader> m_readWorker;
    StoreWorker<Writer> m_writeWorker; // the last members: they use all others
};

} // namespace tf::session
