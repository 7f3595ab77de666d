#include "app/workspace/shelf.h"

#include "app/session/moment.h"
#include "app/workspace/inbox.h"

namespace tf::workspace {

using session::Seq;
using session::SessionId;
using session::SessionLine;

class Shelf::Lists {
public:
    Lists(Shelf& face, session::Store& store)
        : m_face(face)
        , m_store(store)
    {
    }

    [[nodiscard]] const std::vector<SessionLine>& kept() const { return m_kept; }
    [[nodiscard]] const std::vector<SessionLine>& trash() const { return m_trash; }

    void create(session::Created created, std::function<void(Result<SessionId>)> made)
    {
        m_store.create(std::move(created),
                       m_inbox.answer<SessionId>([this, made = std::move(made)](auto id) {
                           refresh();
                           made(std::move(id));
                       }));
    }

    void change(const SessionId& id, session::Change change)
    {
        m_store.change(id, std::move(change), m_inbox.answer<Seq>([this](Result<Seq> seq) {
            if (!seq)
                Q_EMIT m_face.troubled(seq.error());
            refresh();
        }));
    }

    void search(std::string typed, std::function<void(Result<std::vector<session::Found>>)> found)
    {
        session::SearchRequest request;
        request.typed = std::move(typed);
        request.lastWord = session::LastWord::Open;
        const auto number = ++m_lastSearch;
        m_store.search(std::move(request),
                       m_inbox.answer<std::vector<session::Found>>(
                           [this, number, found = std::move(found)](auto answer) {
                               if (number == m_lastSearch)
                                   found(std::move(answer));
                           }));
    }

    void refresh()
    {
        m_isStale = m_isAsking;
        if (m_isAsking)
            return;
        m_isAsking = true;
        using Lines = std::vector<SessionLine>;
        m_store.list(session::Shelf::Trash, m_inbox.answer<Lines>([this](Result<Lines> lines) {
            if (lines)
                take(m_trash, std::move(lines).value());
        }));
        m_store.list(session::Shelf::Kept, m_inbox.answer<Lines>([this](Result<Lines> lines) {
            onListed(std::move(lines));
        }));
    }

private:
    /// The last answer of a refresh.
    void onListed(Result<std::vector<SessionLine>> lines)
    {
        m_isAsking = false;
        if (lines)
            take(m_kept, std::move(lines).value());
        else
            Q_EMIT m_face.troubled(lines.error());
        if (std::exchange(m_isNew, false))
            Q_EMIT m_face.changed();
        if (m_isStale)
            refresh();
    }

    void take(std::vector<SessionLine>& into, std::vector<SessionLine> lines)
    {
        m_isNew |= into != lines;
        into = std::move(lines);
    }

    Shelf& m_face;
    session::Store& m_store;
    std::vector<SessionLine> m_kept;
    std::vector<SessionLine> m_trash;
    std::uint64_t m_lastSearch = 0;
    bool m_isAsking = false; ///< the store, for both lists
    bool m_isStale = false; ///< something changed since it was asked
    bool m_isNew = false; ///< a list is not as it was
    Inbox m_inbox;
};

Shelf::Shelf(session::Store& store, QObject* parent)
    : QObject(parent)
    , m_lists(std::make_unique<Lists>(*this, store))
{
    refresh();
}

Shelf::~Shelf() = default;

const std::vector<SessionLine>& Shelf::kept() const
{
    return m_lists->kept();
}

const std::vector<SessionLine>& Shelf::trash() const
{
    return m_lists->trash();
}

void Shelf::create(std::string title, session::Settings settings,
                   std::function<void(Result<SessionId>)> made)
{
    m_lists->create({std::move(title), std::move(settings)}, std::move(made));
}

void Shelf::rename(const SessionId& id, std::string title)
{
    m_lists->change(id, session::Renamed{{}, std::move(title)});
}

void Shelf::moveToTrash(const SessionId& id)
{
    m_lists->change(id, session::Trashed{0, session::nowMs()});
}

void Shelf::restore(const SessionId& id)
{
    m_lists->change(id, session::Trashed{0, 0});
}

void Shelf::search(std::string typed,
                   std::function<void(Result<std::vector<session::Found>>)> found)
{
    m_lists->search(std::move(typed), std::move(found));
}

void Shelf::refresh()
{
    m_lists->refresh();
}

} // namespace tf::workspace
