#pragma once

// A choice about a thing of a tray as it stands in a session's desk, and back.
//
// JSON without what is the default; what makes no sense in it is left out. Thread: any.

#include "app/workspace/tray/tray_choice.h"

#include <QJsonObject>

namespace tf::workspace {

/// Empty for a choice that says nothing.
[[nodiscard]] QJsonObject keptChoice(const TrayChoice& choice);
[[nodiscard]] TrayChoice trayChoiceFrom(const QJsonObject& kept);

} // namespace tf::workspace
