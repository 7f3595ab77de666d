#include "ui/pictures/edit_tool.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tf::ui {

namespace {

using app::Mark;
using app::MarkKind;
using app::PictureEdit;

constexpr int kLeastSide = 4; ///< a shorter stroke is a slip of the hand

constexpr ToolRowEntry kTools[] = {
    {EditTool::Select, Icon::ToolSelect, QT_TRANSLATE_NOOP("EditTool", "Select and move"),
     Qt::Key_V},
    {EditTool::Crop, Icon::ToolCrop, QT_TRANSLATE_NOOP("EditTool", "Send only a part"), Qt::Key_C},
    {EditTool::Cover, Icon::ToolCover, QT_TRANSLATE_NOOP("EditTool", "Cover a place"), Qt::Key_X},
    {EditTool::Box, Icon::ToolBox, QT_TRANSLATE_NOOP("EditTool", "Draw a box"), Qt::Key_B},
    {EditTool::Arrow, Icon::ToolArrow, QT_TRANSLATE_NOOP("EditTool", "Draw an arrow"), Qt::Key_A},
    {EditTool::Number, Icon::ToolNumber, QT_TRANSLATE_NOOP("EditTool", "Put a number"), Qt::Key_N},
};

QPoint pixelAt(QPointF place, QSize picture)
{
    const auto along = [](double at, int most) {
        return static_cast<int>(std::clamp(std::floor(at), 0.0, double(std::max(most - 1, 0))));
    };
    return {along(place.x(), picture.width()), along(place.y(), picture.height())};
}

} // namespace

std::span<const ToolRowEntry> editTools()
{
    return kTools;
}

QString toolName(EditTool tool)
{
    return QCoreApplication::translate("EditTool", kTools[static_cast<std::size_t>(tool)].name);
}

std::optional<PictureEdit> stroked(const PictureEdit& edit, EditTool tool, QPointF from, QPointF to,
                                   QSize picture)
{
    const QPoint first = pixelAt(from, picture);
    const QPoint last = pixelAt(to, picture);
    const QRect box(QPoint(std::min(first.x(), last.x()), std::min(first.y(), last.y())),
                    QPoint(std::max(first.x(), last.x()), std::max(first.y(), last.y())));
    const bool isSlip = std::max(box.width(), box.height()) < kLeastSide;
    if (tool == EditTool::Select || (isSlip && tool != EditTool::Number))
        return std::nullopt;
    PictureEdit after = edit;
    if (tool == EditTool::Crop)
        after.crop = regionOf(box);
    else if (tool == EditTool::Cover)
        after.covered.push_back(regionOf(box));
    else if (tool == EditTool::Number)
        after.marks.push_back(
            {MarkKind::Number, {last.x(), last.y()}, {last.x(), last.y()}, nextNumber(edit)});
    else
        after.marks.push_back({tool == EditTool::Box ? MarkKind::Box : MarkKind::Arrow,
                               {first.x(), first.y()},
                               {last.x(), last.y()},
                               0});
    return after;
}

EditPiece newest(const PictureEdit& edit, EditTool tool)
{
    if (tool == EditTool::Crop)
        return {PieceKind::Crop, 0};
    return tool == EditTool::Cover ? EditPiece{PieceKind::Cover, edit.covered.size() - 1}
                                   : EditPiece{PieceKind::Mark, edit.marks.size() - 1};
}

} // namespace tf::ui
