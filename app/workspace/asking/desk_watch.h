#pragma once

// What lies on a session's desk, kept a moment after it changed: once for many keystrokes.
//
// Its timer runs only while something is to be kept. Thread: main. Blocks: never.

#include "app/workspace/asking/keeping.h"

#include <QTimer>

#include <functional>

namespace tf::workspace {

class DeskWatch {
public:
    /// `told` is called when another draft was kept. Requires: both outlive it.
    DeskWatch(session::Desk& desk, Keeping& keeping, std::function<void()> told);

    void setDraft(std::string draft);
    void setView(std::string view);
    void setBranch(session::TurnId leaf);
    /// What has not been kept is kept now.
    void flush();

    [[nodiscard]] bool isKept() const { return !m_isNew; }

private:
    void touch();

    session::Desk& m_desk;
    Keeping& m_keeping;
    std::function<void()> m_told;
    QTimer m_timer;
    bool m_isNew = false; ///< not kept yet
    bool m_isDraftNew = false; ///< not told yet
};

} // namespace tf::workspace
