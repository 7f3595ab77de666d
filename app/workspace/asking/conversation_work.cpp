#include "app/workspace/asking/conversation_work.h"

#include "app/draft/history.h"
#include "app/draft/kept_reply.h"
#include "app/session/moment.h"
#include "app/session/replay.h"
#include "app/session/title.h"
#include "app/workspace/asking/running_notes.h"
#include "app/workspace/asking/turn_tree.h"

#include <algorithm>

namespace tf::workspace {

namespace {

using session::Turn;
using session::TurnId;
using session::TurnState;

/// To the model, so in its language.
constexpr std::string_view kGoOn =
    "Your answer was cut off. Go on exactly where it ended, without repeating anything.";

/// As often as somebody can read a number that changes.
constexpr std::chrono::milliseconds kNumbersPace{250};

bool hasText(const Turn& turn)
{
    return std::any_of(turn.parts.begin(), turn.parts.end(), [](const session::Part& part) {
        return part.kind == session::PartKind::Text && !part.text.empty();
    });
}

/// What was sent there once by the user's own word may go there once more.
SecretsPolicy policyAgain(const Turn& turn, const session::RequestSettings& settings)
{
    const session::Question& asked = turn.question;
    const bool wasSent = asked.settings.endpoint == settings.endpoint && !turn.parts.empty();
    return wasSent && !asked.overrides.empty() ? SecretsPolicy(draft::LeakPolicy::Send)
                                               : SecretsPolicy();
}

} // namespace

Conversation::Work::Work(Conversation& face, session::Store& store, session::Session session,
                         OpenEndpoint open)
    : m_face(face)
    , m_store(store)
    , m_session(std::move(session))
    , m_open(std::move(open))
    , m_pace([this] { tellGrown(); })
    , m_keeping(
          store, m_session.id,
          [this](TurnId turn, const Error& error) {
              trouble({Trouble::Of::Keeping, turn, error, {}});
          },
          [this] { hearKept(); })
    , m_desk(m_session.desk, m_keeping, [this] { Q_EMIT m_face.changed(); })
{
    m_session.desk.branch = leafToShow(m_session);
    m_branch = draft::branchTo(m_session, m_session.desk.branch);
}

Conversation::Work::~Work()
{
    stop();
    m_desk.flush();
}

void Conversation::Work::hearKept()
{
    std::erase_if(m_troubles,
                  [](const auto& known) { return known.second.of == Trouble::Of::Keeping; });
    Q_EMIT m_face.kept();
}

const Trouble* Conversation::Work::troubleOf(TurnId id) const
{
    const auto found = m_troubles.find(id);
    return found == m_troubles.end() ? nullptr : &found->second;
}

void Conversation::Work::ask(Ask ask)
{
    if (!m_running)
        return askAtEnd(std::move(ask));
    m_queue.push_back(std::move(ask));
    Q_EMIT m_face.queueChanged();
}

void Conversation::Work::askAtEnd(Ask ask)
{
    Next next;
    next.question.parent = m_branch.empty() ? session::kNoTurn : m_branch.back();
    next.question.text = std::move(ask.text);
    next.question.settings = std::move(ask.settings);
    next.enclosure = std::move(ask.enclosure);
    next.policy = ask.policy;
    start(std::move(next));
}

void Conversation::Work::steer(std::size_t queued)
{
    if (queued >= m_queue.size())
        return;
    Ask ask = std::move(m_queue[queued]);
    m_queue.erase(m_queue.begin() + static_cast<std::ptrdiff_t>(queued));
    stop();
    Q_EMIT m_face.queueChanged();
    askAtEnd(std::move(ask));
}

void Conversation::Work::unqueue(std::size_t queued)
{
    if (queued < m_queue.size())
        m_queue.erase(m_queue.begin() + static_cast<std::ptrdiff_t>(queued));
    Q_EMIT m_face.queueChanged();
}

void Conversation::Work::askEarlier(std::size_t queued)
{
    if (queued == 0 || queued >= m_queue.size())
        return;
    std::swap(m_queue[queued - 1], m_queue[queued]);
    Q_EMIT m_face.queueChanged();
}

void Conversation::Work::stop()
{
    if (m_answering)
        m_answering->drain();
    if (m_running)
        end({TurnState::Interrupted, "stopped", {}, {}}, {});
}

void Conversation::Work::edit(TurnId id, std::string text, SecretsPolicy policy)
{
    stop();
    const Turn* turn = session::findTurn(m_session, id);
    if (turn == nullptr)
        return;
    Next next{turn->question, Asked::Again, {}, policy};
    next.question.text = std::move(text);
    start(std::move(next));
}

void Conversation::Work::retry(TurnId id, session::RequestSettings settings, SecretsPolicy policy)
{
    stop();
    const Turn* turn = session::findTurn(m_session, id);
    if (turn == nullptr)
        return;
    Next next{turn->question, Asked::Again, {}, policy ? policy : policyAgain(*turn, settings)};
    next.question.settings = std::move(settings);
    start(std::move(next));
}

void Conversation::Work::resume(TurnId id)
{
    stop();
    const Turn* turn = session::findTurn(m_session, id);
    if (turn == nullptr)
        return;
    if (!hasText(*turn))
        return retry(id, session::RequestSettings(turn->question.settings), {});
    Next next;
    next.question.parent = id;
    next.question.text = kGoOn;
    next.question.settings = turn->question.settings;
    next.policy = policyAgain(*turn, turn->question.settings);
    start(std::move(next));
}

void Conversation::Work::start(Next next)
{
    if (m_running) // a receiver of what was just told has asked
        stop();
    const TurnId id = m_session.turns.empty() ? 1 : m_session.turns.back().id + 1;
    Turn turn;
    turn.id = id;
    turn.question = next.question;
    turn.beganAt = session::nowMs();
    m_session.turns.push_back(std::move(turn));
    m_isBegun = false;
    m_told = id;
    m_running.emplace();
    m_running->turn = id;
    m_running->asked = std::chrono::steady_clock::now();
    startAnswer(id, std::move(next));
    if (m_session.title.empty())
        rename(session::titleOf(m_session.turns.back().question.text));
    showLeaf(id);
    Q_EMIT m_face.runningChanged();
}

void Conversation::Work::startAnswer(TurnId id, Next next)
{
    ComposeOrder order;
    order.path = pathAlone(m_session, id);
    order.asked = next.asked;
    order.policy = policyFor(next.policy, next.question.settings);
    order.contents = m_keeping.contents();
    m_enclosure = next.enclosure;
    order.enclosure = std::move(next.enclosure);
    Answering::Ears ears;
    ears.composed = [this](const Composed& composed) { hearComposed(composed); };
    ears.sent = [this] { m_running->sent = std::chrono::steady_clock::now(); };
    ears.said = [this](const endpoint::Event& event) { hear(event); };
    ears.failed = [this](Error error) { fail(std::move(error)); };
    m_answering = std::make_unique<Answering>(m_store, m_open, std::move(order), std::move(ears));
}

void Conversation::Work::askQueued()
{
    if (m_running || m_queue.empty())
        return;
    Ask ask = std::move(m_queue.front());
    m_queue.erase(m_queue.begin());
    Q_EMIT m_face.queueChanged();
    askAtEnd(std::move(ask));
}

void Conversation::Work::hearComposed(const Composed& composed)
{
    Turn* turn = session::findTurn(m_session, m_running->turn);
    turn->question = composed.question;
    m_isBegun = true;
    m_keeping.begin(turn->id, composed.question, composed.contents);
    if (const auto enclosure = std::exchange(m_enclosure, nullptr))
        addSources(enclosure->sources);
    Q_EMIT m_face.branchChanged(); // what goes along can be shown now
}

void Conversation::Work::addSources(const std::vector<session::Source>& sources)
{
    auto all = m_session.sources;
    for (const session::Source& source : sources) {
        if (std::find(all.begin(), all.end(), source) == all.end())
            all.push_back(source);
    }
    if (all.size() == m_session.sources.size())
        return;
    m_keeping.change(session::SourcesChanged{m_session.sources, all});
    m_session.sources = std::move(all);
    Q_EMIT m_face.changed();
}

void Conversation::Work::hear(const endpoint::Event& event)
{
    m_isNews |= m_running->silent.count() > 0;
    m_running->silent = {};
    if (const auto* said = std::get_if<wire::ReplyEvent>(&event.what))
        return hear(*said);
    if (const auto* done = std::get_if<endpoint::Done>(&event.what)) {
        m_running->usage = done->usage;
        return end(draft::endingOf(*done), {});
    }
    if (const auto* failed = std::get_if<endpoint::Failed>(&event.what)) {
        Trouble why{Trouble::Of::Asking, m_running->turn, failed->error, failed->trouble};
        if (m_running->retrying)
            why.numRetries = m_running->retrying->retry;
        if (failed->retryAfter)
            why.retryAt = std::chrono::steady_clock::now() + *failed->retryAfter;
        return end(draft::endingOf(*failed), std::move(why));
    }
    note(*m_running, event);
    m_isNews = true;
    m_pace.touch();
}

void Conversation::Work::hear(const wire::ReplyEvent& event)
{
    m_isNews |= !m_running->firstWord || m_running->progress || m_running->retrying;
    notePiece(*m_running);
    auto part = draft::partOf(event);
    if (!part)
        return;
    Turn* turn = session::findTurn(m_session, m_running->turn);
    session::addPart(turn->parts, *part);
    m_isRewritten |= part->kind == session::PartKind::TextWasReasoning;
    m_hasGrown = true;
    keepSoon(std::move(*part));
    m_pace.touch();
}

/// The store is woken for a batch of pieces, not for each.
void Conversation::Work::keepSoon(session::Part part)
{
    const bool isText =
        part.kind == session::PartKind::Text || part.kind == session::PartKind::Reasoning;
    if (m_unkept && isText && m_unkept->kind == part.kind) {
        m_unkept->text += part.text;
        return;
    }
    keepGrown();
    m_unkept = std::move(part);
}

void Conversation::Work::keepGrown()
{
    if (auto part = std::exchange(m_unkept, std::nullopt))
        m_keeping.grow(m_told, std::move(*part));
}

void Conversation::Work::tellGrown()
{
    keepGrown();
    const TurnId id = m_told;
    const bool hasGrown = std::exchange(m_hasGrown, false);
    const bool isRewritten = std::exchange(m_isRewritten, false);
    tellRunning();
    if (isRewritten)
        Q_EMIT m_face.turnRewritten(id);
    else if (hasGrown)
        Q_EMIT m_face.turnGrew(id);
}

/// Pieces are counted faster than anybody reads numbers; anything else is told at once.
void Conversation::Work::tellRunning()
{
    const auto now = std::chrono::steady_clock::now();
    const bool isNews = std::exchange(m_isNews, false);
    if (!isNews && now - m_runningTold < kNumbersPace)
        return;
    m_runningTold = now;
    Q_EMIT m_face.runningChanged();
}

void Conversation::Work::fail(Error error)
{
    Trouble why{Trouble::Of::Asking, m_running->turn, error, {}};
    end(draft::endingOf(endpoint::Failed{std::move(error), {}, 0}), std::move(why));
}

void Conversation::Work::end(session::Ending ending, std::optional<Trouble> why)
{
    m_answering.reset(); // nothing of it is heard from here on
    Turn* turn = session::findTurn(m_session, m_running->turn);
    const TurnId id = turn->id;
    const bool isFinished = ending.state == TurnState::Finished;
    turn->ending = ending;
    turn->endedAt = session::nowMs();
    if (!m_isBegun) // it was never composed: its words are kept at least
        m_keeping.begin(id, turn->question, {});
    keepGrown();
    m_keeping.end(id, std::move(ending));
    m_ended = std::exchange(m_running, std::nullopt);
    m_enclosure.reset();
    m_pace.flush();
    if (why && why->error.code != Code::Cancelled)
        trouble(std::move(*why));
    Q_EMIT m_face.turnEnded(id);
    Q_EMIT m_face.runningChanged();
    if (isFinished)
        askQueued();
}

void Conversation::Work::trouble(Trouble trouble)
{
    // Why there is no answer is of more use than that this is not written yet.
    if (trouble.turn != session::kNoTurn && trouble.of == Trouble::Of::Asking)
        m_troubles.insert_or_assign(trouble.turn, trouble);
    else if (trouble.turn != session::kNoTurn)
        m_troubles.try_emplace(trouble.turn, trouble);
    Q_EMIT m_face.troubled(trouble);
}

} // namespace tf::workspace
