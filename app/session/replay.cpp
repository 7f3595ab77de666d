#include "app/session/replay.h"

#include <algorithm>
#include <utility>

namespace tf::session {

namespace {

/// All text among them.
void makeTextReasoning(std::vector<Part>& parts)
{
    for (Part& part : std::exchange(parts, {})) {
        if (part.kind == PartKind::Text)
            part.kind = PartKind::Reasoning;
        addPart(parts, std::move(part));
    }
}

/// As const as the session is.
template <class AnySession>
auto turnIn(AnySession& session, TurnId id) -> decltype(session.turns.data())
{
    const auto found = std::find_if(session.turns.rbegin(), session.turns.rend(),
                                    [id](const Turn& turn) { return turn.id == id; });
    return found == session.turns.rend() ? nullptr : &*found;
}

Turn& turnFor(Session& session, TurnId id)
{
    if (Turn* turn = findTurn(session, id))
        return *turn;
    session.turns.push_back({.id = id});
    return session.turns.back();
}

class Applier {
public:
    Applier(Session& session, const Event& event)
        : m_session(session)
        , m_time(event.time)
    {
        m_session.id = event.session;
    }

    void operator()(const Created& change)
    {
        m_session.title = change.title;
        m_session.settings = change.settings;
        m_session.createdAt = m_time;
    }
    void operator()(const Renamed& change) { m_session.title = change.now; }
    void operator()(const Configured& change) { m_session.settings = change.now; }
    void operator()(const SourcesChanged& change) { m_session.sources = change.now; }
    void operator()(const Trashed& change) { m_session.trashedAt = change.now; }
    void operator()(const TurnRemoved& change)
    {
        if (Turn* turn = findTurn(m_session, change.turn))
            turn->removed = change.now;
    }
    void operator()(const TurnBegan& change)
    {
        if (findTurn(m_session, change.turn) != nullptr)
            return;
        Turn turn = {.id = change.turn, .question = change.question};
        turn.beganAt = m_time;
        if (findTurn(m_session, turn.question.parent) == nullptr)
            turn.question.parent = kNoTurn;
        m_session.turns.push_back(std::move(turn));
    }
    void operator()(const PartsGrew& change)
    {
        Turn& turn = turnFor(m_session, change.turn);
        turn.ending = {.state = TurnState::Streaming};
        turn.endedAt = 0;
        for (const Part& part : change.parts)
            addPart(turn.parts, part);
    }
    void operator()(const TurnEnded& change)
    {
        Turn& turn = turnFor(m_session, change.turn);
        turn.ending = change.ending;
        turn.endedAt = m_time;
    }
    void operator()(const SessionPurged&) { m_session = {.id = m_session.id}; }

private:
    Session& m_session;
    std::int64_t m_time;
};

void addEventsOf(const Turn& turn, const SessionId& id, std::vector<Event>& events)
{
    const auto add = [&](std::int64_t time, Change change) {
        events.push_back({.session = id, .time = time, .change = std::move(change)});
    };
    add(turn.beganAt, TurnBegan{turn.id, turn.question});
    if (!turn.parts.empty())
        add(turn.beganAt, PartsGrew{turn.id, turn.parts});
    if (turn.ending.state != TurnState::Streaming)
        add(turn.endedAt, TurnEnded{turn.id, turn.ending});
    if (turn.removed)
        add(turn.endedAt, TurnRemoved{turn.id, false, true});
}

} // namespace

Turn* findTurn(Session& session, TurnId id)
{
    return turnIn(session, id);
}

const Turn* findTurn(const Session& session, TurnId id)
{
    return turnIn(session, id);
}

void addPart(std::vector<Part>& parts, Part part)
{
    if (part.kind == PartKind::TextWasReasoning)
        return makeTextReasoning(parts);
    const bool goesOn = !parts.empty() && parts.back().kind == part.kind
        && parts.back().name == part.name && parts.back().callId == part.callId;
    if (goesOn)
        parts.back().text += part.text;
    else
        parts.push_back(std::move(part));
}

void apply(Session& session, const Event& event)
{
    std::visit(Applier(session, event), event.change);
}

std::vector<Event> eventsOf(const Session& session)
{
    std::vector<Event> events;
    const auto add = [&](std::int64_t time, Change change) {
        events.push_back({.session = session.id, .time = time, .change = std::move(change)});
    };
    add(session.createdAt, Created{session.title, session.settings});
    if (!session.sources.empty())
        add(session.createdAt, SourcesChanged{{}, session.sources});
    for (const Turn& turn : session.turns)
        addEventsOf(turn, session.id, events);
    if (session.trashedAt != 0)
        add(session.trashedAt, Trashed{0, session.trashedAt});
    return events;
}

std::optional<Change> inverseOf(const Change& change)
{
    return std::visit(
        [](const auto& done) -> std::optional<Change> {
            if constexpr (requires { done.was; }) {
                auto back = done;
                std::swap(back.was, back.now);
                return back;
            } else {
                return std::nullopt;
            }
        },
        change);
}

} // namespace tf::session
