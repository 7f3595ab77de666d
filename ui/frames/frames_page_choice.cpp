// What is chosen on a Frames page on its way to the tray, and back from there.

#include "ui/frames/exact_still.h"
#include "ui/frames/frames_board.h"
#include "ui/frames/frames_page.h"

#include <array>
#include <utility>

namespace tf::ui {

using workspace::ClipState;

/// Once it is open; until then the tray's own word, which may be none.
app::ClipChoice FramesPage::chosen() const
{
    if (isChoosing()) {
        const workspace::TrayChoice choice = m_tray->choiceOf(m_shown->id);
        if (const auto* own = std::get_if<app::ClipChoice>(&choice))
            return *own;
    }
    return m_view.state() == ClipState::Ready ? m_view.usualChoice() : app::ClipChoice();
}

void FramesPage::hearTray()
{
    showClips();
    followChoice();
}

/// Another window may have chosen; what is usual is another once a clip was looked through.
void FramesPage::followChoice()
{
    if (!m_isReady || m_isHeld || chosen() == m_choice)
        return;
    m_choice = chosen();
    if (hasOwnChoice())
        m_history.note(m_choice);
    else
        m_history.begin(m_choice);
    m_board->setChoice(m_choice);
    m_replan.start();
}

bool FramesPage::hasOwnChoice() const
{
    return isChoosing() && std::holds_alternative<app::ClipChoice>(m_tray->choiceOf(m_shown->id));
}

void FramesPage::takeChoice(const app::ClipChoice& choice)
{
    m_choice = choice;
    if (!m_replan.isActive())
        m_replan.start();
    m_isHeld = true;
    m_commit.start();
}

void FramesPage::takeBack(const app::ClipChoice& choice)
{
    if (choice == m_choice)
        return;
    m_board->setChoice(choice);
    m_choice = choice;
    give();
    replan();
}

void FramesPage::replan()
{
    if (m_view.state() != ClipState::Ready)
        return;
    m_board->setSending(m_view.plan(m_choice));
    std::array<std::int64_t, 3> tokens{};
    for (std::size_t tier = 0; tier < tokens.size(); ++tier) {
        app::ClipChoice other = m_choice;
        other.tier = static_cast<vision::Tier>(tier);
        tokens[tier] = m_view.plan(other).tokens;
    }
    m_board->setTierTokens(tokens);
}

/// What is as usual is no choice: the tray may do better when another engine is chosen.
void FramesPage::give()
{
    if (!m_isReady || !isChoosing())
        return;
    const bool isUsual = m_view.state() == ClipState::Ready && m_choice == m_view.usualChoice();
    m_tray->choose(m_shown->id,
                   isUsual ? workspace::TrayChoice() : workspace::TrayChoice(m_choice));
}

void FramesPage::commit()
{
    m_commit.stop();
    if (!std::exchange(m_isHeld, false))
        return;
    m_history.note(m_choice);
    give();
}

void FramesPage::makeStill()
{
    if (m_view.state() == ClipState::Ready && m_view.frame().index >= 0 && m_tray != nullptr)
        m_still->make(m_view.frame().index, m_choice.covered, m_box);
}

void FramesPage::attachAgain()
{
    if (!m_shown || m_shown->blob.empty() || m_tray == nullptr)
        return;
    const ListedClip wanted = *m_shown;
    m_store.blob(wanted.blob,
                 m_inbox.answer<std::string>([this, wanted](Result<std::string> bytes) {
                     if (!bytes)
                         return m_board->setNote(QString::fromStdString(bytes.error().text));
                     if (m_tray != nullptr)
                         m_tray->addBytes(wanted.name, wanted.type, std::move(bytes.value()));
                 }));
}

} // namespace tf::ui
