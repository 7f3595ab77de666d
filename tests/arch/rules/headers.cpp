#include "kernels/base/words.h"
#include "tests/arch/rules.h"
#include "tests/arch/scan.h"

namespace tf::test::arch {

namespace {

constexpr int kMaxOpeningLines = 12;

std::size_t firstFilled(const std::vector<std::string_view>& lines, std::size_t from)
{
    while (from < lines.size() && trimmed(lines[from]).empty())
        ++from;
    return from;
}

/// Looks at the text after `#pragma once`: a paragraph of // lines, not too long.
void addOpening(const SourceFile& file, std::size_t pragmaIdx, Violations& out)
{
    const auto lines = linesOf(file.text);
    auto idx = firstFilled(lines, pragmaIdx + 1);
    const auto begin = idx;
    while (idx < lines.size() && lines[idx].starts_with("//"))
        ++idx;
    const auto numLines = static_cast<int>(idx - begin);
    const auto place = static_cast<int>(begin + 1);
    if (numLines == 0)
        out.push_back({file.path, place, "no opening paragraph: say what this is, in // lines"});
    if (numLines > kMaxOpeningLines)
        out.push_back({file.path, place,
                       words("an opening of ", numLines, " lines: at most ", kMaxOpeningLines)});
}

/// `#ifndef X` with `#define X` and nothing more under it.
void addGuards(const SourceFile& file, Violations& out)
{
    const auto lines = linesOf(file.code);
    for (std::size_t idx = 0; idx + 1 < lines.size(); ++idx) {
        const auto line = trimmed(lines[idx]);
        if (!line.starts_with("#ifndef "))
            continue;
        const auto name = trimmed(line.substr(8));
        if (trimmed(lines[idx + 1]) == words("#define ", name))
            out.push_back({file.path, static_cast<int>(idx + 1),
                           words("a guard ", name, ": #pragma once does it")});
    }
}

} // namespace

Violations headers(const SourceFile& file)
{
    // What packaging has are precompiled headers, which nobody includes by name.
    if (!isHeader(file.path) || isUnder(file.path, "packaging"))
        return {};
    Violations violations;
    const auto lines = linesOf(file.code);
    const auto first = firstFilled(lines, 0);
    if (first == lines.size() || trimmed(lines[first]) != "#pragma once")
        violations.push_back({file.path, 1, "a header opens with #pragma once"});
    else
        addOpening(file, first, violations);
    addGuards(file, violations);
    return violations;
}

} // namespace tf::test::arch
