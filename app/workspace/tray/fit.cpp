#include "app/workspace/tray/fit.h"

#include "app/ingest/pack/worth.h"
#include "app/ingest/rules/file_kind.h"
#include "app/workspace/tray/cut_rules.h"
#include "app/workspace/tray/cut_tree.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace tf::workspace {

namespace {

constexpr std::size_t kNumKinds = static_cast<std::size_t>(FitKind::Entrance) + 1;
/// The last line names the number of files, which may be written with another number of tokens.
constexpr std::int64_t kLastLineMayGrow = 4;
constexpr std::size_t kMostCutsOfAKind = 8;

/// The others, by what a file is worth.
constexpr FitKind kOfWorth[] = {FitKind::Data,     FitKind::Tests,  FitKind::Documents,
                                FitKind::Settings, FitKind::Source, FitKind::Entrance};
static_assert(std::size(kOfWorth) == ingest::kNumWorths);

bool isVendored(std::string_view path)
{
    for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
        if (ingest::kindOfFolder(path.substr(0, slash)).why == ingest::Why::Vendored)
            return true;
        path.remove_prefix(slash + 1);
    }
    return false;
}

FitKind kindOf(std::string_view path)
{
    const auto name = path.substr(path.rfind('/') + 1);
    if (ingest::kindOfFile(name).why == ingest::Why::LockFile)
        return FitKind::LockFiles;
    if (isVendored(path))
        return FitKind::Vendored;
    return kOfWorth[static_cast<std::size_t>(ingest::worthOf(path))];
}

/// The folder that both lie in.
std::string commonFolder(const std::string& left, const std::string& right)
{
    const auto end = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    if (end.first == left.end() && (end.second == right.end() || *end.second == '/'))
        return left;
    if (end.second == right.end() && *end.first == '/')
        return right;
    const auto slash = std::string_view(left.begin(), end.first).rfind('/');
    return slash == std::string_view::npos ? std::string() : left.substr(0, slash);
}

/// The largest ones, and the others as one.
std::vector<FitCut> fewOf(std::vector<FitCut> cuts)
{
    if (cuts.size() <= kMostCutsOfAKind)
        return cuts;
    FitCut& last = cuts[kMostCutsOfAKind - 1];
    for (auto cut = cuts.begin() + kMostCutsOfAKind; cut != cuts.end(); ++cut) {
        last.folder = commonFolder(last.folder, cut->folder);
        last.file.clear();
        last.numFiles += cut->numFiles;
        last.tokens += cut->tokens;
        ++last.numPlaces;
        last.rules.insert(last.rules.end(), cut->rules.begin(), cut->rules.end());
    }
    cuts.resize(kMostCutsOfAKind);
    return cuts;
}

class Fitting {
public:
    explicit Fitting(const RepositoryLook& look)
    {
        const auto& entries = look.found->listing.entries;
        m_fit.quality = look.quality;
        m_fit.before = look.plan.tokens;
        for (const ingest::PackedFile& file : look.plan.files)
            add(entries[file.entry].path, file.tokens);
        for (const ingest::Cut& cut : look.plan.cuts) {
            add(cut.path, cut.tokens);
            m_fit.before += cut.tokens;
        }
        std::sort(m_sent.begin(), m_sent.end());
    }

    Fit run(std::int64_t goal) &&
    {
        m_fit.after = m_fit.before;
        if (m_fit.before > goal)
            goal -= kLastLineMayGrow;
        for (std::size_t kind = 0; kind < kNumKinds && m_fit.after > goal; ++kind) {
            if (m_trees[kind].tokens() > 0)
                cutOf(static_cast<FitKind>(kind), m_fit.after - goal);
        }
        return std::move(m_fit);
    }

private:
    void add(std::string_view path, std::int64_t tokens)
    {
        m_trees[static_cast<std::size_t>(kindOf(path))].add(path, tokens);
        m_sent.push_back(path);
    }

    void cutOf(FitKind kind, std::int64_t excess)
    {
        std::vector<FitCut> cuts;
        for (const ChosenCut& chosen : m_trees[static_cast<std::size_t>(kind)].choose(excess))
            cuts.push_back(cutFrom(kind, chosen));
        std::stable_sort(cuts.begin(), cuts.end(), [](const FitCut& left, const FitCut& right) {
            return left.tokens > right.tokens;
        });
        for (FitCut& cut : fewOf(std::move(cuts))) {
            m_fit.after -= cut.tokens;
            m_fit.cuts.push_back(std::move(cut));
        }
    }

    [[nodiscard]] FitCut cutFrom(FitKind kind, const ChosenCut& chosen) const
    {
        FitCut cut;
        cut.kind = kind;
        cut.folder = chosen.folder;
        if (chosen.paths.size() == 1)
            cut.file = chosen.paths.front();
        cut.numFiles = std::ssize(chosen.paths);
        cut.tokens = chosen.tokens;
        cut.rules = cutRules(chosen.folder, sentIn(chosen.folder), chosen.paths);
        return cut;
    }

    /// What is in a folder stands together, as paths are sorted.
    [[nodiscard]] std::span<const std::string_view> sentIn(std::string_view folder) const
    {
        if (folder.empty())
            return m_sent;
        const auto first =
            std::lower_bound(m_sent.begin(), m_sent.end(), std::string(folder) + '/');
        const auto last =
            std::lower_bound(first, m_sent.end(), std::string(folder) + char('/' + 1));
        return {first, last};
    }

    Fit m_fit;
    std::array<CutTree, kNumKinds> m_trees;
    std::vector<std::string_view> m_sent;
};

} // namespace

Fit fitTo(const RepositoryLook& look, std::int64_t goal)
{
    return Fitting(look).run(goal);
}

} // namespace tf::workspace
