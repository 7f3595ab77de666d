#include "ui/works/works_watch.h"

#include <QThreadPool>

#include <utility>

namespace tf::ui {

namespace {

std::string wordsOfAnswer(const session::Turn& turn)
{
    std::string text;
    for (const session::Part& part : turn.parts) {
        if (part.kind == session::PartKind::Text)
            text += part.text;
    }
    return text;
}

/// On the pool; what it gives is taken on the main thread, while whoever asked is there.
template <class Make, class Take>
void runAside(const workspace::Inbox& inbox, Make make, Take take)
{
    QThreadPool::globalInstance()->start(
        [door = inbox.door(), make = std::move(make), take = std::move(take)]() mutable {
            auto made = std::make_shared<decltype(make())>(make());
            door([made, take = std::move(take)]() mutable { take(std::move(*made)); });
        });
}

} // namespace

WorksWatch::WorksWatch(QObject* parent)
    : QObject(parent)
    , m_works(std::make_unique<works::BranchWorks>())
{
}

WorksWatch::~WorksWatch()
{
    stopChecks();
}

void WorksWatch::setConversation(std::shared_ptr<workspace::Conversation> conversation)
{
    if (conversation == m_conversation)
        return;
    using workspace::Conversation;
    if (m_conversation)
        disconnect(m_conversation.get(), nullptr, this, nullptr);
    m_conversation = std::move(conversation);
    m_saved.reset();
    m_turns.clear();
    take({});
    if (!m_conversation)
        return;
    connect(m_conversation.get(), &Conversation::branchChanged, this, &WorksWatch::read);
    connect(m_conversation.get(), &Conversation::turnEnded, this, &WorksWatch::read);
    read();
}

void WorksWatch::read()
{
    std::vector<works::BranchAnswer> answers;
    for (const session::TurnId id : m_conversation->branch()) {
        const session::Turn* turn = m_conversation->turn(id);
        const bool isEnded = turn != nullptr && turn->ending.state != session::TurnState::Streaming;
        if (isEnded && !turn->parts.empty())
            answers.push_back({id, wordsOfAnswer(*turn)});
    }
    std::vector<session::TurnId> turns;
    for (const works::BranchAnswer& answer : answers)
        turns.push_back(answer.turn);
    if (turns == m_turns)
        return;
    m_turns = std::move(turns);
    runAside(
        m_inbox, [answers = std::move(answers)] { return works::worksOf(answers); },
        [this, reading = ++m_reading](works::BranchWorks made) {
            if (reading == m_reading)
                take(std::move(made));
        });
}

void WorksWatch::take(works::BranchWorks works)
{
    ++m_reading;
    stopChecks();
    m_check.reset();
    m_checks.reset();
    m_plan.reset();
    m_trouble.clear();
    *m_works = std::move(works);
    Q_EMIT worksChanged();
    Q_EMIT checksChanged();
    Q_EMIT savingChanged();
}

void WorksWatch::check()
{
    if (m_check)
        return;
    m_check.emplace();
    m_checks.reset();
    runAside(
        m_inbox,
        [files = m_works->newestFiles(), places = m_tools, cancel = m_check->token()] {
            return works::runChecks(files, places, cancel);
        },
        [this, reading = m_reading](Result<std::vector<works::CheckResult>> results) {
            if (reading != m_reading)
                return;
            m_check.reset();
            m_trouble.clear();
            if (results)
                m_checks = std::move(*results);
            else if (results.error().code != Code::Cancelled)
                m_trouble = QString::fromStdString(results.error().text);
            Q_EMIT checksChanged();
        });
    Q_EMIT checksChanged();
}

void WorksWatch::stopChecks()
{
    if (m_check)
        m_check->cancel();
}

void WorksWatch::plan(const QString& folder)
{
    runAside(
        m_inbox,
        [files = m_works->newestFiles(), folder = folder.toStdString()] {
            return works::planSave(folder, files);
        },
        [this, reading = m_reading](Result<works::SavePlan> made) {
            if (reading != m_reading)
                return;
            if (!made)
                return fail(made.error());
            m_trouble.clear();
            m_plan = std::move(*made);
            Q_EMIT savingChanged();
        });
}

void WorksWatch::dropPlan()
{
    m_plan.reset();
    m_trouble.clear();
    Q_EMIT savingChanged();
}

void WorksWatch::save(works::Replace replace)
{
    if (!m_plan)
        return;
    const works::SavePlan plan = *std::exchange(m_plan, {}); // a second press finds none
    runAside(
        m_inbox, [plan, replace] { return works::save(plan, replace); },
        [this](Result<works::Saved> saved) {
            if (!saved)
                return fail(saved.error());
            m_saved = std::move(*saved);
            dropPlan();
        });
}

void WorksWatch::takeBack()
{
    if (!m_saved)
        return;
    runAside(
        m_inbox, [saved = *m_saved] { return works::takeBack(saved); },
        [this](Result<> undone) {
            if (!undone)
                return fail(undone.error());
            m_saved.reset();
            dropPlan();
        });
}

void WorksWatch::fail(const Error& error)
{
    m_trouble = QString::fromStdString(error.text);
    Q_EMIT savingChanged();
}

} // namespace tf::ui
