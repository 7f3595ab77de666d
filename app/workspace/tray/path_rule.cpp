#include "app/workspace/tray/path_rule.h"

#include "app/ingest/rules/user_globs.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::workspace {

namespace {

using ingest::EntryKind;
using ingest::UserRule;

constexpr std::string_view kStandForMore = "*?[\\";

ingest::Node nodeOf(EntryKind kind)
{
    return kind == EntryKind::Folder ? ingest::Node::Folder : ingest::Node::File;
}

/// What the globs say of a path, on the way down to it.
ingest::Reaches reachesOf(const ingest::UserGlobs& globs, std::string_view path, EntryKind kind)
{
    ingest::Reaches reaches;
    for (auto slash = path.find('/'); slash != std::string_view::npos;
         slash = path.find('/', slash + 1))
        reaches = globs.reaches(reaches, path.substr(0, slash), ingest::Node::Folder);
    return globs.reaches(reaches, path, nodeOf(kind));
}

/// The last rule that speaks of the path says so; nothing: none does.
std::optional<Wanted> saidOf(const std::vector<UserRule>& rules, std::string_view path,
                             EntryKind kind)
{
    const auto reaches = reachesOf(ingest::UserGlobs(rules), path, kind);
    for (std::size_t idx = rules.size(); idx > 0; --idx) {
        if (reaches[idx - 1].whole >= 0)
            return rules[idx - 1].includes ? Wanted::Yes : Wanted::No;
    }
    return std::nullopt;
}

} // namespace

std::string globOf(std::string_view path)
{
    std::string glob;
    for (const char c : path) {
        if (kStandForMore.find(c) != std::string_view::npos)
            glob += '\\';
        glob += c;
    }
    return glob;
}

ingest::UserRule ruleFor(std::string_view path, EntryKind kind, Wanted wanted)
{
    return {words("/", globOf(path), kind == EntryKind::Folder ? "/" : ""), wanted == Wanted::Yes};
}

ingest::RuleChoice withPath(ingest::RuleChoice choice, std::string_view path, EntryKind kind,
                            Wanted wanted)
{
    const UserRule rule = ruleFor(path, kind, wanted);
    const UserRule opposite{rule.glob, !rule.includes};
    auto& rules = choice.rules;
    const bool isTakenBack = std::find(rules.begin(), rules.end(), opposite) != rules.end();
    const auto isOfIt = [&](const UserRule& old) {
        const bool isWithin = kind == EntryKind::Folder && old.glob.starts_with(rule.glob);
        return old.glob == rule.glob || isWithin;
    };
    rules.erase(std::remove_if(rules.begin(), rules.end(), isOfIt), rules.end());
    const auto saidNow = saidOf(rules, path, kind);
    if (saidNow != wanted && (!isTakenBack || saidNow))
        rules.push_back(rule);
    return choice;
}

} // namespace tf::workspace
