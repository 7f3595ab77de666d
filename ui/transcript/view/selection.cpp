#include "ui/transcript/view/selection.h"

#include "ui/transcript/story/block_text.h"

#include <QStringList>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

struct SelectedBlock {
    const Block* block = nullptr;
    TextRange range;
    bool isWhole = false;
};

std::vector<SelectedBlock> selectedBlocks(const Selection& selection, const Story& story,
                                          const Rows& rows)
{
    std::vector<SelectedBlock> blocks;
    for (std::size_t idx = rows.from(selection.first().row);
         idx < rows.count() && rows[idx].key <= selection.last().row; ++idx) {
        const Block* block =
            rows[idx].kind == RowKind::Block ? story.block(rows[idx].key) : nullptr;
        if (block == nullptr)
            continue;
        const int length = textLength(*block);
        const TextRange range = selection.rangeIn(rows[idx].key, length);
        if (!range.isEmpty())
            blocks.push_back({block, range, range.begin == 0 && range.end == length});
    }
    return blocks;
}

QString quotedList(const Block& block, const QString& text)
{
    if (block.containers.empty() || !block.containers.back().begins)
        return text;
    switch (block.containers.back().kind) {
    case Container::Kind::Bullet:
        return u"• "_s + text;
    case Container::Kind::Number:
        return QString::number(block.containers.back().number) + u". "_s + text;
    case Container::Kind::Task:
        return u"[ ] "_s + text;
    case Container::Kind::DoneTask:
        return u"[x] "_s + text;
    default:
        return text;
    }
}

} // namespace

TextRange Selection::rangeIn(const RowKey& row, int length) const
{
    if (isEmpty() || row < first().row || row > last().row)
        return {};
    const int begin = row == first().row ? first().offset : 0;
    const int end = row == last().row ? last().offset : length;
    return {std::min(begin, length), std::min(end, length)};
}

QString selectedText(const Selection& selection, const Story& story, const Rows& rows)
{
    const std::vector<SelectedBlock> blocks = selectedBlocks(selection, story, rows);
    QString out;
    for (const SelectedBlock& selected : blocks) {
        const Block& block = *selected.block;
        QString text =
            textOf(block).mid(selected.range.begin, selected.range.end - selected.range.begin);
        text.replace(QChar(QChar::LineSeparator), u'\n');
        if (selected.range.begin == 0 && blocks.size() > 1)
            text = quotedList(block, text);
        if (!out.isEmpty())
            out += block.isTight ? u"\n"_s : u"\n\n"_s;
        const bool hasEnd = blocks.size() > 1 && text.endsWith(u'\n');
        out += hasEnd ? text.chopped(1) : text;
    }
    return out;
}

QString selectedMarkdown(const Selection& selection, const Story& story, const Rows& rows)
{
    const std::vector<SelectedBlock> blocks = selectedBlocks(selection, story, rows);
    if (blocks.size() == 1 && !blocks.front().isWhole)
        return selectedText(selection, story, rows);
    QString out;
    for (const SelectedBlock& selected : blocks) {
        if (!out.isEmpty())
            out += selected.block->isTight ? u"\n"_s : u"\n\n"_s;
        out += markdownOf(*selected.block);
    }
    return out;
}

Selection wordAt(const TextPlace& place, const Story& story)
{
    const Block* block = story.block(place.row);
    if (block == nullptr)
        return {place, place};
    const QString text = textOf(*block);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    const int inside = std::min<int>(place.offset, static_cast<int>(text.size()));
    finder.setPosition(inside);
    const bool isStart = finder.isAtBoundary();
    const int begin = isStart ? inside : static_cast<int>(finder.toPreviousBoundary());
    finder.setPosition(inside);
    const int end = static_cast<int>(finder.toNextBoundary());
    return {{place.row, std::max(begin, 0)}, {place.row, end < 0 ? inside : end}};
}

Selection blockAt(const TextPlace& place, const Story& story)
{
    const Block* block = story.block(place.row);
    return {{place.row, 0}, {place.row, block == nullptr ? 0 : textLength(*block)}};
}

Selection everything(const Story& story, const Rows& rows)
{
    Selection all;
    bool isFirst = true;
    for (std::size_t idx = 0; idx < rows.count(); ++idx) {
        const Block* block =
            rows[idx].kind == RowKind::Block ? story.block(rows[idx].key) : nullptr;
        if (block == nullptr)
            continue;
        if (isFirst)
            all.anchor = {rows[idx].key, 0};
        isFirst = false;
        all.head = {rows[idx].key, textLength(*block)};
    }
    return all;
}

} // namespace tf::ui
