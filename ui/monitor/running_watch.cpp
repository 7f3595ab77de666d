#include "ui/monitor/running_watch.h"

namespace tf::ui {

namespace {

using Steady = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kRateEvery{250}; ///< faster nobody reads it

} // namespace

RunningWatch::RunningWatch(QObject* parent)
    : QObject(parent)
{
}

void RunningWatch::setConversation(std::shared_ptr<workspace::Conversation> conversation)
{
    if (m_conversation)
        disconnect(m_conversation.get(), nullptr, this, nullptr);
    m_conversation = std::move(conversation);
    m_told = {};
    if (m_conversation)
        connect(m_conversation.get(), &workspace::Conversation::runningChanged, this,
                &RunningWatch::onRunning);
    Q_EMIT changed();
}

const workspace::Running* RunningWatch::at(const std::string& engine) const
{
    if (!m_conversation || !m_conversation->running())
        return nullptr;
    const workspace::Running& running = *m_conversation->running();
    const session::Turn* turn = m_conversation->turn(running.turn);
    return turn != nullptr && turn->question.settings.endpoint == engine ? &running : nullptr;
}

void RunningWatch::onRunning()
{
    const auto& running = m_conversation->running();
    const bool hasRate = running && running->firstWord;
    const auto now = Steady::now();
    if (hasRate && m_told != Steady::time_point() && now - m_told < kRateEvery)
        return;
    m_told = hasRate ? now : Steady::time_point();
    Q_EMIT changed();
}

} // namespace tf::ui
