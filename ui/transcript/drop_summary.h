#pragma once

// What was dragged here, in words, from its names alone: nothing is opened to find out.

#include <QString>

class QMimeData;

namespace tf::ui {

/// "billing and 2 more", "a picture", "text of 240 characters"; empty for what cannot be named.
[[nodiscard]] QString describeDrop(const QMimeData& data);

} // namespace tf::ui
