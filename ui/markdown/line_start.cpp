#include "ui/markdown/line_start.h"

#include <algorithm>

namespace tf::ui {

namespace {

constexpr std::size_t kMaxDigits = 9; // more would not fit 32 bits
constexpr std::size_t kUndecided = 1024; // a longer run of marks is shown

bool isWhite(char c)
{
    return c == ' ' || c == '\t';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t runOf(std::string_view text, char c)
{
    return std::min(text.find_first_not_of(c), text.size());
}

bool endsWord(std::string_view line, std::size_t at)
{
    return at == line.size() || isWhite(line[at]);
}

std::string_view withoutClosingMarks(std::string_view text)
{
    const auto last = text.find_last_not_of('#');
    if (last == std::string_view::npos)
        return {};
    return isWhite(text[last]) ? trimmed(text.substr(0, last)) : text;
}

std::optional<FormulaLine> formulaBetween(std::string_view line, std::string_view opener,
                                          std::string_view closer)
{
    if (!line.starts_with(opener))
        return {};
    FormulaLine formula{closer, trimmed(line.substr(opener.size())), false};
    const auto end = formula.tex.find(closer);
    if (end == std::string_view::npos)
        return formula;
    if (end == 0 || end + closer.size() != formula.tex.size())
        return {}; // text follows: an ordinary line with a formula in it
    formula.tex = trimmed(formula.tex.substr(0, end));
    formula.isClosed = true;
    return formula;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isWhite(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isWhite(text.back()))
        text.remove_suffix(1);
    return text;
}

std::optional<HeadingLine> headingAt(std::string_view line)
{
    const std::size_t level = runOf(line, '#');
    if (level < 1 || level > 6 || !endsWord(line, level))
        return {};
    const auto text = withoutClosingMarks(trimmed(line.substr(level)));
    return HeadingLine{static_cast<std::uint8_t>(level), text};
}

std::uint8_t underlineLevel(std::string_view line)
{
    line = trimmed(line);
    if (line.empty() || (line[0] != '=' && line[0] != '-') || runOf(line, line[0]) != line.size())
        return 0;
    return line[0] == '=' ? 1 : 2;
}

bool isRule(std::string_view line)
{
    if (line.empty() || (line[0] != '*' && line[0] != '-' && line[0] != '_'))
        return false;
    const auto isPart = [mark = line[0]](char c) { return c == mark || isWhite(c); };
    return std::all_of(line.begin(), line.end(), isPart)
        && std::count(line.begin(), line.end(), line[0]) >= 3;
}

std::optional<FenceLine> fenceAt(std::string_view line)
{
    if (line.empty() || (line[0] != '`' && line[0] != '~'))
        return {};
    const std::size_t count = runOf(line, line[0]);
    const auto info = trimmed(line.substr(count));
    if (count < 3 || (line[0] == '`' && info.find('`') != std::string_view::npos))
        return {};
    return FenceLine{line[0], count, info};
}

bool closesFence(std::string_view line, const FenceLine& fence)
{
    const std::size_t count = runOf(line, fence.mark);
    return count >= fence.count && trimmed(line.substr(count)).empty();
}

std::optional<ItemMarker> markerAt(std::string_view line)
{
    if (line.empty())
        return {};
    if (line[0] == '-' || line[0] == '+' || line[0] == '*') {
        if (!endsWord(line, 1))
            return {};
        return ItemMarker{line[0]};
    }
    std::size_t digits = 0;
    ItemMarker marker{'.', true};
    for (; digits < line.size() && digits < kMaxDigits && isDigit(line[digits]); ++digits)
        marker.number = marker.number * 10 + (line[digits] - '0');
    if (digits == 0 || digits == line.size() || (line[digits] != '.' && line[digits] != ')')
        || !endsWord(line, digits + 1))
        return {};
    marker.mark = line[digits];
    marker.size = digits + 1;
    return marker;
}

TaskMark taskAt(std::string_view line)
{
    if (line.size() < 4 || line[0] != '[' || line[2] != ']' || !isWhite(line[3])
        || trimmed(line.substr(3)).empty())
        return TaskMark::None;
    if (line[1] == 'x' || line[1] == 'X')
        return TaskMark::Done;
    return line[1] == ' ' ? TaskMark::Open : TaskMark::None;
}

std::optional<FormulaLine> formulaAt(std::string_view line)
{
    if (const auto formula = formulaBetween(line, "$$", "$$"))
        return formula;
    return formulaBetween(line, "\\[", "\\]");
}

bool isUndecided(std::string_view line)
{
    line = trimmed(line);
    if (line.size() > kUndecided)
        return line[0] == '|' && line.find_first_not_of("|:- ") == std::string_view::npos;
    if (line.find_first_not_of("|:-=*_+#>`~$ ") == std::string_view::npos)
        return true;
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    return digits > 0 && digits + 1 >= line.size()
        && (digits == line.size() || line[digits] == '.' || line[digits] == ')');
}

} // namespace tf::ui
