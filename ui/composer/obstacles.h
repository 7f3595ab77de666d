#pragma once

// What stands between a question and its being sent, as lines with what can be done about each.
//
// A plain value in, lines out. Thread: main.

#include "app/workspace/tray.h"
#include "ui/composer/notice_lines.h"

namespace tf::ui {

struct Obstacles {
    QString readOnly; ///< why nothing can be asked of the session that is shown
    QString awaited; ///< what has to come first
    bool isWaiting = false; ///< it was sent, and goes when it can
    bool hasEngine = true; ///< one that can be asked
    workspace::TrayVerdict tray;
    std::vector<std::string> questionLeaks; ///< in its own words
    draft::LeakPolicy policy = draft::LeakPolicy::Block;
    QString address; ///< that could be fetched
    bool isCarrying = false; ///< what went along with a question that is edited again

    /// Waiting would not help.
    [[nodiscard]] bool isBlocking() const;
};

struct ObstacleDeeds {
    std::function<void()> doNotWait;
    std::function<void(draft::LeakPolicy)> choosePolicy;
    std::function<void()> fetch;
    std::function<void()> forgetAddress;
    std::function<void()> leaveOut; ///< what is carried
};

[[nodiscard]] std::vector<NoticeLine> linesOf(const Obstacles& obstacles,
                                              const ObstacleDeeds& deeds);

} // namespace tf::ui
