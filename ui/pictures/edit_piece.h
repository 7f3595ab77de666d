#pragma once

// One thing that was done to a picture: found under the pointer, moved, made larger, taken away.
//
// Values alone; places are pixels of the original. Thread: main.

#include "app/media/picture_edit.h"

#include <QPointF>
#include <QRect>
#include <QString>

#include <optional>
#include <vector>

namespace tf::ui {

enum class PieceKind : std::uint8_t { Crop, Cover, Mark };

struct EditPiece {
    PieceKind kind = PieceKind::Mark;
    std::size_t idx = 0; ///< among its kind

    bool operator==(const EditPiece&) const = default;
};

/// The crop first, then covers, then marks: what is drawn over what.
[[nodiscard]] std::vector<EditPiece> piecesOf(const app::PictureEdit& edit);
[[nodiscard]] bool hasPiece(const app::PictureEdit& edit, const EditPiece& piece);
/// Requires, as all below: it has that piece.
[[nodiscard]] QRect placeOf(const app::PictureEdit& edit, const EditPiece& piece);
/// "Covered place 2", "Arrow", "Number 3"
[[nodiscard]] QString nameOf(const app::PictureEdit& edit, const EditPiece& piece);
/// The uppermost one within `slack` pixels; a crop and a box by their edges alone.
[[nodiscard]] std::optional<EditPiece> pieceAt(const app::PictureEdit& edit, QPointF place,
                                               double slack);

/// Stays in a picture of that size.
[[nodiscard]] app::PictureEdit moved(app::PictureEdit edit, const EditPiece& piece, QPoint by,
                                     QSize picture);
/// Its far corner, or an arrow's point, moves alone.
[[nodiscard]] app::PictureEdit grown(app::PictureEdit edit, const EditPiece& piece, QPoint by,
                                     QSize picture);
[[nodiscard]] app::PictureEdit without(app::PictureEdit edit, const EditPiece& piece);

[[nodiscard]] QRect rectOf(const app::Region& region);
[[nodiscard]] app::Region regionOf(const QRect& rect);
/// One more than the largest.
[[nodiscard]] std::int32_t nextNumber(const app::PictureEdit& edit);

} // namespace tf::ui
