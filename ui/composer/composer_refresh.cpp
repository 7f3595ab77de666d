// What the composer shows of the conversation, the tray and the engine.

#include "ui/composer/chip_row.h"
#include "ui/composer/composer.h"
#include "ui/composer/estimate.h"
#include "ui/composer/queue_list.h"
#include "ui/composer/send_button.h"
#include "ui/composer/thinking_switch.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace tf::ui {

using draft::LeakPolicy;

ObstacleDeeds Composer::deeds()
{
    ObstacleDeeds deeds;
    deeds.doNotWait = [this] { stop(); };
    deeds.choosePolicy = [this](LeakPolicy policy) {
        m_now.policy = policy;
        refresh();
    };
    deeds.fetch = [this] { m_tray->add(std::exchange(m_now.address, {}).toStdString()); };
    deeds.forgetAddress = [this] {
        m_now.address.clear();
        refresh();
    };
    deeds.leaveOut = [this] {
        m_carried = nullptr;
        refresh();
    };
    return deeds;
}

void Composer::refresh()
{
    m_now.tray = m_tray->verdict();
    m_now.awaited = whatIsAwaited();
    m_now.hasEngine = m_engine && m_engine->problem.empty();
    m_now.isCarrying = m_carried != nullptr;
    m_parts.chips->show(m_tray->items());
    m_parts.notices->show(linesOf(m_now, deeds()));
    refreshPreset();
    refreshButtons();
    refreshEstimate();
    if (m_now.isWaiting && m_now.awaited.isEmpty())
        QMetaObject::invokeMethod(this, &Composer::sendWhenItCan, Qt::QueuedConnection);
}

void Composer::refreshButtons()
{
    const bool isRunning = m_conversation && m_conversation->running();
    const bool isReadOnly = !m_now.readOnly.isEmpty();
    m_parts.edit->setReadOnly(isReadOnly);
    m_card->show(isRunning        ? ComposerMood::Running
                     : isReadOnly ? ComposerMood::ReadOnly
                                  : ComposerMood::Resting);
    m_parts.send->setEnabled(hasQuestion() && !isBlocked() && !m_now.isWaiting);
    m_parts.steer->setVisible(isRunning && m_parts.send->isEnabled());
}

void Composer::refreshEstimate()
{
    const auto words = m_parts.edit->toPlainText().toUtf8();
    const auto own =
        words.isEmpty() ? 0 : ingest::roughCount({words.data(), std::size_t(words.size())});
    const auto before = m_conversation ? tokensBefore(*m_conversation) : 0;
    const auto today = QDate::currentDate().toString(Qt::ISODate).toStdString();
    refreshCount();
    const auto counted = m_count == nullptr ? std::nullopt : m_count->tokens();
    const auto estimate =
        estimateOf(counted.value_or(before + m_tray->tokens() + own + presetTokens()),
                   counted ? m_count->quality() : ingest::Quality::Estimated,
                   m_engine ? &*m_engine : nullptr, today);
    m_card->show(hasQuestion() ? estimate : Estimate());
}

/// Followed by what the number depends on.
void Composer::refreshCount()
{
    if (m_count == nullptr)
        return;
    const bool mayCount = hasQuestion() && m_conversation && m_engine && !m_now.tray.isReading
        && m_now.tray.problems.empty() && !m_conversation->running();
    if (!mayCount)
        return m_count->stop();
    const auto& branch = m_conversation->branch();
    const auto leaf = branch.empty() ? session::kNoTurn : branch.back();
    auto mark = qHashMulti(0, m_parts.edit->toPlainText(), leaf, m_carried.get(),
                           QByteArray::fromStdString(m_engine->name), int(m_now.policy),
                           int(m_parts.thinking->mode()));
    for (const workspace::TrayItem& item : m_tray->items())
        mark = qHashMulti(mark, item.id, item.tokens, item.repository.get());
    m_count->follow(mark, m_conversation, [this] { return nextAsk(); });
}

void Composer::setLook(std::unique_ptr<workspace::RequestLook> look)
{
    m_count = new PromptCount(std::move(look), this);
    connect(m_count, &PromptCount::counted, this, &Composer::refreshEstimate);
    refreshCount();
}

void Composer::refreshQueue()
{
    QStringList questions;
    if (m_conversation) {
        for (const workspace::Ask& ask : m_conversation->queue())
            questions.append(QString::fromStdString(ask.text));
    }
    m_parts.queue->show(questions);
}

} // namespace tf::ui
