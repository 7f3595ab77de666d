#include "kernels/base/words.h"
#include "tests/arch/rules.h"
#include "tests/arch/scan.h"

namespace tf::test::arch {

namespace {

constexpr std::size_t kMaxFileLines = 400;
constexpr std::size_t kMaxFunctionLines = 60;

/// The house's format puts the brace of a function, and of nothing else, on a line of its own; its
/// end stands under it.
std::size_t functionEnd(const std::vector<std::string_view>& lines, std::size_t begin)
{
    const auto indent = lines[begin].find('{');
    for (auto idx = begin + 1; idx < lines.size(); ++idx) {
        if (lines[idx].find_first_not_of(' ') == indent && lines[idx][indent] == '}')
            return idx;
    }
    return begin;
}

} // namespace

Violations sizes(const SourceFile& file)
{
    if (!isCpp(file.path))
        return {};
    Violations violations;
    const auto lines = linesOf(file.code);
    if (lines.size() > kMaxFileLines)
        violations.push_back(
            {file.path, 1, words(lines.size(), " lines: split it by noun, then by phase")});
    for (std::size_t idx = 0; idx < lines.size(); ++idx) {
        if (trimmed(lines[idx]) != "{")
            continue;
        const auto numLines = functionEnd(lines, idx) - idx;
        if (numLines > kMaxFunctionLines)
            violations.push_back(
                {file.path, static_cast<int>(idx + 1),
                 words("a function of ", numLines, " lines: make it a list of calls")});
    }
    return violations;
}

} // namespace tf::test::arch
