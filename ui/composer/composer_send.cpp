// How a question leaves the composer: at once, when it can, behind an answer or in its place.

#include "app/works/instructed.h"
#include "app/workspace/tray/enclosing.h"
#include "app/workspace/tray/tray_limits.h"
#include "ui/composer/composer.h"
#include "ui/composer/thinking_switch.h"

namespace tf::ui {

using draft::LeakPolicy;

QString Composer::whatIsAwaited() const
{
    if (!m_engine)
        return tr("No engine is chosen. What you send waits until there is one.");
    if (!m_engine->problem.empty())
        return tr("%1 What you send waits until then.")
            .arg(QString::fromStdString(m_engine->problem));
    if (m_tray->verdict().isReading)
        return tr("What goes along is still being read.");
    return {};
}

void Composer::send()
{
    m_isSteering = false;
    sendWhenItCan();
}

void Composer::steer()
{
    m_isSteering = m_conversation && m_conversation->running();
    sendWhenItCan();
}

void Composer::sendWhenItCan()
{
    if (!hasQuestion() || isBlocked())
        return;
    m_now.isWaiting = !whatIsAwaited().isEmpty();
    if (m_now.isWaiting)
        return refresh();
    if (isRemote() && m_now.policy == LeakPolicy::Block)
        m_now.questionLeaks = workspace::questionLeaks(m_parts.edit->toPlainText().toStdString());
    if (!m_now.questionLeaks.empty() && m_now.policy == LeakPolicy::Block)
        return refresh();
    sendNow();
}

std::shared_ptr<const workspace::Enclosure> Composer::enclosure() const
{
    if (m_tray->items().empty())
        return m_carried;
    auto laid = m_tray->enclosure(isRemote() ? m_now.policy : LeakPolicy::Open);
    return laid && m_carried ? workspace::joined(*m_carried, *laid) : laid;
}

workspace::Ask Composer::nextAsk() const
{
    workspace::Ask ask;
    ask.text = m_parts.edit->toPlainText().toStdString();
    ask.enclosure = enclosure();
    const bool isLacking = !ask.enclosure && !m_tray->items().empty();
    if (const auto chosen = preset(); chosen && !isLacking)
        ask.enclosure = works::instructed(*m_conversation, *chosen, std::move(ask.enclosure));
    ask.settings = m_conversation->session().settings.request;
    ask.settings.endpoint = m_engine->name;
    ask.settings.model = m_engine->model;
    ask.settings.thinking = m_parts.thinking->mode();
    ask.policy = isRemote() ? m_now.policy : LeakPolicy::Open;
    return ask;
}

void Composer::sendNow()
{
    workspace::Ask ask = nextAsk();
    if (!ask.enclosure && !m_tray->items().empty())
        return refresh();
    clearQuestion();
    m_conversation->ask(std::move(ask));
    const auto waiting = m_conversation->queue().size();
    if (std::exchange(m_isSteering, false) && waiting > 0)
        m_conversation->steer(waiting - 1);
}

void Composer::clearQuestion()
{
    m_now.isWaiting = false;
    m_now.policy = LeakPolicy::Block;
    m_carried = nullptr;
    m_now.address.clear();
    m_now.questionLeaks.clear();
    m_parts.edit->replaceText({});
    m_tray->clear();
    keepDraft();
    refresh();
}

bool Composer::stop()
{
    const bool isRunning = m_conversation && m_conversation->running();
    if (std::exchange(m_now.isWaiting, false))
        refresh();
    else if (isRunning)
        m_conversation->stop();
    else
        return false;
    return true;
}

/// What stands in the field goes below it, nothing is lost.
void Composer::editQueued(std::size_t place)
{
    const auto& queue = m_conversation->queue();
    if (place >= queue.size())
        return;
    const workspace::Ask ask = queue[place];
    m_conversation->unqueue(place);
    QString text = QString::fromStdString(ask.text);
    if (const QString written = m_parts.edit->toPlainText(); !written.isEmpty())
        text += u'\n' + written;
    m_parts.edit->replaceText(text);
    if (ask.enclosure)
        m_carried = m_carried ? workspace::joined(*m_carried, *ask.enclosure) : ask.enclosure;
    refresh();
    focusEdit();
}

} // namespace tf::ui
