#include "app/workspace/asking/desk_watch.h"

#include <utility>

namespace tf::workspace {

namespace {

/// Less than the 250 ms within which a draft is on the disk.
constexpr std::chrono::milliseconds kDeskAfter{150};

} // namespace

DeskWatch::DeskWatch(session::Desk& desk, Keeping& keeping, std::function<void()> told)
    : m_desk(desk)
    , m_keeping(keeping)
    , m_told(std::move(told))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDeskAfter);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { flush(); });
}

void DeskWatch::setDraft(std::string draft)
{
    if (draft == m_desk.draft)
        return;
    m_desk.draft = std::move(draft);
    m_isDraftNew = true;
    touch();
}

void DeskWatch::setView(std::string view)
{
    if (view == m_desk.view)
        return;
    m_desk.view = std::move(view);
    touch();
}

void DeskWatch::setBranch(session::TurnId leaf)
{
    if (leaf == m_desk.branch)
        return;
    m_desk.branch = leaf;
    touch();
}

void DeskWatch::touch()
{
    m_isNew = true;
    if (!m_timer.isActive())
        m_timer.start();
}

void DeskWatch::flush()
{
    m_timer.stop();
    if (std::exchange(m_isNew, false))
        m_keeping.desk(m_desk);
    if (std::exchange(m_isDraftNew, false))
        m_told();
}

} // namespace tf::workspace
