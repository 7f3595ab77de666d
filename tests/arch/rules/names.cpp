#include "kernels/base/words.h"
#include "tests/arch/rules.h"
#include "tests/arch/scan.h"

#include <algorithm>

namespace tf::test::arch {

namespace {

constexpr std::string_view kEmptyNames[] = {"util",    "utils",  "utility", "helper",
                                            "helpers", "common", "manager", "misc"};

bool isEmptyName(std::string_view name)
{
    return std::find(std::begin(kEmptyNames), std::end(kEmptyNames), name) != std::end(kEmptyNames);
}

void addFileName(const SourceFile& file, Violations& out)
{
    auto stem = stemOf(file.path);
    while (!stem.empty()) {
        const auto end = std::min(stem.find('_'), stem.size());
        if (isEmptyName(stem.substr(0, end)))
            out.push_back(
                {file.path, 1, words("\"", stem.substr(0, end), "\" says nothing: name the noun")});
        stem.remove_prefix(std::min(end + 1, stem.size()));
    }
}

/// Literals inside a function reach nobody; everything at the left margin reaches whoever includes.
bool isHarmlessUsing(std::string_view line)
{
    const bool isIndented = line.starts_with(' ');
    line = trimmed(line);
    return isIndented && (line.ends_with("literals;") || line.ends_with("Literals;"));
}

void addUsings(const SourceFile& file, Violations& out)
{
    if (!isHeader(file.path))
        return;
    int lineNumber = 0;
    for (const auto line : linesOf(file.code)) {
        ++lineNumber;
        if (trimmed(line).starts_with("using namespace") && !isHarmlessUsing(line))
            out.push_back({file.path, lineNumber,
                           "using namespace in a header reaches everybody who includes it"});
    }
}

void addViews(const SourceFile& file, Violations& out)
{
    for (const std::string_view views : {"std::views", "ranges::views", "std::ranges::views"}) {
        for (const auto place : placesOf(file.code, views)) {
            if (!codeBefore(file.code, place).ends_with("std::"))
                out.push_back({file.path, lineAt(file.code, place),
                               "clang 14 cannot compile std::views: write the loop"});
        }
    }
}

/// A definition ends in a body, a declaration says static; a call does neither.
bool definesInstance(std::string_view code, std::size_t place)
{
    const auto after = codeAfter(code, place + 8);
    const auto close = after.find(')');
    if (!after.starts_with('(') || close == std::string_view::npos)
        return false;
    if (codeAfter(after, close + 1).starts_with('{'))
        return true;
    const auto line = code.substr(0, place).substr(code.rfind('\n', place) + 1);
    return !placesOf(line, "static").empty() && line.find('=') == std::string_view::npos;
}

void addSingletons(const SourceFile& file, Violations& out)
{
    for (const auto place : placesOf(file.code, "instance")) {
        if (definesInstance(file.code, place))
            out.push_back({file.path, lineAt(file.code, place),
                           "a singleton: make one in main() and hand it on"});
    }
}

} // namespace

Violations names(const SourceFile& file)
{
    Violations violations;
    if (!isCpp(file.path))
        return violations;
    addFileName(file, violations);
    addUsings(file, violations);
    addViews(file, violations);
    addSingletons(file, violations);
    return violations;
}

} // namespace tf::test::arch
