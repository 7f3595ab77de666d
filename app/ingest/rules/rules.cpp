#include "app/ingest/rules/rules.h"

#include "app/ingest/rules/content_kind.h"
#include "app/ingest/rules/file_kind.h"
#include "app/ingest/rules/ignore_file.h"
#include "app/ingest/rules/user_globs.h"
#include "kernels/base/check.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <vector>

namespace tf::ingest {

namespace {

constexpr std::string_view kOurName = ".trifoldignore";
constexpr std::string_view kGitName = ".gitignore";
constexpr std::string_view kExcludeName = ".git/info/exclude";

struct Place {
    std::string_view path;
    std::string_view name;
    int depth;
    Node node;
};

struct IgnoreLine {
    const IgnoreFile::Line* line = nullptr; ///< nullptr: no line matches
    std::string file;
};

std::string_view lastPart(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

std::string sizeLimit(std::int64_t bytes)
{
    constexpr std::int64_t kKilo = 1024;
    if (bytes >= kKilo * kKilo && bytes % (kKilo * kKilo) == 0)
        return words("over ", bytes / (kKilo * kKilo), " MB");
    if (bytes >= kKilo && bytes % kKilo == 0)
        return words("over ", bytes / kKilo, " KB");
    return words("over ", bytes, " bytes");
}

Verdict ignored(const IgnoreLine& match, Why why)
{
    if (match.line == nullptr || !match.line->ignores)
        return {};
    return {why, words(match.file, " line ", match.line->number, ": ", match.line->text)};
}

} // namespace

class Rules::Impl {
    /// Why something is left out, and how many parts the path has of what is.
    struct Exclusion {
        Verdict verdict;
        int depth = 0;

        [[nodiscard]] bool holds() const { return verdict.why != Why::Included; }
    };

    struct Exclusions {
        Exclusion ofUntracked;
        Exclusion ofAll;
    };

    /// A folder on the way down.
    struct Level {
        std::string folder;
        std::optional<IgnoreFile> git;
        std::optional<IgnoreFile> ours;
        Reaches reaches;
        Exclusions exclusions;
    };

public:
    explicit Impl(RuleChoice choice)
        : m_choice(std::move(choice))
        , m_globs(m_choice.rules)
    {
    }

    void exclude(std::string_view patterns) { m_exclude.emplace(patterns); }

    void enter(std::string_view folder, std::optional<std::string_view> gitignore,
               std::optional<std::string_view> ours)
    {
        Level level;
        level.folder = folder;
        if (!folder.empty()) {
            const Place place = placeOf(folder, Node::Folder);
            level.reaches = reachesOf(place);
            level.exclusions = exclusionsOf(place, level.reaches);
        }
        if (gitignore && !m_choice.takesIgnored)
            level.git.emplace(*gitignore);
        if (ours)
            level.ours.emplace(*ours);
        m_levels.push_back(std::move(level));
    }

    void leave()
    {
        CHECK(!m_levels.empty(), "leave() without enter()");
        m_levels.pop_back();
    }

    [[nodiscard]] Verdict folder(std::string_view path, Tracked tracked) const
    {
        const Place place = placeOf(path, Node::Folder);
        const Reaches reaches = reachesOf(place);
        const Exclusions exclusions = exclusionsOf(place, reaches);
        if (exclusions.ofAll.verdict.why == Why::VersionControl)
            return exclusions.ofAll.verdict;
        if (const UserRule* rule = m_globs.excluding(reaches))
            return m_globs.mayReachInto(reaches, path, UserGlobs::LeftOut::ByGlob) ? Verdict()
                                                                                   : byRule(*rule);
        const Verdict verdict = of(exclusions, tracked);
        if (verdict.why != Why::Included
            && m_globs.mayReachInto(reaches, path, UserGlobs::LeftOut::Otherwise))
            return {};
        return verdict;
    }

    [[nodiscard]] Verdict file(std::string_view path, std::int64_t size, Tracked tracked) const
    {
        const Place place = placeOf(path, Node::File);
        const Reaches reaches = reachesOf(place);
        const Exclusions exclusions = exclusionsOf(place, reaches);
        if (const Verdict& verdict = exclusions.ofAll.verdict;
            verdict.why == Why::VersionControl || verdict.why == Why::Secret)
            return verdict;
        if (const UserRule* rule = m_globs.excluding(reaches))
            return byRule(*rule);
        const Verdict verdict = of(exclusions, tracked);
        if (verdict.why == Why::Included && size > m_choice.mostBytes
            && !m_globs.bringsBack(reaches, Strength::Named, place.depth, place.depth))
            return {Why::TooBig, sizeLimit(m_choice.mostBytes)};
        return verdict;
    }

    [[nodiscard]] Verdict content(std::string_view path, std::string_view head) const
    {
        const Verdict verdict = kindOfContent(lastPart(path), head);
        if (verdict.why != Why::Generated)
            return verdict;
        const Place place = placeOf(path, Node::File);
        // Of the file itself: what reaches a folder above it does not name it.
        const Reaches reaches = m_globs.reaches({}, place.path, place.node);
        const bool isNamed = m_globs.bringsBack(reaches, Strength::Named, place.depth, place.depth);
        return isNamed ? Verdict() : taken(verdict);
    }

private:
    [[nodiscard]] Place placeOf(std::string_view path, Node node) const
    {
        return {path, lastPart(path), 1 + int(std::count(path.begin(), path.end(), '/')), node};
    }

    [[nodiscard]] Reaches reachesOf(const Place& place) const
    {
        return m_globs.reaches(m_levels.empty() ? Reaches() : m_levels.back().reaches, place.path,
                               place.node);
    }

