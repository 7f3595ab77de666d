#include "tests/ui/markdown/block_law.h"

#include "kernels/base/words.h"
#include "tests/ui/markdown/block_dump.h"
#include "ui/markdown/growing_document.h"

#include <algorithm>

namespace tf::test {

namespace {

using namespace tf::ui;

constexpr std::size_t kMostContainers = 16;
constexpr std::size_t kMostRows = 64;
constexpr char16_t kTurners[] = {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066,
                                 0x2067, 0x2068, 0x2069, 0x0000, 0xFDD0};

bool holdsTurner(const QString& text)
{
    return std::any_of(std::begin(kTurners), std::end(kTurners),
                       [&](char16_t unit) { return text.contains(QChar(unit)); });
}

bool isAllowed(const QString& target)
{
    const bool hasScheme = target.startsWith(u"http://", Qt::CaseInsensitive)
        || target.startsWith(u"https://", Qt::CaseInsensitive)
        || target.startsWith(u"mailto:", Qt::CaseInsensitive);
    return hasScheme && !target.contains(u' ') && !target.contains(u'\n') && !holdsTurner(target);
}

std::string brokenByProse(const Prose& prose)
{
    std::int32_t end = 0;
    for (const Span& span : prose.spans) {
        if (span.begin < end || span.length <= 0 || span.marks == 0)
            return "a span lies wrong";
        end = span.begin + span.length;
        if (end > prose.text.size())
            return "a span leaves the text";
        if (span.target >= static_cast<std::int32_t>(prose.targets.size()))
            return "a span has a target that is not there";
        if (span.has(Mark::Link) != (span.target >= 0))
            return "a link without a target";
    }
    if (!std::all_of(prose.targets.begin(), prose.targets.end(), isAllowed))
        return "a target that may not be followed";
    if (holdsTurner(prose.text) || !prose.text.isValidUtf16())
        return "a character that must not be there";
    return {};
}

std::string brokenByCode(const Code& code)
{
    std::vector<qsizetype> lines;
    for (qsizetype at = 0; at < code.text.size(); at = code.text.indexOf(u'\n', at) + 1) {
        lines.push_back(at);
        if (!code.text.sliced(at).contains(u'\n'))
            break;
    }
    if (lines != code.lines)
        return "lines begin elsewhere";
    return holdsTurner(code.text) || holdsTurner(code.info) ? "code hides something" : "";
}

std::string brokenByTable(const Table& table)
{
    if (table.rows.size() > kMostRows)
        return "too many rows in a block";
    for (const auto& row : table.rows) {
        if (row.size() > table.columns.size())
            return "a row has more cells than there are columns";
        for (const Prose& cell : row)
            if (auto broken = brokenByProse(cell); !broken.empty())
                return broken;
    }
    return {};
}

std::string brokenByBlock(const Block& block)
{
    if (block.containers.size() > kMostContainers)
        return "too deep";
    if ((block.kind == BlockKind::Heading) != (block.level >= 1 && block.level <= 6))
        return "a heading without a level";
    if (block.kind != BlockKind::Maths && block.prose.text.contains(u'\n'))
        return "a line break that is none";
    if (block.kind == BlockKind::Code)
        return brokenByCode(block.code);
    return block.kind == BlockKind::Table ? brokenByTable(block.table) : brokenByProse(block.prose);
}

} // namespace

std::string brokenBy(const Blocks& blocks)
{
    for (const Block& block : blocks)
        if (auto broken = brokenByBlock(block); !broken.empty())
            return words(broken, ": ", dumpOf(block));
    return {};
}

std::string brokenByPieces(const std::vector<std::string>& pieces)
{
    GrowingDocument document;
    Blocks before;
    std::string whole;
    const auto check = [&](std::size_t firstChanged) -> std::string {
        const auto& now = document.blocks();
        if (firstChanged > now.size() || firstChanged > before.size())
            return "the first changed block is beyond the end";
        const auto end = before.begin() + static_cast<std::ptrdiff_t>(firstChanged);
        if (!std::equal(before.begin(), end, now.begin()))
            return "a block changed before the first changed one";
        for (std::size_t idx = 0; idx + 1 < now.size(); ++idx)
            if (now[idx].isOpen)
                return "an open block before the last";
        before = now;
        return brokenBy(now);
    };
    for (const std::string& piece : pieces) {
        whole += piece;
        if (auto broken = check(document.append(piece)); !broken.empty())
            return broken;
    }
    if (auto broken = check(document.finish()); !broken.empty())
        return broken;
    if (!before.empty() && before.back().isOpen)
        return "a block is open after the end";
    return before == blocksOf(whole) ? "" : "pieces give other blocks than the whole";
}

} // namespace tf::test
