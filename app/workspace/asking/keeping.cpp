#include "app/workspace/asking/keeping.h"

#include "app/session/replay.h"
#include "kernels/base/words.h"

namespace tf::workspace {

namespace {

using session::Answer;
using session::Seq;
using session::TurnId;

constexpr std::chrono::seconds kAgainAfter{2};

/// What a command answers, without the number that nobody waits for.
template <class T>
Answer<T> withoutValue(Answer<> answered)
{
    return [answered = std::move(answered)](Result<T> result) {
        answered(result ? Result<>() : Result<>(std::move(result).error()));
    };
}

} // namespace

Keeping::Keeping(session::Store& store, session::SessionId id, Refused refused,
                 std::function<void()> done)
    : m_store(store)
    , m_id(std::move(id))
    , m_refused(std::move(refused))
    , m_done(std::move(done))
{
    m_again.setSingleShot(true);
    m_again.setInterval(kAgainAfter);
    QObject::connect(&m_again, &QTimer::timeout, &m_again, [this] { pump(); });
}

Keeping::~Keeping()
{
    if (m_isWaiting && !m_steps.empty())
        m_steps.pop_front(); // it is with the store
    for (const Step& step : m_steps) {
        if (step.part)
            m_store.stream(m_id, step.turn, *step.part);
        else
            step.run([](const Result<>&) {});
    }
}

void Keeping::begin(TurnId turn, session::Question question, const Contents& contents)
{
    for (const auto& [id, content] : contents)
        addContent(id, content);
    add(turn, [this, turn, question = std::move(question)](Answered answered) {
        m_store.begin(m_id, question, [turn, answered = std::move(answered)](Result<TurnId> begun) {
            if (!begun)
                return answered(std::move(begun).error());
            if (*begun != turn)
                return answered(Error(Code::Internal, words("turn ", turn, " began as ", *begun)));
            answered({});
        });
    });
}

void Keeping::addContent(const std::string& id, std::shared_ptr<const std::string> content)
{
    m_contents.emplace(id, content);
    add(session::kNoTurn, [this, content = std::move(content)](Answered answered) {
        m_store.putBlob(*content, withoutValue<std::string>(std::move(answered)));
    });
}

void Keeping::grow(TurnId turn, session::Part part)
{
    if (m_isLost)
        return;
    if (m_steps.empty())
        return m_store.stream(m_id, turn, std::move(part));
    Step& last = m_steps.back();
    const bool goesOn = last.part && last.turn == turn && last.part->kind == part.kind
        && last.part->name == part.name && last.part->callId == part.callId;
    if (goesOn)
        last.part->text += part.text;
    else
        m_steps.push_back({turn, std::move(part), {}});
}

void Keeping::end(TurnId turn, session::Ending ending)
{
    add(turn, [this, turn, ending = std::move(ending)](Answered answered) {
        m_store.end(m_id, turn, ending, withoutValue<Seq>(std::move(answered)));
    });
}

void Keeping::change(session::Change change)
{
    add(session::kNoTurn, [this, change = std::move(change)](Answered answered) {
        m_store.change(m_id, change, withoutValue<Seq>(std::move(answered)));
    });
}

void Keeping::desk(session::Desk desk)
{
    add(session::kNoTurn, [this, desk = std::move(desk)](Answered answered) {
        m_store.keepDesk(m_id, desk, std::move(answered));
    });
}

void Keeping::undo(std::function<void()> done)
{
    add(session::kNoTurn, [this, done = std::move(done), door = m_inbox.door()](Answered answered) {
        m_store.undo(m_id, [done, door, answered = std::move(answered)](Result<Seq> undone) {
            const bool isNothing = !undone && undone.error().code == Code::NotFound;
            if (undone)
                door(done);
            answered(undone || isNothing ? Result<>() : Result<>(std::move(undone).error()));
        });
    });
}

void Keeping::add(TurnId turn, std::function<void(Answered)> run)
{
    if (m_isLost)
        return;
    m_steps.push_back({turn, std::nullopt, std::move(run)});
    if (!m_isRefused)
        pump();
}

void Keeping::pump()
{
    while (!m_isWaiting && !m_steps.empty()) {
        Step& step = m_steps.front();
        if (!step.part) {
            m_isWaiting = true;
            return step.run(
                m_inbox.answer<void>([this](Result<> answer) { onAnswer(std::move(answer)); }));
        }
        m_store.stream(m_id, step.turn, std::move(*step.part));
        m_steps.pop_front();
    }
}

void Keeping::onAnswer(Result<> answer)
{
    m_isWaiting = false;
    if (!answer)
        return refuse(m_steps.front().turn, std::move(answer).error());
    m_isRefused = false;
    m_steps.pop_front();
    if (m_steps.empty())
        m_contents.clear();
    pump();
    if (m_steps.empty())
        m_done();
}

void Keeping::refuse(TurnId turn, Error error)
{
    const bool isOfItself = error.code == Code::BadInput && turn == session::kNoTurn;
    if (isOfItself) {
        m_steps.pop_front(); // what follows it does not need it
        m_refused(turn, error);
        return pump();
    }
    if (canNeverKeep(error)) {
        m_isLost = true;
        m_steps.clear();
    } else {
        m_again.start();
    }
    const bool isNews = !m_isRefused;
    m_isRefused = true;
    if (isNews)
        m_refused(turn, error);
}

bool Keeping::canNeverKeep(const Error& error) const
{
    const bool isDeleted = error.code == Code::NotFound;
    return isDeleted || m_store.access() == session::Access::Read || error.code == Code::BadInput
        || error.code == Code::Internal;
}

} // namespace tf::workspace
