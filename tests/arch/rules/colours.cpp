#include "kernels/base/words.h"
#include "tests/arch/rules.h"
#include "tests/arch/scan.h"

#include <algorithm>

namespace tf::test::arch {

namespace {

constexpr std::string_view kTheme = "colours come from the tokens of the theme";

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// "#rrggbb" or "#aarrggbb" anywhere, "#rgb" when it is the whole literal: "#add" in a sentence is
/// a word.
bool holdsHexColour(std::string_view text)
{
    for (auto at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
        const auto rest = text.substr(at + 1);
        const auto end = std::find_if_not(rest.begin(), rest.end(), isHexDigit);
        const auto numDigits = end - rest.begin();
        if (end != rest.end() && isWordChar(*end))
            continue;
        if (numDigits == 6 || numDigits == 8)
            return true;
        if ((numDigits == 3 || numDigits == 4) && at == 0 && end == rest.end())
            return true;
    }
    return false;
}

bool holdsColour(std::string_view text)
{
    return holdsHexColour(text) || text.find("rgb(") != std::string_view::npos
        || text.find("rgba(") != std::string_view::npos;
}

/// What stands in the brackets is written out: a number or a string.
bool beginsWithLiteral(std::string_view code)
{
    if (code.empty() || (code[0] != '(' && code[0] != '{'))
        return false;
    code = codeAfter(code, 1);
    while (!code.empty() && (code[0] == 'u' || code[0] == 'L'))
        code.remove_prefix(1);
    return !code.empty() && (code[0] == '"' || (code[0] >= '0' && code[0] <= '9'));
}

/// `QColor(1, 2, 3)`, `QColor ink{1, 2, 3}`, `QColor::fromRgb(1, 2, 3)`, `qRgb(1, 2, 3)`.
bool makesColour(std::string_view code)
{
    code = codeAfter(code, 0);
    const bool isFactory = code.starts_with("::from");
    if (isFactory)
        code.remove_prefix(2);
    std::size_t nameEnd = 0;
    while (nameEnd < code.size() && isWordChar(code[nameEnd]))
        ++nameEnd;
    return beginsWithLiteral(codeAfter(code, nameEnd));
}

constexpr std::string_view kQtColours[] = {
    "white",      "black", "red",      "darkRed",   "green",       "darkGreen",
    "blue",       "cyan",  "darkCyan", "magenta",   "darkMagenta", "yellow",
    "darkYellow", "gray",  "darkGray", "lightGray", "darkBlue",
};

void addWords(const SourceFile& file, Violations& out)
{
    for (const std::string_view maker : {"QColor", "qRgb", "qRgba", "QRgb", "QRgba64"}) {
        for (const auto place : placesOf(file.code, maker)) {
            if (makesColour(std::string_view(file.code).substr(place + maker.size())))
                out.push_back({file.path, lineAt(file.code, place),
                               words(maker, " of written numbers: ", kTheme)});
        }
    }
    for (const auto colour : kQtColours) {
        for (const auto place : placesOf(file.code, words("Qt::", colour)))
            out.push_back(
                {file.path, lineAt(file.code, place), words("Qt::", colour, ": ", kTheme)});
    }
}

} // namespace

Violations colours(const SourceFile& file)
{
    if (!isCpp(file.path) || (!isUnder(file.path, "ui") && !isUnder(file.path, "app")))
        return {};
    Violations violations;
    addWords(file, violations);
    for (const auto& literal : file.literals) {
        const auto text = std::string_view(file.text).substr(literal.begin, literal.size);
        if (holdsColour(text))
            violations.push_back(
                {file.path, lineAt(file.text, literal.begin), words("\"", text, "\": ", kTheme)});
    }
    return violations;
}

} // namespace tf::test::arch
