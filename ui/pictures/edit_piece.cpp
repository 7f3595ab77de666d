#include "ui/pictures/edit_piece.h"

#include <QCoreApplication>
#include <QLineF>

#include <algorithm>

namespace tf::ui {

namespace {

using app::Mark;
using app::MarkKind;
using app::PictureEdit;
using app::Region;

struct PieceWords {
    Q_DECLARE_TR_FUNCTIONS(PieceWords)
};

double distanceToLine(QPointF place, const QLineF& line)
{
    const QPointF way = line.p2() - line.p1();
    const double squared = QPointF::dotProduct(way, way);
    const double along = squared > 0
        ? std::clamp(QPointF::dotProduct(place - line.p1(), way) / squared, 0.0, 1.0)
        : 0;
    return QLineF(place, line.p1() + along * way).length();
}

double distanceToEdge(QPointF place, const QRectF& box)
{
    const QPointF corners[] = {box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()};
    double nearest = distanceToLine(place, {corners[3], corners[0]});
    for (int idx = 0; idx < 3; ++idx)
        nearest = std::min(nearest, distanceToLine(place, {corners[idx], corners[idx + 1]}));
    return nearest;
}

bool isNear(const Mark& mark, QPointF place, double slack)
{
    const QPointF from(mark.from.x, mark.from.y);
    const QPointF to(mark.to.x, mark.to.y);
    switch (mark.kind) {
    case MarkKind::Number:
        return QLineF(place, from).length() <= 2 * slack;
    case MarkKind::Arrow:
        return distanceToLine(place, {from, to}) <= slack;
    case MarkKind::Box:
        return distanceToEdge(place, QRectF(from, to).normalized()) <= slack;
    }
    return false;
}

QPoint pointOf(app::Spot spot)
{
    return {spot.x, spot.y};
}

app::Spot held(QPoint point, QSize picture)
{
    return {std::clamp(point.x(), 0, picture.width() - 1),
            std::clamp(point.y(), 0, picture.height() - 1)};
}

/// As far as `box` can go without leaving the picture.
QPoint heldWay(const QRect& box, QPoint by, QSize picture)
{
    const auto along = [](int first, int last, int way, int most) {
        return std::clamp(way, std::min(-first, 0), std::max(most - 1 - last, 0));
    };
    return {along(box.left(), box.right(), by.x(), picture.width()),
            along(box.top(), box.bottom(), by.y(), picture.height())};
}

void moveSpot(app::Spot& spot, QPoint by)
{
    spot.x += by.x();
    spot.y += by.y();
}

void growRegion(Region& region, QPoint by, QSize picture)
{
    const QRect room(QPoint(0, 0), picture);
    QRect rect = rectOf(region);
    rect.setRight(std::clamp(rect.right() + by.x(), rect.left(), room.right()));
    rect.setBottom(std::clamp(rect.bottom() + by.y(), rect.top(), room.bottom()));
    region = regionOf(rect);
}

} // namespace

std::vector<EditPiece> piecesOf(const PictureEdit& edit)
{
    std::vector<EditPiece> pieces;
    if (edit.crop)
        pieces.push_back({PieceKind::Crop, 0});
    for (std::size_t idx = 0; idx < edit.covered.size(); ++idx)
        pieces.push_back({PieceKind::Cover, idx});
    for (std::size_t idx = 0; idx < edit.marks.size(); ++idx)
        pieces.push_back({PieceKind::Mark, idx});
    return pieces;
}

bool hasPiece(const PictureEdit& edit, const EditPiece& piece)
{
    switch (piece.kind) {
    case PieceKind::Crop:
        return edit.crop.has_value();
    case PieceKind::Cover:
        return piece.idx < edit.covered.size();
    case PieceKind::Mark:
        return piece.idx < edit.marks.size();
    }
    return false;
}

QRect placeOf(const PictureEdit& edit, const EditPiece& piece)
{
    if (piece.kind == PieceKind::Crop)
        return rectOf(*edit.crop);
    if (piece.kind == PieceKind::Cover)
        return rectOf(edit.covered[piece.idx]);
    const Mark& mark = edit.marks[piece.idx];
    if (mark.kind == MarkKind::Number)
        return {pointOf(mark.from), QSize(1, 1)};
    return QRect(QPoint(std::min(mark.from.x, mark.to.x), std::min(mark.from.y, mark.to.y)),
                 QPoint(std::max(mark.from.x, mark.to.x), std::max(mark.from.y, mark.to.y)));
}

QString nameOf(const PictureEdit& edit, const EditPiece& piece)
{
    if (piece.kind == PieceKind::Crop)
        return PieceWords::tr("The part that is sent");
    if (piece.kind == PieceKind::Cover)
        return PieceWords::tr("Covered place %1").arg(piece.idx + 1);
    const Mark& mark = edit.marks[piece.idx];
    switch (mark.kind) {
    case MarkKind::Box:
        return PieceWords::tr("Box");
    case MarkKind::Arrow:
        return PieceWords::tr("Arrow");
    case MarkKind::Number:
        break;
    }
    return PieceWords::tr("Number %1").arg(mark.number);
}

std::optional<EditPiece> pieceAt(const PictureEdit& edit, QPointF place, double slack)
{
    const auto pieces = piecesOf(edit);
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
        const bool isHit = piece->kind == PieceKind::Mark
            ? isNear(edit.marks[piece->idx], place, slack)
            : piece->kind == PieceKind::Cover
            ? QRectF(placeOf(edit, *piece)).adjusted(-slack, -slack, slack, slack).contains(place)
            : distanceToEdge(place, placeOf(edit, *piece)) <= slack;
        if (isHit)
            return *piece;
    }
    return std::nullopt;
}

