#include "ui/code/pen.h"
#include "ui/code/reader.h"

#include <algorithm>

namespace tf::ui {

namespace {

constexpr std::uint32_t kMostLines = 1U << 30;

/// What a hunk still holds, as its head counted.
struct HunkRest {
    std::uint32_t before = 0; ///< lines of the file before
    std::uint32_t after = 0;

    [[nodiscard]] bool isOver() const { return before == 0 && after == 0; }
};

/// The count of "-12,7"; one when it is left out.
std::uint32_t countAt(Pen& pen, char16_t sign)
{
    pen.skipTo(sign == u'-' ? u"-" : u"+");
    std::uint32_t numbers[2] = {0, 1};
    for (std::uint32_t& number : numbers) {
        ++pen.at;
        if (isDigit(pen.peek()))
            number = 0;
        for (; isDigit(pen.peek()); ++pen.at)
            number = std::min(number * 10 + (pen.peek() - u'0'), kMostLines / 16);
        if (pen.peek() != u',')
            break;
    }
    return numbers[1];
}

bool isHead(const Pen& pen)
{
    constexpr std::string_view kHeads[] = {
        "diff ",        "index ",   "--- ",     "+++ ",    "new file",
        "deleted file", "old mode", "new mode", "rename ", "copy ",
        "similarity",   "Index: ",  "Binary ",  "=====",   "dissimilarity"};
    return std::any_of(std::begin(kHeads), std::end(kHeads),
                       [&](std::string_view head) { return pen.sees(head); });
}

HunkRest without(HunkRest rest, std::uint32_t numBefore, std::uint32_t numAfter)
{
    return {rest.before - std::min(rest.before, numBefore),
            rest.after - std::min(rest.after, numAfter)};
}

HunkRest inkHunkHead(Pen& pen)
{
    HunkRest rest;
    rest.before = countAt(pen, u'-');
    rest.after = countAt(pen, u'+');
    pen.at = 0;
    pen.takeRest(Ink::Function);
    return rest;
}

HunkRest inkPatchLine(Pen& pen, HunkRest rest)
{
    if (pen.sees("@@ -"))
        return inkHunkHead(pen);
    if (pen.sees("diff ") || (rest.isOver() && isHead(pen))) {
        pen.takeRest(Ink::Macro);
        return {};
    }
    switch (pen.peek()) {
    case u'+':
        pen.takeRest(Ink::Inserted);
        return without(rest, 0, 1);
    case u'-':
        pen.takeRest(Ink::Removed);
        return without(rest, 1, 0);
    case u'\\':
        pen.takeRest(Ink::Comment);
        return rest;
    default:
        return without(rest, 1, 1);
    }
}

} // namespace

InkedLine inkDiff(LexState before, QStringView line)
{
    Pen pen{line, 0, {}};
    const HunkRest rest = inkPatchLine(
        pen, {static_cast<std::uint32_t>(before >> 32), static_cast<std::uint32_t>(before)});
    return {std::move(pen.spans), static_cast<LexState>(rest.before) << 32 | rest.after};
}

} // namespace tf::ui
