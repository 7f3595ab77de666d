#include "app/works/fenced_block.h"

#include "app/works/line.h"

#include <algorithm>

namespace tf::works {

namespace {

constexpr std::size_t kMostBlocks = 2000;

struct Fence {
    char sign = 0; ///< 0: none
    std::size_t length = 0;
    std::size_t indent = 0;
    std::string_view info = {};
};

Fence fenceOf(std::string_view line)
{
    Fence fence;
    fence.indent = std::min(line.find_first_not_of(" \t"), line.size());
    const std::string_view rest = line.substr(fence.indent);
    if (rest.empty() || (rest.front() != '`' && rest.front() != '~'))
        return {};
    fence.length = std::min(rest.find_first_not_of(rest.front()), rest.size());
    fence.info = trimmed(rest.substr(fence.length));
    const bool isCode = rest.front() == '`' && fence.info.find('`') != std::string_view::npos;
    if (fence.length < 3 || isCode)
        return {};
    fence.sign = rest.front();
    return fence;
}

bool closes(const Fence& fence, const Fence& open)
{
    return fence.sign == open.sign && fence.length >= open.length && fence.info.empty();
}

std::string_view withoutIndent(std::string_view line, std::size_t most)
{
    std::size_t indent = 0;
    while (indent < std::min(most, line.size()) && (line[indent] == ' ' || line[indent] == '\t'))
        ++indent;
    return line.substr(indent);
}

} // namespace

std::string FencedBlock::language() const
{
    const std::size_t end = info.find_first_of(" \t:{,");
    return inSmallLetters(std::string_view(info).substr(0, end));
}

std::vector<FencedBlock> fencedBlocks(std::string_view markdown)
{
    std::vector<FencedBlock> blocks;
    Fence open;
    std::string_view above;
    for (Lines lines(markdown); !lines.atEnd();) {
        const std::string_view line = lines.next();
        const Fence fence = fenceOf(line);
        if (open.sign != 0 && closes(fence, open)) {
            blocks.back().isClosed = true;
            open = {};
            above = {};
        } else if (open.sign != 0) {
            blocks.back().text += withoutIndent(line, open.indent);
            blocks.back().text += '\n';
        } else if (fence.sign != 0 && blocks.size() < kMostBlocks) {
            blocks.push_back({std::string(fence.info), {}, std::string(above), false});
            open = fence;
        } else if (!trimmed(line).empty()) {
            above = trimmed(line);
        }
    }
    return blocks;
}

} // namespace tf::works
