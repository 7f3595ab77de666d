#pragma once

// The tools that work on a picture, and what a stroke with one of them makes of an edit.
//
// Thread: main.

#include "ui/pictures/edit_piece.h"
#include "ui/theme/icons.h"

#include <span>

namespace tf::ui {

enum class EditTool : std::uint8_t { Select, Crop, Cover, Box, Arrow, Number };

struct ToolRowEntry {
    EditTool tool;
    Icon icon;
    const char* name; ///< in English; toolName() translates
    Qt::Key key;
};

/// In the order of EditTool.
[[nodiscard]] std::span<const ToolRowEntry> editTools();
[[nodiscard]] QString toolName(EditTool tool);

/// From one pixel to another: what was stroked is the last of its kind, or the crop. Nothing for
/// Select, and for what is too small to be meant.
[[nodiscard]] std::optional<app::PictureEdit> stroked(const app::PictureEdit& edit, EditTool tool,
                                                      QPointF from, QPointF to, QSize picture);
/// What a stroke with that tool has made. Requires: it has made something.
[[nodiscard]] EditPiece newest(const app::PictureEdit& edit, EditTool tool);

} // namespace tf::ui
