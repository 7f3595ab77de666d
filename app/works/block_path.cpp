#include "app/works/block_path.h"

#include "app/works/line.h"

#include <algorithm>
#include <utility>

namespace tf::works {

namespace {

constexpr std::size_t kMostEnding = 12;

std::string_view unquoted(std::string_view text)
{
    constexpr std::string_view kQuotes = "\"'`";
    while (text.size() > 1 && kQuotes.find(text.front()) != std::string_view::npos
           && text.back() == text.front())
        text = text.substr(1, text.size() - 2);
    return text;
}

bool isBareName(std::string_view name)
{
    constexpr std::string_view kNames[] = {"dockerfile",  "containerfile", "makefile",
                                           "jenkinsfile", "caddyfile",     "procfile",
                                           "vagrantfile", "tiltfile",      "license"};
    const std::string small = inSmallLetters(name);
    return std::find(std::begin(kNames), std::end(kNames), small) != std::end(kNames);
}

/// "main.tf", "k8s/web.yaml", "Dockerfile", ".env"; also what is not safe to write.
bool looksLikePath(std::string_view text)
{
    if (text.empty() || text.find_first_of(" \t(){}=,;") != std::string_view::npos
        || text.find("://") != std::string_view::npos)
        return false;
    const std::size_t slash = text.find_last_of("/\\");
    const std::string_view name = slash == std::string_view::npos ? text : text.substr(slash + 1);
    if (isBareName(name))
        return true;
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos)
        return text.starts_with("../") || text.starts_with("..\\");
    const std::string_view ending = name.substr(dot + 1);
    const bool hasLetter = std::any_of(ending.begin(), ending.end(), [](char letter) {
        return isWordLetter(letter) && (letter < '0' || letter > '9');
    });
    return hasLetter && ending.size() <= kMostEnding
        && std::all_of(ending.begin(), ending.end(),
                       [](char letter) { return isWordLetter(letter) || letter == '-'; });
}

std::string_view asPath(std::string_view text)
{
    text = unquoted(trimmed(text));
    while (text.starts_with("./"))
        text.remove_prefix(2);
    return looksLikePath(text) ? text : std::string_view();
}

/// Behind "path=" and the like, as far as its quotes or the next blank.
std::string_view namedValue(std::string_view info)
{
    for (const std::string_view name : {"path=", "file=", "filename=", "title=", "name="}) {
        const std::size_t at = info.find(name);
        if (at == std::string_view::npos || (at > 0 && isWordLetter(info[at - 1])))
            continue;
        std::string_view value = info.substr(at + name.size());
        const char quote = value.empty() ? '\0' : value.front();
        if (quote == '"' || quote == '\'')
            value = value.substr(1, std::min(value.find(quote, 1), value.size()) - 1);
        else
            value = value.substr(0, value.find_first_of(" \t}"));
        return value;
    }
    return {};
}

std::string_view inInfo(const std::string& info)
{
    const std::string_view whole = info;
    if (const auto named = namedValue(whole); !named.empty())
        return named;
    const std::size_t language = std::min(whole.find_first_of(" \t:"), whole.size());
    if (language == whole.size())
        return asPath(whole); // "main.tf" in place of a language
    return asPath(whole.substr(language + 1));
}

/// What a comment says: "// file: a.c", "# main.tf", "<!-- a.html -->", "/* a.css */".
std::string_view commentOn(std::string_view line)
{
    line = trimmed(line);
    constexpr std::pair<std::string_view, std::string_view> kSigns[] = {
        {"<!--", "-->"}, {"/*", "*/"}, {"//", ""}, {"--", ""}, {"#", ""}, {";", ""}};
    for (const auto& [open, close] : kSigns) {
        if (!line.starts_with(open))
            continue;
        line.remove_prefix(open.size());
        if (!close.empty() && line.ends_with(close))
            line.remove_suffix(close.size());
        return trimmed(line);
    }
    return {};
}

std::string_view withoutLabel(std::string_view text)
{
    for (const std::string_view label : {"file:", "path:", "filename:", "file name:", "file"}) {
        if (inSmallLetters(text.substr(0, label.size())) == label)
            return trimmed(text.substr(label.size()));
    }
    return text;
}

/// A heading or a line that is nothing but the path, however it is set apart.
std::string_view inLineAbove(std::string_view line)
{
    line = trimmed(line);
    while (!line.empty() && std::string_view("#*-_ 0123456789.)").find(line.front()) != line.npos) {
        if (line.front() == '.' && !line.starts_with(". "))
            break; // ".env"
        if (line.front() >= '0' && line.front() <= '9' && !asPath(line).empty())
            break; // "01-web.yaml"
        line.remove_prefix(1);
    }
    while (!line.empty() && std::string_view(":*_ ").find(line.back()) != line.npos)
        line.remove_suffix(1);
    return asPath(withoutLabel(line));
}

} // namespace

std::string pathOf(const FencedBlock& block)
{
    constexpr std::string_view kNoFiles[] = {"diff", "patch", "console", "shell-session",
                                             "mermaid"};
    const std::string language = block.language();
    if (std::find(std::begin(kNoFiles), std::end(kNoFiles), language) != std::end(kNoFiles))
        return {};
    if (const auto path = inInfo(block.info); !path.empty())
        return std::string(path);
    const std::string_view text = block.text;
    const std::string_view first = text.substr(0, text.find('\n'));
    if (const auto path = asPath(withoutLabel(commentOn(first))); !path.empty())
        return std::string(path);
    return std::string(inLineAbove(block.above));
}

} // namespace tf::works
