#include "ui/transcript/view/spot_walk.h"

#include <algorithm>

namespace tf::ui {

namespace {

bool hasLink(const Prose& prose)
{
    return mayNamePlace(prose.text)
        || std::any_of(prose.spans.begin(), prose.spans.end(),
                       [](const Span& span) { return span.has(Mark::Link); });
}

/// Without laying it out.
bool mayHaveSpots(const Stage& stage, const ShownRow& row)
{
    if (row.kind != RowKind::Block)
        return row.kind != RowKind::QuestionHead && row.kind != RowKind::AnswerHead
            && row.kind != RowKind::Waiting && row.kind != RowKind::Unread;
    const Block* block = stage.story().block(row.key);
    if (block == nullptr)
        return false;
    if (block->kind == BlockKind::Table) {
        for (const std::vector<Prose>& cells : block->table.rows) {
            if (std::any_of(cells.begin(), cells.end(), hasLink))
                return true;
        }
        return false;
    }
    return block->kind == BlockKind::Code || hasLink(block->prose);
}

/// One id for each, though a link may stand on two lines.
std::vector<SpotId> idsIn(Stage& stage, std::size_t idx)
{
    std::vector<SpotId> ids;
    for (const Spot& spot : stage.layout(idx).spots(stage.viewOf(idx))) {
        const SpotId id{stage.rows()[idx].key, spot.kind, spot.arg};
        if (ids.empty() || ids.back() != id)
            ids.push_back(id);
    }
    return ids;
}

std::optional<SpotId> endOf(const std::vector<SpotId>& ids, WalkStep step)
{
    if (ids.empty())
        return {};
    return step == WalkStep::Next ? ids.front() : ids.back();
}

} // namespace

std::optional<SpotId> walk(Stage& stage, const std::optional<SpotId>& from, WalkStep step)
{
    const Rows& rows = stage.rows();
    if (rows.count() == 0)
        return {};
    const bool isNext = step == WalkStep::Next;
    const std::int64_t edge = isNext ? stage.top() : stage.top() + stage.window().height() - 1;
    std::size_t idx =
        from ? std::min(rows.from(from->row), rows.count() - 1) : rows.heights().at(edge);
    if (from && rows[idx].key == from->row) {
        const std::vector<SpotId> ids = idsIn(stage, idx);
        const auto here = std::find(ids.begin(), ids.end(), *from);
        if (isNext && here != ids.end() && here + 1 != ids.end())
            return *(here + 1);
        if (!isNext && here != ids.end() && here != ids.begin())
            return *(here - 1);
        idx += isNext ? 1 : std::size_t(-1);
    }
    for (; idx < rows.count(); idx += isNext ? 1 : std::size_t(-1)) {
        if (!mayHaveSpots(stage, rows[idx]))
            continue;
        if (const auto spot = endOf(idsIn(stage, idx), step))
            return spot;
    }
    return {};
}

std::optional<Spot> spotOf(Stage& stage, const SpotId& id)
{
    const std::size_t idx = stage.rows().from(id.row);
    if (idx >= stage.rows().count() || stage.rows()[idx].key != id.row)
        return {};
    for (const Spot& spot : stage.layout(idx).spots(stage.viewOf(idx))) {
        if (spot.kind == id.kind && spot.arg == id.arg)
            return spot;
    }
    return {};
}

QRect placeOf(Stage& stage, const SpotId& id)
{
    const std::optional<Spot> spot = spotOf(stage, id);
    return spot ? spot->place.translated(stage.originOf(stage.rows().from(id.row))) : QRect();
}

std::optional<SpotId> spotAt(Stage& stage, QPoint place)
{
    const std::int64_t y = stage.top() + place.y();
    if (stage.rows().count() == 0 || y < 0 || y >= stage.rows().heights().total())
        return {};
    const std::size_t idx = stage.rows().heights().at(y);
    const QPoint inRow = place - stage.originOf(idx);
    for (const Spot& spot : stage.layout(idx).spots(stage.viewOf(idx))) {
        if (spot.place.contains(inRow))
            return SpotId{stage.rows()[idx].key, spot.kind, spot.arg};
    }
    return {};
}

} // namespace tf::ui
