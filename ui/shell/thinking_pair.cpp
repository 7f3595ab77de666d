#include "ui/shell/thinking_pair.h"

namespace tf::ui {

ThinkingPair::ThinkingPair(std::shared_ptr<workspace::Conversation> talk, session::TurnId turn,
                           Ways ways, QObject* parent)
    : QObject(parent)
    , m_talk(std::move(talk))
    , m_asked(turn)
    , m_ways(std::move(ways))
{
    m_off = ask(m_ways.off);
    // Later: what ran before ends now.
    connect(m_talk.get(), &workspace::Conversation::turnEnded, this, &ThinkingPair::end,
            Qt::QueuedConnection);
}

session::TurnId ThinkingPair::ask(const session::RequestSettings& settings)
{
    m_talk->retry(m_asked, settings);
    return m_talk->branch().empty() ? session::kNoTurn : m_talk->branch().back();
}

void ThinkingPair::end(session::TurnId ended)
{
    if (ended != m_off && ended != m_on)
        return;
    const session::Turn* turn = m_talk->turn(ended);
    const bool isStopped = turn == nullptr || turn->ending.state == session::TurnState::Interrupted;
    if (isStopped)
        return deleteLater();
    if (ended == m_off && m_on == session::kNoTurn) {
        m_on = ask(m_ways.on);
        return;
    }
    Q_EMIT answered(m_on);
    deleteLater();
}

} // namespace tf::ui
