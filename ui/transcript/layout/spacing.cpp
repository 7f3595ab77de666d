#include "ui/transcript/layout/spacing.h"

#include "ui/transcript/layout/row_maker.h"

namespace tf::ui {

namespace {

int spaceBeforeBlock(const Block& block)
{
    if (block.isTight)
        return 4;
    switch (block.kind) {
    case BlockKind::Heading:
        return block.level <= 1 ? 28 : block.level == 2 ? 24 : 20;
    case BlockKind::Rule:
        return 16;
    default:
        return 12;
    }
}

bool continuesTable(const Block& block)
{
    return block.kind == BlockKind::Table && block.table.goesOn;
}

int spaceInSection(const Story& story, const ShownRow& row, const ShownRow& before)
{
    const Block* block = story.block(row.key);
    const Block* last = story.block(before.key);
    if (block == nullptr || last == nullptr)
        return 12;
    if (continuesTable(*block))
        return 0;
    if (last->kind == BlockKind::Heading)
        return block->kind == BlockKind::Heading ? 10 : 8;
    return spaceBeforeBlock(*block);
}

} // namespace

int spaceBefore(const Story& story, const ShownRow& row, const ShownRow* before)
{
    switch (row.kind) {
    case RowKind::QuestionHead:
    case RowKind::Unread:
        return before == nullptr ? 24 : 20;
    case RowKind::Media:
    case RowKind::Chips:
        return before != nullptr && standsInCard(*before) ? 12 : kAboveCard + kCardVertical;
    case RowKind::QuestionFooter:
        return kCardVertical + 2;
    case RowKind::AnswerHead:
        return 4;
    case RowKind::Fold:
        return before != nullptr && before->kind == RowKind::AnswerHead ? 2 : 6;
    case RowKind::Waiting:
        return 6;
    case RowKind::Notice:
        return 14;
    case RowKind::Footer:
        return 6;
    case RowKind::Block:
        break;
    }
    if (before == nullptr || before->kind == RowKind::QuestionHead)
        return kAboveCard + kCardVertical;
    if (before->kind == RowKind::Block && before->key.section == row.key.section)
        return spaceInSection(story, row, *before);
    if (before->kind == RowKind::AnswerHead || before->kind == RowKind::Fold)
        return row.key.section > 0 && before->kind == RowKind::Fold
                && before->key.section == row.key.section
            ? 2
            : 6;
    return 12;
}

} // namespace tf::ui
