#include "app/session/store.h"

#include "app/session/stream_buffer.h"

namespace tf::session {

namespace {

/// Flushes what streams, and tells when that begins to fail and when it has come right.
class TimedFlush {
public:
    TimedFlush(std::function<void(const Error&)> trouble, std::function<void()> mended)
        : m_trouble(std::move(trouble))
        , m_mended(std::move(mended))
    {
    }

    std::optional<StreamBuffer::Clock::time_point> operator()(Journal* journal,
                                                              StreamBuffer& streams)
    {
        const auto due = streams.due();
        if (due && *due <= StreamBuffer::Clock::now() && journal != nullptr) {
            const auto flushed = streams.flush(*journal);
            if (!flushed && m_trouble) {
                m_isTold = true;
                m_trouble(flushed.error());
            }
        }
        if (!streams.due() && std::exchange(m_isTold, false) && m_mended)
            m_mended();
        return streams.due();
    }

private:
    std::function<void(const Error&)> m_trouble;
    std::function<void()> m_mended;
    bool m_isTold = false;
};

Result<Imported> adoptAll(Journal& journal, Document document)
{
    Imported imported;
    for (const auto& [id, content] : document.blobs)
        TRY(journal.blobs().put(content));
    imported.blobs = static_cast<std::int64_t>(document.blobs.size());
    for (const Session& session : document.sessions)
        imported.turns += static_cast<std::int64_t>(session.turns.size());
    imported.sessions = TRY(journal.adopt(std::move(document.sessions)));
    return imported;
}

Result<std::string> exported(Reader& reader, const std::vector<SessionId>& ids)
{
    Document document;
    for (const SessionId& id : ids) {
        document.sessions.push_back(TRY(reader.load(id)));
        for (const std::string& blob : blobsOf(document.sessions.back())) {
            if (reader.blobs().has(blob))
                document.blobs[blob] = TRY(reader.blobs().get(blob));
        }
    }
    return writeDocument(document);
}

} // namespace

Result<std::unique_ptr<Store>> Store::open(StoreOptions options)
{
    std::unique_ptr<Journal> journal;
    if (options.access == Access::Write)
        journal = TRY(Journal::open(options.place));
    Reader reader = TRY(Reader::open(options.place));
    return std::unique_ptr<Store>(
        new Store(std::move(options), std::move(journal), std::move(reader)));
}

Store::Store(StoreOptions options, std::unique_ptr<Journal> journal, Reader reader)
    : m_report(journal ? journal->report() : OpenReport())
    , m_access(options.access)
    , m_writer{std::move(journal), std::make_unique<StreamBuffer>(options.flushAfter)}
    , m_reader(std::move(reader))
    , m_readWorker(m_reader, [](Reader&) { return std::nullopt; })
    , m_writeWorker(
          m_writer,
          [flush = TimedFlush(std::move(options.trouble), std::move(options.mended))](
              Writer& writer) mutable { return flush(writer.journal.get(), *writer.streams); })
{
    // What streams at the end has not come to its time yet: the last job keeps it.
}

Store::~Store()
{
    m_writeWorker.post([](Writer& writer) {
        if (writer.journal)
            (void)writer.streams->flush(*writer.journal);
    });
}

template <class T, class F>
void Store::write(Answer<T> answer, F f)
{
    m_writeWorker.post([answer = std::move(answer), f = std::move(f)](Writer& writer) mutable {
        if (!writer.journal)
            return answer(Error{Code::Busy, "the sessions are open to read only"});
        if (auto flushed = writer.streams->flush(*writer.journal); !flushed)
            return answer(std::move(flushed).error());
        answer(f(*writer.journal));
    });
}

template <class T, class F>
void Store::read(Answer<T> answer, F f)
{
    m_readWorker.post([answer = std::move(answer), f = std::move(f)](Reader& reader) mutable {
        answer(f(reader));
    });
}

void Store::create(Created created, Answer<SessionId> answer)
{
    write<SessionId>(std::move(answer), [created = std::move(created)](Journal& journal) {
        return journal.create(created);
    });
}

void Store::change(SessionId id, Change change, Answer<Seq> answer)
{
    write<Seq>(std::move(answer),
               [id = std::move(id), change = std::move(change)](Journal& journal) {
                   return journal.change(id, change);
               });
}

void Store::begin(SessionId id, Question question, Answer<TurnId> answer)
{
    write<TurnId>(std::move(answer),
                  [id = std::move(id), question = std::move(question)](Journal& journal) {
                      return journal.begin(id, question);
                  });
}

void Store::stream(SessionId id, TurnId turn, Part part)
{
    m_writeWorker.post([id = std::move(id), turn, part = std::move(part)](Writer& writer) {
        writer.streams->add(id, turn, part);
    });
}

void Store::end(SessionId id, TurnId turn, Ending ending, Answer<Seq> answer)
{
    write<Seq>(std::move(answer),
               [id = std::move(id), turn, ending = std::move(ending)](Journal& journal) {
                   return journal.end(id, turn, ending);
               });
}

void Store::undo(SessionId id, Answer<Seq> answer)
{
    write<Seq>(std::move(answer),
               [id = std::move(id)](Journal& journal) { return journal.undo(id); });
}

void Store::keepDesk(SessionId id, Desk desk, Answer<> answer)
{
    write<void>(std::move(answer), [id = std::move(id), desk = std::move(desk)](Journal& journal) {
        return journal.keepDesk(id, desk);
    });
}

void Store::putBlob(std::string content, Answer<std::string> answer)
{
    write<std::string>(std::move(answer), [content = std::move(content)](Journal& journal) {
        return journal.blobs().put(content);
    });
}

void Store::purge(std::int64_t time, Answer<Journal::Purged> answer)
{
    write<Journal::Purged>(std::move(answer),
                           [time](Journal& journal) { return journal.purge(time); });
}

void Store::import(std::string document, Answer<Imported> answer)
{
    write<Imported>(std::move(answer),
                    [document = std::move(document)](Journal& journal) -> Result<Imported> {
                        return adoptAll(journal, TRY(readDocument(document)));
                    });
}

void Store::backUp(std::filesystem::path path, Answer<> answer)
{
    write<void>(std::move(answer),
                [path = std::move(path)](Journal& journal) { return journal.backUpTo(path); });
}

void Store::list(Shelf shelf, Answer<std::vector<SessionLine>> answer)
{
    read<std::vector<SessionLine>>(std::move(answer),
                                   [shelf](Reader& reader) { return reader.list(shelf); });
}

void Store::load(SessionId id, Answer<Session> answer)
{
    read<Session>(std::move(answer),
                  [id = std::move(id)](Reader& reader) { return reader.load(id); });
}

void Store::complete(std::string beginning, Answer<SessionId> answer)
{
    read<SessionId>(std::move(answer), [beginning = std::move(beginning)](Reader& reader) {
        return reader.complete(beginning);
    });
}

void Store::search(SearchRequest request, Answer<std::vector<Found>> answer)
{
    read<std::vector<Found>>(std::move(answer), [request = std::move(request)](Reader& reader) {
        return reader.search(request);
    });
}

void Store::blob(std::string id, Answer<std::string> answer)
{
    read<std::string>(std::move(answer),
                      [id = std::move(id)](Reader& reader) { return reader.blobs().get(id); });
}

void Store::exportJson(std::vector<SessionId> ids, Answer<std::string> answer)
{
    read<std::string>(std::move(answer),
                      [ids = std::move(ids)](Reader& reader) { return exported(reader, ids); });
}

} // namespace tf::session