PictureEdit moved(PictureEdit edit, const EditPiece& piece, QPoint by, QSize picture)
{
    const QPoint way = heldWay(placeOf(edit, piece), by, picture);
    if (piece.kind == PieceKind::Crop) {
        moveSpot(edit.crop->at, way);
    } else if (piece.kind == PieceKind::Cover) {
        moveSpot(edit.covered[piece.idx].at, way);
    } else {
        moveSpot(edit.marks[piece.idx].from, way);
        moveSpot(edit.marks[piece.idx].to, way);
    }
    return edit;
}

PictureEdit grown(PictureEdit edit, const EditPiece& piece, QPoint by, QSize picture)
{
    if (piece.kind == PieceKind::Crop) {
        growRegion(*edit.crop, by, picture);
    } else if (piece.kind == PieceKind::Cover) {
        growRegion(edit.covered[piece.idx], by, picture);
    } else {
        app::Spot& to = edit.marks[piece.idx].to;
        to = held(pointOf(to) + by, picture);
    }
    return edit;
}

PictureEdit without(PictureEdit edit, const EditPiece& piece)
{
    if (piece.kind == PieceKind::Crop)
        edit.crop.reset();
    else if (piece.kind == PieceKind::Cover)
        edit.covered.erase(edit.covered.begin() + std::ptrdiff_t(piece.idx));
    else
        edit.marks.erase(edit.marks.begin() + std::ptrdiff_t(piece.idx));
    return edit;
}

QRect rectOf(const Region& region)
{
    return {region.at.x, region.at.y, region.size.width, region.size.height};
}

Region regionOf(const QRect& rect)
{
    return {{rect.x(), rect.y()}, {rect.width(), rect.height()}};
}

std::int32_t nextNumber(const PictureEdit& edit)
{
    std::int32_t largest = 0;
    for (const Mark& mark : edit.marks) {
        if (mark.kind == MarkKind::Number)
            largest = std::max(largest, mark.number);
    }
    return largest + 1;
}

} // namespace tf::ui
