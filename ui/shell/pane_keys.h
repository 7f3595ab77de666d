#pragma once

// Keys that belong to one pane and stand in no menu: of the question field, the list, the
// conversation.

#include <QString>

#include <span>

namespace tf::ui {

struct PaneKey {
    const char* pane; ///< objectName of the pane
    const char* keys; ///< as it is shown
    const char* text; ///< in English; paneKeyText() translates
};

[[nodiscard]] std::span<const PaneKey> paneKeys();
[[nodiscard]] QString paneKeyText(const char* english);
/// "Question field"; empty for a pane without keys of its own.
[[nodiscard]] QString paneTitle(const QString& pane);

} // namespace tf::ui
