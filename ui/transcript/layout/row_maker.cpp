#include "ui/transcript/layout/row_maker.h"

#include "ui/transcript/failure/failure_facts.h"
#include "ui/transcript/layout/code_row.h"
#include "ui/transcript/layout/line_rows.h"
#include "ui/transcript/layout/notice_row.h"
#include "ui/transcript/layout/plain_rows.h"
#include "ui/transcript/layout/prose_row.h"
#include "ui/transcript/layout/spacing.h"
#include "ui/transcript/layout/turn_buttons.h"
#include "ui/transcript/layout/turn_words.h"
#include "ui/transcript/media/media_row.h"

#include <algorithm>

namespace tf::ui {

namespace {

/// Rows of a table beyond these do not change its columns any more.
std::size_t wishingRows(const Table& table)
{
    constexpr std::size_t kMost = 64;
    constexpr std::size_t kMostCells = 512;
    return std::clamp<std::size_t>(kMostCells / std::max<std::size_t>(1, table.columns.size()), 1,
                                   kMost);
}

/// Of the containers, from outside, that go on from the block before.
int numShared(const Block& block, const Block* before)
{
    std::size_t count = 0;
    while (before != nullptr && count < std::min(block.containers.size(), before->containers.size())
           && block.containers[count].kind == before->containers[count].kind
           && (block.containers[count].kind == Container::Kind::Quote
               || !block.containers[count].begins))
        ++count;
    return static_cast<int>(count);
}

} // namespace

RowMaker::RowMaker(const Story& story, const Theme& theme, const Measures& measures)
    : m_story(story)
    , m_theme(theme)
    , m_measures(measures)
{
}

Placement RowMaker::place(const ShownRow& row, const ShownRow* before) const
{
    Placement placement{.x = 0, .width = m_measures.content};
    placement.gap = m_measures.px(spaceBefore(m_story, row, before));
    int inset = 0;
    int end = 0;
    if (standsInCard(row)) {
        inset = m_measures.px(kCardPadding);
        end = m_measures.content - m_measures.column + inset;
    } else if (row.kind == RowKind::Block
               && m_story.section(row.key).kind() == SectionKind::Reasoning) {
        inset = m_measures.px(kReasoningInset);
    }
    const Block* block = row.kind == RowKind::Block ? m_story.block(row.key) : nullptr;
    if (block != nullptr && !block->containers.empty()
        && (block->kind == BlockKind::Code || block->kind == BlockKind::Table
            || block->kind == BlockKind::Rule))
        inset += Indents(block->containers, m_measures, m_measures.isMirrored).width();
    if (block != nullptr && before != nullptr && before->kind == RowKind::Block)
        placement.numShared = numShared(*block, m_story.block(before->key));
    placement.width = std::max(placement.width - inset - end, m_measures.px(80));
    placement.least = std::min(placement.width, m_measures.column - inset);
    placement.x = m_measures.isMirrored ? end : inset;
    return placement;
}

std::unique_ptr<RowLayout> RowMaker::make(const ShownRow& row, const ShownRow* before)
{
    const Placement placement = place(row, before);
    Room room{.width = placement.width,
              .least = placement.least,
              .gap = placement.gap,
              .numShared = placement.numShared};
    if (row.kind != RowKind::Block)
        return makeFacts(row, room);
    room.isMuted = m_story.section(row.key).kind() == SectionKind::Reasoning;
    const Block* block = m_story.block(row.key);
    return block == nullptr ? std::make_unique<RuleRow>(room, m_measures)
                            : makeBlock(row, *block, room);
}

std::unique_ptr<RowLayout> RowMaker::makeBlock(const ShownRow& row, const Block& block,
                                               const Room& room)
{
    switch (block.kind) {
    case BlockKind::Paragraph:
    case BlockKind::Heading:
        return std::make_unique<ProseRow>(block, room, m_measures, m_theme, citedOf(row, block));
    case BlockKind::Code:
        return std::make_unique<CodeRow>(block, room,
                                         m_story.isFolded(row) ? CodeFold::Folded : CodeFold::Whole,
                                         m_measures, m_theme);
    case BlockKind::Table:
        return std::make_unique<GridRow>(block, room,
                                         columnsOf(headOfTable(row.key), room.width).widths,
                                         m_measures, m_theme, citedOf(row, block));
    case BlockKind::Rule:
        return std::make_unique<RuleRow>(room, m_measures);
    case BlockKind::Maths:
        return std::make_unique<FormulaRow>(block, room, m_measures, m_theme);
    }
    return std::make_unique<RuleRow>(room, m_measures);
}

/// Places are looked for in what was answered, once nothing more comes of a block.
CitedSource RowMaker::citedOf(const ShownRow& row, const Block& block) const
{
    if (block.isOpen || m_story.section(row.key).kind() != SectionKind::Text)
        return {};
    return {row.key.turn, m_story.source().citations};
}

std::unique_ptr<RowLayout> RowMaker::makeFacts(const ShownRow& row, const Room& room) const
{
    const ShownTurn& turn = *m_story.turn(row.key.turn);
    switch (row.kind) {
    case RowKind::QuestionHead:
        return std::make_unique<HeadRow>(TurnWords::you(), TurnWords::questionFacts(turn), room,
                                         m_measures);
    case RowKind::AnswerHead:
        return std::make_unique<HeadRow>(TurnWords::speaker(turn),
                                         TurnWords::answerFacts(turn, m_story.source().running()),
                                         room, m_measures);
    case RowKind::Fold: {
        const FoldWords words = TurnWords::fold(turn, row.key.section);
        return std::make_unique<FoldRow>(words.title, words.facts, m_story.isFolded(row), room,
                                         m_measures);
    }
    case RowKind::Waiting:
        return std::make_unique<HeadRow>(QString(), TurnWords::waiting(m_story.source().running()),
                                         room, m_measures);
    case RowKind::Notice: {
        NoticeWords words = TurnWords::notice(turn, m_story.source());
        words.isFolded = m_story.isFolded(row);
        words.actions = noticeButtons(turn, failureFactsOf(turn, m_story.source()).failure.cause);
        return std::make_unique<NoticeRow>(std::move(words), room, m_measures, m_theme);
    }
    case RowKind::Media:
        return std::make_unique<MediaRow>(mediaTilesOf(turn.attachments), m_story.source().media,
                                          room, m_measures);
    case RowKind::Chips:
        return std::make_unique<ChipsRow>(attachmentChips(turn), room, m_measures);
    case RowKind::QuestionFooter:
        return std::make_unique<FooterRow>(siblingButtons(turn), questionButtons(turn), room,
                                           m_measures);
    case RowKind::Footer:
        return std::make_unique<FooterRow>(std::vector<Spot>(), answerButtons(turn), room,
                                           m_measures);
    default:
        return std::make_unique<HeadRow>(QString(), QString(), room, m_measures);
    }
}

RowKey RowMaker::headOfTable(RowKey key) const
{
    for (const Block* block = m_story.block(key);
         key.block > 0 && block != nullptr && block->table.goesOn; block = m_story.block(key))
        --key.block;
    return key;
}

const RowMaker::Columns& RowMaker::columnsOf(const RowKey& head, int width)
{
    Columns& columns = m_tables[head];
    if (!columns.widths.empty())
        return columns;
    RowKey key = head;
    for (const Block* block = m_story.block(key); block != nullptr; block = m_story.block(key)) {
        const bool isPart = block->kind == BlockKind::Table && (key == head || block->table.goesOn);
        if (!isPart || columns.isSettled)
            break;
        columns.wishes = wishesOf(block->table, std::move(columns.wishes), m_measures);
        columns.numRows += block->table.rows.size();
        columns.isSettled = columns.numRows >= wishingRows(block->table);
        ++columns.numBlocks;
        ++key.block;
    }
    columns.widths = columnWidths(columns.wishes, width, m_measures);
    return columns;
}

std::optional<RowKey> RowMaker::noteChange(const RowKey& from)
{
    // The table that the first changed block stands in, or goes on, is asked again.
    auto table = m_tables.upper_bound(from);
    if (table == m_tables.begin())
        return {};
    --table;
    const RowKey head = table->first;
    Columns& columns = table->second;
    if (head.turn != from.turn || head.section != from.section
        || from.block > head.block + static_cast<std::int32_t>(columns.numBlocks)
        || (columns.isSettled
            && from.block >= head.block + static_cast<std::int32_t>(columns.numBlocks)))
        return {};
    const Columns before = std::exchange(columns, {});
    const ShownRow row{RowKind::Block, head};
    const std::vector<int>& now = columnsOf(head, place(row, nullptr).width).widths;
    return now == before.widths ? std::nullopt : std::optional(head);
}

int RowMaker::guess(const ShownRow& row, const ShownRow* before) const
{
    const Placement placement = place(row, before);
    switch (row.kind) {
    case RowKind::Block: {
        const Block* block = m_story.block(row.key);
        return placement.gap + (block == nullptr ? 0 : guessBlock(row, *block, placement.width));
    }
    case RowKind::Unread: {
        const ShownTurn& turn = *m_story.turn(row.key.turn);
        const double perLine = std::max(m_measures.prose / m_measures.proseCell, 1.0);
        const double lines = static_cast<double>(turn.numBytes) / perLine * 1.5;
        return placement.gap + static_cast<int>(std::min(lines, 1e6) * m_measures.proseLine)
            + m_measures.px(160);
    }
    case RowKind::Notice:
        return placement.gap + m_measures.px(84);
    case RowKind::Media:
        return placement.gap
            + mediaHeight(mediaTilesOf(m_story.turn(row.key.turn)->attachments).size(),
                          placement.width, m_measures);
    case RowKind::Chips:
        return placement.gap + m_measures.px(26);
    case RowKind::QuestionFooter:
    case RowKind::Footer:
        return placement.gap + m_measures.px(30);
    case RowKind::Fold:
        return placement.gap + m_measures.px(28);
    default:
        return placement.gap + m_measures.px(22);
    }
}

int RowMaker::guessBlock(const ShownRow& row, const Block& block, int width) const
{
    const auto linesOf = [this](qsizetype signs, int room) {
        const double used = static_cast<double>(signs) * m_measures.proseCell;
        return static_cast<int>(used / std::max(room, 40)) + 1;
    };
    switch (block.kind) {
    case BlockKind::Code:
        return codeHeight(block.code.lines.size(),
                          m_story.isFolded(row) ? CodeFold::Folded : CodeFold::Whole, m_measures);
    case BlockKind::Table: {
        int lines = 0;
        for (const std::vector<Prose>& cells : block.table.rows) {
            int most = 1;
            for (const Prose& cell : cells)
                most = std::max(
                    most, linesOf(cell.text.size(), width / std::max<int>(1, int(cells.size()))));
            lines += most;
        }
        const auto numRows = static_cast<int>(block.table.rows.size());
        return lines * m_measures.px(21) + numRows * (m_measures.px(12) + 1);
    }
    case BlockKind::Rule:
        return m_measures.px(9);
    case BlockKind::Maths:
        return m_measures.px(50);
    default:
        return linesOf(block.prose.text.size(), std::min(width, m_measures.prose))
            * m_measures.proseLine;
    }
}

} // namespace tf::ui
