#include "app/works/static_checks.h"

#include "app/ingest/leaks/leak.h"
#include "app/works/line.h"
#include "app/works/static_rules.h"
#include "app/workspace/said.h"

#include <algorithm>
#include <set>

namespace tf::works {

namespace {

using workspace::Said;
using workspace::said;

constexpr std::size_t kMostWarnings = 500;

void warnOfSecrets(const AnswerFile& file, std::vector<StaticWarning>& to)
{
    for (const ingest::Leak& leak : ingest::findLeaks(file.path, file.text))
        to.push_back({Severity::Warning, file.path, leak.line, "secret",
                      said(Said::tr("A secret stands there in plain text: %1, beginning with %2."),
                           {leak.title, leak.beginning})});
}

bool endsWithAny(std::string_view path, std::initializer_list<std::string_view> endings)
{
    return std::any_of(endings.begin(), endings.end(),
                       [path](std::string_view ending) { return path.ends_with(ending); });
}

/// "web_server" for "Web Server", "web-server": as names are compared.
std::string nameFolded(std::string_view name)
{
    std::string folded = inSmallLetters(name);
    for (char& letter : folded) {
        const bool isOfName = isWordLetter(letter) || (static_cast<unsigned char>(letter) & 0x80U);
        letter = isOfName ? letter : '_';
    }
    return folded;
}

/// All words of the files, as they are compared.
std::set<std::string> wordsOf(std::span<const AnswerFile> files)
{
    std::set<std::string> found;
    for (const AnswerFile& file : files) {
        const auto isOfWord = [](char letter) {
            return isWordLetter(letter) || letter == '-' || letter == '.'
                || (static_cast<unsigned char>(letter) & 0x80U);
        };
        for (auto begin = file.text.begin(); begin != file.text.end();) {
            begin = std::find_if(begin, file.text.end(), isOfWord);
            const auto end = std::find_if_not(begin, file.text.end(), isOfWord);
            const std::string_view word(&*file.text.begin() + (begin - file.text.begin()),
                                        static_cast<std::size_t>(end - begin));
            found.insert(nameFolded(word));
            for (std::size_t part = 0; part < word.size();) { // aws_instance.web
                const std::size_t stop = std::min(word.find('.', part), word.size());
                found.insert(nameFolded(word.substr(part, stop - part)));
                part = stop + 1;
            }
            begin = end;
        }
    }
    return found;
}

} // namespace

std::vector<StaticWarning> staticWarnings(std::span<const AnswerFile> files)
{
    std::vector<StaticWarning> warnings;
    for (const AnswerFile& file : files) {
        const std::string path = inSmallLetters(file.path);
        const auto begin = static_cast<std::ptrdiff_t>(warnings.size());
        warnOfSecrets(file, warnings);
        if (!file.isWhole)
            warnings.push_back({Severity::Fault, file.path, 0, "cut-off",
                                said(Said::tr("The answer ends within the file."))});
        if (endsWithAny(path, {".tf", ".tofu", ".hcl", ".tfvars"}))
            warnOfHcl(file, warnings);
        if (endsWithAny(path, {".yaml", ".yml"}))
            warnOfYaml(file, warnings);
        if (endsWithAny(path, {".json"}))
            warnOfJson(file, warnings);
        if (endsWithAny(path, {"dockerfile", "containerfile", ".dockerfile"}))
            warnOfDockerfile(file, warnings);
        std::stable_sort(warnings.begin() + begin, warnings.end(),
                         [](const StaticWarning& one, const StaticWarning& other) {
                             return one.line < other.line;
                         });
        if (warnings.size() > kMostWarnings)
            warnings.resize(kMostWarnings);
    }
    return warnings;
}

bool needsResource(const GraphNode& node)
{
    const std::string kind = inSmallLetters(node.kind);
    constexpr std::string_view kNone[] = {"user",     "users",  "actor",           "person",
                                          "internet", "client", "external",        "browser",
                                          "admin",    "people", "external_service"};
    return std::find(std::begin(kNone), std::end(kNone), kind) == std::end(kNone);
}

std::vector<std::string> nodesWithoutResource(const DiagramGraph& graph,
                                              std::span<const AnswerFile> files)
{
    std::vector<std::string> without;
    if (files.empty())
        return without;
    const auto words = wordsOf(files);
    for (const GraphNode& node : graph.nodes) {
        const bool isThere = words.count(nameFolded(node.id)) != 0
            || (!node.name.empty() && words.count(nameFolded(node.name)) != 0);
        if (!isThere && needsResource(node))
            without.push_back(node.id);
    }
    return without;
}

} // namespace tf::works
