#include "ui/composer/prompt_count.h"

namespace tf::ui {

namespace {

/// As long as somebody rests between words: each key would read all of a long question.
constexpr std::chrono::milliseconds kRest{400};

} // namespace

PromptCount::PromptCount(std::unique_ptr<workspace::RequestLook> look, QObject* parent)
    : QObject(parent)
    , m_look(std::move(look))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kRest);
    connect(&m_pause, &QTimer::timeout, this, &PromptCount::look);
    connect(m_look.get(), &workspace::RequestLook::changed, this, [this] {
        if (m_isOfMark && !m_look->isLooking())
            Q_EMIT counted();
    });
}

void PromptCount::follow(std::size_t mark, std::shared_ptr<workspace::Conversation> talk,
                         MakeAsk ask)
{
    if (mark == m_mark && talk == m_talk)
        return;
    stop();
    m_mark = mark;
    m_talk = std::move(talk);
    m_ask = std::move(ask);
    m_pause.start();
}

void PromptCount::stop()
{
    m_isOfMark = false;
    m_mark = 0;
    m_talk = nullptr;
    m_pause.stop();
    m_look->cancel();
}

void PromptCount::look()
{
    m_isOfMark = true;
    m_look->lookAtNext(*m_talk, m_ask());
}

const workspace::RequestSight* PromptCount::sight() const
{
    const auto& sight = m_look->sight();
    return m_isOfMark && !m_look->isLooking() && sight && *sight ? &**sight : nullptr;
}

std::optional<std::int64_t> PromptCount::tokens() const
{
    return sight() == nullptr ? std::nullopt : sight()->tokens;
}

ingest::Quality PromptCount::quality() const
{
    return sight() == nullptr ? ingest::Quality::Estimated : sight()->quality;
}

} // namespace tf::ui
