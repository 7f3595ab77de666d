#include "app/ingest/leaks/assignment.h"
#include "app/ingest/leaks/shape.h"
#include "app/ingest/leaks/structure.h"
#include "app/ingest/leaks/value.h"

#include <algorithm>

namespace tf::ingest {

namespace {

bool endsWithAny(std::string_view path, std::initializer_list<std::string_view> endings)
{
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return path.ends_with(ending); });
}

std::string_view lineAt(std::string_view text, std::size_t at)
{
    return text.substr(at, std::min(text.find('\n', at), text.size()) - at);
}

/// "name: value" with the value in base64; where that stands in the line.
std::optional<Span> encodedIn(std::string_view line)
{
    const auto colon = line.find(": ");
    if (colon == std::string_view::npos)
        return std::nullopt;
    const auto begin = line.find_first_not_of(" \t\"'", colon + 1);
    if (begin == std::string_view::npos)
        return std::nullopt;
    auto end = begin;
    while (end < line.size() && (isOf(line[end], 0x21f) || line[end] == '='))
        ++end;
    const auto value = line.substr(begin, end - begin);
    return value.size() >= 10 && value != "true" && !isPlaceholder(value)
        ? std::optional(Span{begin, end})
        : std::nullopt;
}

} // namespace

/// The first value of a Secret's data; whoever sees one looks at the others too.
std::optional<Span> findKubernetesSecret(const Place& place)
{
    const auto& [path, text, word] = place;
    if (!endsWithAny(path, {".yaml", ".yml"}) || (word.begin > 0 && text[word.begin - 1] != '\n'))
        return std::nullopt;
    const auto begin = word.begin - std::min<std::size_t>(word.begin, 400);
    const auto around = text.substr(begin, word.begin - begin + 600);
    if (around.find("kind: Secret") == std::string_view::npos
        && around.find("kind: \"Secret\"") == std::string_view::npos)
        return std::nullopt;
    auto at = word.end + lineAt(text, word.end).size() + 1;
    for (int idx = 0; idx < 10 && at < text.size(); ++idx) {
        const auto line = lineAt(text, at);
        if (!line.starts_with(' '))
            return std::nullopt;
        if (const auto value = encodedIn(line))
            return Span{at + value->begin, at + value->end};
        at += line.size() + 1;
    }
    return std::nullopt;
}

/// `<add key="ClearTextPassword" value="…" />`
std::optional<Span> findNugetPassword(const Place& place)
{
    const auto& [path, text, word] = place;
    if (!containsFolded(path, "nuget.config"))
        return std::nullopt;
    const auto line = lineAt(text, word.end);
    const auto value = line.find_first_not_of(' ');
    if (value == std::string_view::npos || !line.substr(value).starts_with("value=\""))
        return std::nullopt;
    const auto begin = value + 7;
    const auto end = line.find('"', begin);
    if (end == std::string_view::npos || end - begin < 8 || end - begin > 400)
        return std::nullopt;
    const auto password = line.substr(begin, end - begin);
    const bool isLookedUp = password.starts_with('%') || isPlaceholder(password);
    return isLookedUp || entropyOf(password) < 1
        ? std::nullopt
        : std::optional(Span{word.end + begin, word.end + end});
}

/// In files that are written by hand for programs, a password is one even when it is a weak one.
std::optional<Span> findFilePassword(const Place& place)
{
    const auto& [path, text, word] = place;
    const bool isTerraform = endsWithAny(path, {".tf", ".hcl", ".tfvars"});
    if (!isTerraform && !endsWithAny(path, {".pypirc", ".my.cnf", ".s3cfg", ".dockercfg"}))
        return std::nullopt;
    const auto found = assignmentAround(text, word);
    if (!found || (isTerraform && found->quoting == Quoting::Bare))
        return std::nullopt;
    const auto value = found->value.of(text);
    const bool isWord = value.size() >= 6 && value.size() <= 100 && entropyOf(value) >= 2;
    return isWord && !isPlaceholder(value) ? std::optional(found->value) : std::nullopt;
}

} // namespace tf::ingest
