#pragma once

// What somebody typed to go to: "src/a.cpp:12", "12", "[02:13]", "1:02:13".
//
// Thread: any.

#include "app/ingest/cite/citation.h"

#include <QString>

#include <optional>

namespace tf::ui {

/// A bare number is a line of the file with that path.
[[nodiscard]] std::optional<ingest::Citation> goTo(const QString& typed, const std::string& path);

} // namespace tf::ui
