#pragma once

// The clips that can be looked at: those that lie ready, and those of earlier questions.
//
// Thread: main.

#include "app/workspace/conversation.h"
#include "app/workspace/tray.h"

#include <QString>

#include <vector>

namespace tf::ui {

struct ListedClip {
    workspace::TrayId id = 0; ///< 0: it is of an earlier question
    std::string blob; ///< of the store
    std::string type; ///< "video/mp4"
    std::string name;

    bool operator==(const ListedClip&) const = default;
};

/// What lies ready first; each content of earlier questions once, the latest first. `kept` is one
/// that is listed while it is read anew, though nobody knows yet what it is.
[[nodiscard]] std::vector<ListedClip> clipsOf(const workspace::Tray* tray,
                                              const workspace::Conversation* talk,
                                              workspace::TrayId kept = 0);
/// "login.mp4", "login.mp4 (earlier)"
[[nodiscard]] QString clipTitle(const ListedClip& clip);

} // namespace tf::ui
