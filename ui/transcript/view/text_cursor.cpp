#include "ui/transcript/view/text_cursor.h"

#include "ui/transcript/story/block_text.h"

#include <QTextBoundaryFinder>

namespace tf::ui {

namespace {

bool hasText(const Stage& stage, std::size_t idx)
{
    const ShownRow& row = stage.rows()[idx];
    const Block* block = row.kind == RowKind::Block ? stage.story().block(row.key) : nullptr;
    return block != nullptr && block->kind != BlockKind::Rule;
}

/// The next row of text in that direction; its own index: there is none.
std::size_t neighbour(const Stage& stage, std::size_t idx, int step)
{
    for (auto at = static_cast<std::int64_t>(idx) + step;
         at >= 0 && at < static_cast<std::int64_t>(stage.rows().count()); at += step) {
        if (hasText(stage, static_cast<std::size_t>(at)))
            return static_cast<std::size_t>(at);
    }
    return idx;
}

TextPlace endOf(const Stage& stage, std::size_t idx)
{
    const RowKey& key = stage.rows()[idx].key;
    return {key, textLength(*stage.story().block(key))};
}

TextPlace sideways(Stage& stage, std::size_t idx, const TextPlace& from, CursorStep step)
{
    const bool isBack = step == CursorStep::Left || step == CursorStep::WordLeft;
    const bool isWord = step == CursorStep::WordLeft || step == CursorStep::WordRight;
    const QString text = textOf(*stage.story().block(from.row));
    QTextBoundaryFinder finder(isWord ? QTextBoundaryFinder::Word : QTextBoundaryFinder::Grapheme,
                               text);
    finder.setPosition(std::min<qsizetype>(from.offset, text.size()));
    const qsizetype to = isBack ? finder.toPreviousBoundary() : finder.toNextBoundary();
    if (to >= 0)
        return {from.row, static_cast<int>(to)};
    const std::size_t other = neighbour(stage, idx, isBack ? -1 : 1);
    if (other == idx)
        return from;
    return isBack ? endOf(stage, other) : TextPlace{stage.rows()[other].key, 0};
}

} // namespace

std::optional<TextPlace> textAt(Stage& stage, QPoint place)
{
    if (stage.rows().count() == 0)
        return {};
    std::size_t idx = stage.rows().heights().at(stage.top() + place.y());
    if (!hasText(stage, idx)) {
        const std::size_t before = neighbour(stage, idx, -1);
        if (before != idx)
            return endOf(stage, before);
        const std::size_t after = neighbour(stage, idx, 1);
        return after == idx ? std::nullopt : std::optional(TextPlace{stage.rows()[after].key, 0});
    }
    const QPoint inRow = place - stage.originOf(idx);
    return TextPlace{stage.rows()[idx].key, stage.layout(idx).offsetAt(inRow, stage.viewOf(idx))};
}

QRect lineOf(Stage& stage, const TextPlace& place)
{
    const std::size_t idx = stage.rows().from(place.row);
    if (idx >= stage.rows().count() || stage.rows()[idx].key != place.row)
        return {};
    return stage.layout(idx)
        .lineOf(place.offset, stage.viewOf(idx))
        .translated(stage.originOf(idx))
        .toAlignedRect();
}

TextPlace moved(Stage& stage, const TextPlace& from, CursorStep step)
{
    const std::size_t idx = stage.rows().from(from.row);
    if (idx >= stage.rows().count() || stage.rows()[idx].key != from.row || !hasText(stage, idx))
        return from;
    if (step != CursorStep::Up && step != CursorStep::Down)
        return sideways(stage, idx, from, step);
    const QRect line = lineOf(stage, from);
    const bool isUp = step == CursorStep::Up;
    const QPoint beside(line.left(), isUp ? line.top() - 2 : line.bottom() + 3);
    const QPoint origin = stage.originOf(idx);
    const int height = stage.layout(idx).height();
    const int gap = stage.placementOf(idx).gap;
    if (beside.y() >= origin.y() + gap && beside.y() < origin.y() + height)
        return {from.row, stage.layout(idx).offsetAt(beside - origin, stage.viewOf(idx))};
    const std::size_t other = neighbour(stage, idx, isUp ? -1 : 1);
    if (other == idx)
        return from;
    RowLayout& layout = stage.layout(other);
    const double y = isUp ? layout.height() - 3 : stage.placementOf(other).gap + 2;
    const QPointF inRow(line.left() - stage.originOf(other).x(), y);
    return {stage.rows()[other].key, layout.offsetAt(inRow, stage.viewOf(other))};
}

} // namespace tf::ui
