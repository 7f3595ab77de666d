#include "app/workspace/tray/cut_rules.h"

#include "app/workspace/tray/path_rule.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace tf::workspace {

namespace {

using ingest::EntryKind;

constexpr std::array<std::string_view, 3> kTestEnds = {"_test", ".test", ".spec"};
constexpr std::array<std::string_view, 2> kTestBeginnings = {"test_", "tst_"};

/// Globs of names that the file's matches, from what stands for most to the name itself.
std::vector<std::string> nameGlobs(std::string_view path)
{
    const auto name = path.substr(path.rfind('/') + 1);
    const auto stem = name.substr(0, name.rfind('.'));
    const auto ending = globOf(name.substr(stem.size()));
    std::vector<std::string> globs;
    if (stem.size() < name.size())
        globs.push_back(words("*", ending));
    for (const auto end : kTestEnds) {
        if (stem.size() < name.size() && stem.ends_with(end))
            globs.push_back(words("*", end, ending));
    }
    for (const auto beginning : kTestBeginnings) {
        if (stem.size() < name.size() && stem.starts_with(beginning))
            globs.push_back(words(beginning, "*", ending));
    }
    globs.push_back(globOf(name));
    return globs;
}

/// How many of the files each glob stands for.
using Numbers = std::unordered_map<std::string, std::size_t>;

Numbers numbersOf(std::span<const std::string_view> paths)
{
    Numbers numbers;
    for (const std::string_view path : paths) {
        for (const std::string& glob : nameGlobs(path))
            ++numbers[glob];
    }
    return numbers;
}

/// Globs that would take whole folders along which happen to be called so.
std::unordered_set<std::string> globsOfFolders(std::string_view folder,
                                               std::span<const std::string_view> paths)
{
    std::unordered_set<std::string_view> names;
    const auto begin = folder.empty() ? 0 : folder.size() + 1;
    for (const std::string_view path : paths) {
        auto rest = path.substr(begin);
        for (auto slash = rest.find('/'); slash != std::string_view::npos; slash = rest.find('/')) {
            names.insert(rest.substr(0, slash));
            rest.remove_prefix(slash + 1);
        }
    }
    std::unordered_set<std::string> globs;
    for (const std::string_view name : names) {
        for (std::string& glob : nameGlobs(name))
            globs.insert(std::move(glob));
    }
    return globs;
}

/// "*.json" in a folder and below; names alone already mean any depth.
std::string within(std::string_view folder, std::string_view glob)
{
    return folder.empty() ? std::string(glob) : words("/", globOf(folder), "/**/", glob);
}

class CutRules {
public:
    CutRules(std::string_view folder, std::span<const std::string_view> sent,
             std::span<const std::string_view> cut)
        : m_folder(folder)
        , m_cut(cut)
        , m_ofSent(numbersOf(sent))
        , m_ofCut(numbersOf(cut))
        , m_ofFolders(globsOfFolders(folder, sent))
    {
    }

    std::vector<ingest::UserRule> run() &&
    {
        for (const std::string_view path : m_cut)
            add(path);
        return std::move(m_rules);
    }

private:
    void add(std::string_view path)
    {
        for (const std::string& glob : nameGlobs(path)) {
            if (m_ofSent[glob] != m_ofCut[glob] || m_ofFolders.count(glob) > 0)
                continue;
            if (++m_isSaid[glob] == 1)
                m_rules.push_back({within(m_folder, glob), false});
            return;
        }
        m_rules.push_back(ruleFor(path, EntryKind::File, Wanted::No));
    }

    std::string_view m_folder;
    std::span<const std::string_view> m_cut;
    Numbers m_ofSent;
    Numbers m_ofCut;
    std::unordered_set<std::string> m_ofFolders;
    Numbers m_isSaid;
    std::vector<ingest::UserRule> m_rules;
};

} // namespace

std::vector<ingest::UserRule> cutRules(std::string_view folder,
                                       std::span<const std::string_view> sent,
                                       std::span<const std::string_view> cut)
{
    if (cut.size() == 1)
        return {ruleFor(cut.front(), EntryKind::File, Wanted::No)};
    if (cut.size() < sent.size() || cut.empty())
        return CutRules(folder, sent, cut).run();
    if (folder.empty())
        return {{"**", false}};
    return {ruleFor(folder, EntryKind::Folder, Wanted::No)};
}

} // namespace tf::workspace
