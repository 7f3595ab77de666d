#pragma once

// Labels, buttons and painted texts that are smaller than what they say.

#include <QStringList>

class QWidget;

namespace tf::test {

/// One line each, with its text and sizes; nothing for what is hidden.
[[nodiscard]] QStringList clippedIn(const QWidget& window);

} // namespace tf::test
