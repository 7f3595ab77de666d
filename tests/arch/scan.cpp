#include "tests/arch/scan.h"

#include "tests/arch/source_file.h"

#include <algorithm>

namespace tf::test::arch {

namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr auto kNowhere = std::string_view::npos;

/// Past the > of template arguments that open at `at`; `at` itself when that < compares.
std::size_t pastTemplate(std::string_view code, std::size_t at)
{
    if (at == 0 || !isWordChar(code[at - 1]))
        return at;
    int depth = 0;
    for (auto end = at; end < code.size(); ++end) {
        const char c = code[end];
        if (c == '<')
            ++depth;
        else if (c == '>' && --depth == 0)
            return end + 1;
        else if (!isWordChar(c) && c != '>' && std::string_view(" :,*&\n").find(c) == kNowhere)
            return at;
    }
    return at;
}

std::optional<Include> includeIn(std::string_view line)
{
    line = trimmed(line);
    if (!line.starts_with('#'))
        return std::nullopt;
    line = trimmed(line.substr(1));
    if (!line.starts_with("include"))
        return std::nullopt;
    line = trimmed(line.substr(7));
    if (line.empty() || (line[0] != '"' && line[0] != '<'))
        return std::nullopt;
    const auto end = line.find(line[0] == '"' ? '"' : '>', 1);
    return Include{0, std::string(line.substr(1, end - 1)), line[0] == '"'};
}

} // namespace

bool isWordChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

int lineAt(std::string_view text, std::size_t place)
{
    const auto before = text.substr(0, place);
    return static_cast<int>(1 + std::count(before.begin(), before.end(), '\n'));
}

std::vector<std::size_t> placesOf(std::string_view code, std::string_view word)
{
    std::vector<std::size_t> places;
    for (auto at = code.find(word); at != kNowhere; at = code.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool begins = at == 0 || !isWordChar(code[at - 1]);
        if (begins && (end == code.size() || !isWordChar(code[end])))
            places.push_back(at);
    }
    return places;
}

std::string_view codeBefore(std::string_view code, std::size_t place)
{
    return code.substr(0, code.substr(0, place).find_last_not_of(kSpace) + 1);
}

std::string_view codeAfter(std::string_view code, std::size_t place)
{
    const auto begin = code.find_first_not_of(kSpace, place);
    return begin == kNowhere ? "" : code.substr(begin);
}

std::string_view lastWord(std::string_view code)
{
    auto begin = code.size();
    while (begin > 0 && isWordChar(code[begin - 1]))
        --begin;
    return code.substr(begin);
}

std::optional<std::vector<std::string>> argumentsAt(std::string_view code, std::size_t place)
{
    const auto call = codeAfter(code, place);
    if (!call.starts_with('('))
        return std::nullopt;
    std::vector<std::string> arguments;
    int depth = 1;
    std::size_t begin = 1;
    const auto keep = [&](std::size_t end) {
        arguments.emplace_back(trimmed(call.substr(begin, end - begin)));
        begin = end + 1;
    };
    for (std::size_t at = 1; at < call.size(); ++at) {
        const char c = call[at];
        if (c == '<')
            at = std::max(at, pastTemplate(call, at) - 1);
        else if (c == '(' || c == '[' || c == '{')
            ++depth;
        else if (c == ',' && depth == 1)
            keep(at);
        else if ((c == ')' || c == ']' || c == '}') && --depth == 0) {
            keep(at);
            if (arguments.size() == 1 && arguments[0].empty())
                arguments.clear();
            return arguments;
        }
    }
    return std::nullopt;
}

std::vector<Include> includesOf(const SourceFile& file)
{
    std::vector<Include> includes;
    if (!isCpp(file.path))
        return includes;
    const auto lines = linesOf(file.uncommented);
    const auto blanked = linesOf(file.code); // here a # inside a literal is gone
    for (std::size_t idx = 0; idx < lines.size(); ++idx) {
        if (!trimmed(blanked[idx]).starts_with('#'))
            continue;
        if (auto include = includeIn(lines[idx])) {
            include->line = static_cast<int>(idx + 1);
            includes.push_back(std::move(*include));
        }
    }
    return includes;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == kNowhere ? text.size() : end + 1);
    }
    return lines;
}

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(kSpace);
    if (begin == kNowhere)
        return {};
    return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

} // namespace tf::test::arch