    static Verdict byRule(const UserRule& rule) { return {Why::Rule, words("rule -", rule.glob)}; }

    static const Verdict& of(const Exclusions& exclusions, Tracked tracked)
    {
        if (exclusions.ofAll.holds() || tracked == Tracked::Yes)
            return exclusions.ofAll.verdict;
        return exclusions.ofUntracked.verdict;
    }

    /// Included where the user has chosen that kind.
    [[nodiscard]] Verdict taken(Verdict verdict) const
    {
        const bool isTaken = (verdict.why == Why::Generated && m_choice.takesGenerated)
            || (verdict.why == Why::Vendored && m_choice.takesVendored)
            || (verdict.why == Why::LockFile && m_choice.takesLockFiles);
        return isTaken ? Verdict() : verdict;
    }

    /// What holds for a path: what left out a folder above it, unless a rule brings it back, else
    /// what leaves out the path itself.
    [[nodiscard]] Exclusions exclusionsOf(const Place& place, const Reaches& reaches) const
    {
        Exclusions found;
        if (!m_levels.empty())
            found = m_levels.back().exclusions;
        dropBroughtBack(found, place, reaches);
        if (found.ofAll.holds() && found.ofUntracked.holds())
            return found;
        const IgnoreLine ours = lastMatch(kOurName, &Level::ours, place);
        if (!found.ofAll.holds())
            found.ofAll = {own(place, ours), place.depth};
        const bool isTakenBack = ours.line != nullptr && !ours.line->ignores;
        if (!found.ofUntracked.holds() && !isTakenBack)
            found.ofUntracked = {ofUntracked(place), place.depth};
        dropBroughtBack(found, place, reaches);
        return found;
    }

    void dropBroughtBack(Exclusions& found, const Place& place, const Reaches& reaches) const
    {
        for (Exclusion* exclusion : {&found.ofUntracked, &found.ofAll}) {
            const Why why = exclusion->verdict.why;
            const bool isIgnored = why == Why::IgnoredByGit || why == Why::IgnoredByUs;
            if (exclusion->holds() && why != Why::VersionControl && why != Why::Binary
                && m_globs.bringsBack(reaches, isIgnored ? Strength::Matched : Strength::Named,
                                      exclusion->depth, place.depth))
                *exclusion = {};
        }
    }

    /// By its kind or by our ignore files. A line of theirs that takes something back counts
    /// against kinds, but repositories do not decide about secrets.
    [[nodiscard]] Verdict own(const Place& place, const IgnoreLine& ours) const
    {
        const Verdict kind =
            taken(place.node == Node::Folder ? kindOfFolder(place.name) : kindOfFile(place.name));
        if (kind.why == Why::VersionControl || kind.why == Why::Secret || kind.why == Why::Binary)
            return kind;
        if (ours.line == nullptr)
            return kind;
        return ignored(ours, Why::IgnoredByUs);
    }

    /// By git's ignore files, or as the output of a build.
    [[nodiscard]] Verdict ofUntracked(const Place& place) const
    {
        Verdict verdict = ignored(gitMatch(place), Why::IgnoredByGit);
        if (verdict.why == Why::Included && place.depth == 1 && place.node == Node::Folder)
            verdict = taken(kindOfTopFolder(place.name));
        return verdict;
    }

    [[nodiscard]] IgnoreLine gitMatch(const Place& place) const
    {
        const IgnoreLine match = lastMatch(kGitName, &Level::git, place);
        if (match.line != nullptr || !m_exclude || m_choice.takesIgnored)
            return match;
        return {m_exclude->lastMatch(place.path, place.node), std::string(kExcludeName)};
    }

    /// Of the deepest file that has one.
    [[nodiscard]] IgnoreLine lastMatch(std::string_view fileName,
                                       std::optional<IgnoreFile> Level::*file,
                                       const Place& place) const
    {
        for (auto level = m_levels.rbegin(); level != m_levels.rend(); ++level) {
            if (!((*level).*file))
                continue;
            const std::size_t skipped = level->folder.empty() ? 0 : level->folder.size() + 1;
            const auto* line = ((*level).*file)->lastMatch(place.path.substr(skipped), place.node);
            if (line != nullptr)
                return {line, words(level->folder, skipped == 0 ? "" : "/", fileName)};
        }
        return {};
    }

    RuleChoice m_choice;
    UserGlobs m_globs;
    std::optional<IgnoreFile> m_exclude;
    std::vector<Level> m_levels;
};

Rules::Rules(RuleChoice choice)
    : m_impl(std::make_unique<Impl>(std::move(choice)))
{
}
Rules::Rules(Rules&&) noexcept = default;
Rules& Rules::operator=(Rules&&) noexcept = default;
Rules::~Rules() = default;

void Rules::exclude(std::string_view patterns)
{
    m_impl->exclude(patterns);
}

void Rules::enter(std::string_view folder, std::optional<std::string_view> gitignore,
                  std::optional<std::string_view> ours)
{
    m_impl->enter(folder, gitignore, ours);
}

void Rules::leave()
{
    m_impl->leave();
}

Verdict Rules::folder(std::string_view path, Tracked tracked) const
{
    return m_impl->folder(path, tracked);
}

Verdict Rules::file(std::string_view path, std::int64_t size, Tracked tracked) const
{
    return m_impl->file(path, size, tracked);
}

Verdict Rules::content(std::string_view path, std::string_view head) const
{
    return m_impl->content(path, head);
}

} // namespace tf::ingest
