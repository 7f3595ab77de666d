#include "app/workspace/conversation.h"

#include "app/session/replay.h"
#include "app/workspace/asking/conversation_work.h"
#include "app/workspace/asking/turn_tree.h"

namespace tf::workspace {

using session::TurnId;

Conversation::Conversation(session::Store& store, session::Session session,
                           OpenEndpoint openEndpoint)
    : m_work(std::make_unique<Work>(*this, store, std::move(session), std::move(openEndpoint)))
{
}

Conversation::~Conversation()
{
    blockSignals(true); // whoever listens may be half gone
    m_work.reset();
}

const session::Session& Conversation::session() const
{
    return m_work->session();
}

const std::vector<TurnId>& Conversation::branch() const
{
    return m_work->branch();
}

const session::Turn* Conversation::turn(TurnId id) const
{
    return session::findTurn(m_work->session(), id);
}

std::vector<TurnId> Conversation::siblings(TurnId id) const
{
    return siblingsOf(m_work->session(), id);
}

const std::optional<Running>& Conversation::running() const
{
    return m_work->running();
}

const std::optional<Running>& Conversation::ended() const
{
    return m_work->ended();
}

const std::vector<Ask>& Conversation::queue() const
{
    return m_work->queue();
}

const Trouble* Conversation::troubleOf(TurnId id) const
{
    return m_work->troubleOf(id);
}

bool Conversation::isKept() const
{
    return m_work->isKept();
}

void Conversation::ask(Ask ask)
{
    m_work->ask(std::move(ask));
}

void Conversation::steer(std::size_t queued)
{
    m_work->steer(queued);
}

void Conversation::unqueue(std::size_t queued)
{
    m_work->unqueue(queued);
}

void Conversation::askEarlier(std::size_t queued)
{
    m_work->askEarlier(queued);
}

void Conversation::stop()
{
    m_work->stop();
}

void Conversation::edit(TurnId id, std::string text, SecretsPolicy policy)
{
    m_work->edit(id, std::move(text), policy);
}

void Conversation::retry(TurnId id, session::RequestSettings settings, SecretsPolicy policy)
{
    m_work->retry(id, std::move(settings), policy);
}

void Conversation::resume(TurnId id)
{
    m_work->resume(id);
}

void Conversation::show(TurnId id)
{
    m_work->show(id);
}

void Conversation::branchAt(TurnId id)
{
    m_work->branchAt(id);
}

void Conversation::remove(TurnId id)
{
    m_work->remove(id);
}

void Conversation::undo()
{
    m_work->undo();
}

void Conversation::rename(std::string title)
{
    m_work->rename(std::move(title));
}

void Conversation::configure(session::Settings settings)
{
    m_work->configure(std::move(settings));
}

void Conversation::keepDraft(std::string draft)
{
    m_work->keepDraft(std::move(draft));
}

void Conversation::keepView(std::string view)
{
    m_work->keepView(std::move(view));
}

void Conversation::takeLine(const session::SessionLine& line)
{
    m_work->takeLine(line);
}

void Conversation::noteRefusal(const Error& error)
{
    m_work->noteRefusal(error);
}

} // namespace tf::workspace
