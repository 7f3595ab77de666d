// What is changed of a conversation beside its answers: what is shown, its turns, its name.

#include "app/draft/history.h"
#include "app/session/replay.h"
#include "app/workspace/asking/conversation_work.h"
#include "app/workspace/asking/turn_tree.h"

namespace tf::workspace {

using session::Turn;
using session::TurnId;

void Conversation::Work::show(TurnId id)
{
    if (session::findTurn(m_session, id) != nullptr)
        showLeaf(newestLeaf(m_session, id));
}

void Conversation::Work::branchAt(TurnId id)
{
    if (session::findTurn(m_session, id) != nullptr)
        showLeaf(id);
}

void Conversation::Work::showLeaf(TurnId leaf)
{
    m_desk.setBranch(leaf);
    m_branch = draft::branchTo(m_session, leaf);
    Q_EMIT m_face.branchChanged();
}

void Conversation::Work::remove(TurnId id)
{
    if (m_running && m_running->turn == id)
        stop();
    Turn* turn = session::findTurn(m_session, id);
    if (turn == nullptr || turn->removed)
        return;
    turn->removed = true;
    m_keeping.change(session::TurnRemoved{id, false, true});
    showLeaf(m_session.desk.branch);
}

void Conversation::Work::undo()
{
    m_keeping.undo([this] {
        m_store.load(m_session.id,
                     m_inbox.answer<session::Session>([this](Result<session::Session> loaded) {
                         takeUndone(std::move(loaded));
                     }));
    });
}

void Conversation::Work::takeUndone(Result<session::Session> loaded)
{
    if (!loaded)
        return trouble({Trouble::Of::Keeping, session::kNoTurn, std::move(loaded).error(), {}});
    m_session.title = std::move(loaded->title);
    m_session.settings = std::move(loaded->settings);
    m_session.sources = std::move(loaded->sources);
    m_session.trashedAt = loaded->trashedAt;
    for (Turn& turn : m_session.turns) {
        if (const Turn* kept = session::findTurn(*loaded, turn.id))
            turn.removed = kept->removed;
    }
    Q_EMIT m_face.changed();
    showLeaf(m_session.desk.branch);
}

void Conversation::Work::rename(std::string title)
{
    m_keeping.change(session::Renamed{m_session.title, title});
    m_formerTitle = std::exchange(m_session.title, std::move(title));
    Q_EMIT m_face.changed();
}

void Conversation::Work::takeLine(const session::SessionLine& line)
{
    const bool isSame = line.title == m_session.title && line.trashedAt == m_session.trashedAt;
    const bool isStale = line.title == m_formerTitle; // listed before ours was kept
    if (isSame || isStale || !m_keeping.isDone())
        return;
    m_session.title = line.title;
    m_session.trashedAt = line.trashedAt;
    Q_EMIT m_face.changed();
}

void Conversation::Work::configure(session::Settings settings)
{
    m_keeping.change(session::Configured{m_session.settings, settings});
    m_session.settings = std::move(settings);
    Q_EMIT m_face.changed();
}

} // namespace tf::workspace
