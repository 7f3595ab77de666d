#include "app/ingest/reader/helper/tree_walk.h"

#include "app/ingest/reader/beneath/safe_name.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <utility>

namespace tf::ingest {

namespace {

constexpr std::size_t kMostDepth = 128;
constexpr std::int64_t kMostIgnoreBytes = 1 << 20;

EntryKind entryKind(ChildKind kind)
{
    switch (kind) {
    case ChildKind::File:
        return EntryKind::File;
    case ChildKind::Folder:
        return EntryKind::Folder;
    case ChildKind::Link:
        return EntryKind::Link;
    case ChildKind::Special:
        return EntryKind::Special;
    }
    UNREACHABLE();
}

/// So that what is in them comes by the bytes of whole paths.
bool comesBefore(const Child& a, const Child& b)
{
    const auto [inA, inB] =
        std::mismatch(a.name.begin(), a.name.end(), b.name.begin(), b.name.end());
    const auto next = [](const Child& child, auto at) -> int {
        if (at != child.name.end())
            return static_cast<unsigned char>(*at);
        return child.kind == ChildKind::Folder ? '/' : 0;
    };
    return next(a, inA) < next(b, inB);
}

std::string pathOf(const std::string& folder, const std::string& name)
{
    return folder.empty() ? name : words(folder, '/', name);
}

Rules::Tracked trackedIf(bool isTracked)
{
    return isTracked ? Rules::Tracked::Yes : Rules::Tracked::No;
}

} // namespace

TreeWalk::TreeWalk(const RepositoryState& state, const TrackedFiles& tracked, Rules& rules,
                   ContentLooks& looks, Told& told)
    : m_state(state)
    , m_tracked(tracked)
    , m_rules(rules)
    , m_looks(looks)
    , m_told(told)
{
}

Result<Walked> TreeWalk::run(const OpenFolder& root)
{
    TRY(walk(root, {}));
    return std::move(m_walked);
}

Result<> TreeWalk::walk(const OpenFolder& folder, const Place& place)
{
    auto children = TRY(folder.children(kMostEntries));
    std::sort(children.begin(), children.end(), comesBefore);
    m_rules.enter(place.path, ignoreText(folder, place, children, ".gitignore"),
                  ignoreText(folder, place, children, ".trifoldignore"));
    for (const Child& child : children)
        TRY(take(folder, child, place));
    m_rules.leave();
    return {};
}

Result<> TreeWalk::take(const OpenFolder& folder, const Child& child, const Place& place)
{
    TRY(m_told.tell(m_walked.entries.size()));
    auto path = pathOf(place.path, child.name);
    const auto kind = entryKind(child.kind);
    auto fault = path.size() > kMostPathBytes ? pathFault(path) : nameFault(child.name);
    if (fault)
        return leaveOut(pathOf(place.path, shownName(child.name)), kind, Why::BadName,
                        std::move(*fault));
    if (child.name == ".git")
        return leaveOut(std::move(path), kind, Why::VersionControl, "git's own");
    if (child.kind == ChildKind::Link)
        return leaveOut(std::move(path), kind, Why::NotAFile, "a link, which is not followed");
    if (child.kind == ChildKind::Special)
        return leaveOut(std::move(path), kind, Why::NotAFile,
                        "a pipe, socket or device, which is not opened");
    return child.kind == ChildKind::Folder ? takeFolder(folder, child, place)
                                           : takeFile(folder, child, place);
}

Result<> TreeWalk::takeFolder(const OpenFolder& folder, const Child& child, const Place& place)
{
    Place inside{pathOf(place.path, child.name), place.depth + 1};
    if (m_tracked.find(inside.path).isSubmodule())
        return leaveOut(std::move(inside.path), EntryKind::Submodule, Why::NotAFile,
                        "a submodule: another repository, which is not read");
    auto verdict = m_rules.folder(inside.path, trackedIf(m_tracked.hasBelow(inside.path)));
    if (verdict.why != Why::Included)
        return leaveOut(std::move(inside.path), EntryKind::Folder, verdict.why,
                        std::move(verdict.detail));
    if (inside.depth > kMostDepth)
        return leaveOut(std::move(inside.path), EntryKind::Folder, Why::Unreadable,
                        words("deeper than ", kMostDepth, " folders"));
    const auto opened = folder.folder(child.name);
    if (!opened)
        return leaveOut(std::move(inside.path), EntryKind::Folder, Why::Unreadable,
                        opened.error().text);
    return walk(*opened, inside);
}

Result<> TreeWalk::takeFile(const OpenFolder& folder, const Child& child, const Place& place)
{
    Entry entry;
    entry.path = pathOf(place.path, child.name);
    const auto facts = folder.look(child.name);
    if (!facts || !S_ISREG(facts->st_mode))
        return leaveOut(std::move(entry.path), entry.kind, Why::Unreadable,
                        "it was gone or replaced while the folder was listed");
    const auto tracked = m_tracked.find(entry.path);
    const bool isTracked = tracked.isTracked();
    entry.size = facts->st_size;
    if (m_state.kind == GitKind::WorkTree)
        entry.state = isTracked ? FileState::Changed : FileState::Untracked;
    entry.verdict = m_rules.file(entry.path, entry.size, trackedIf(isTracked));
    const bool isIncluded = entry.verdict.why == Why::Included;
    if (isIncluded && entry.size > kMostFileBytes)
        entry.verdict = {Why::TooBig, "over 8 MiB, the most that is read"};
    const bool isKnown =
        tracked.staged != nullptr && isAsStaged(*tracked.staged, m_state.staged->written, *facts);
    if (isKnown) {
        entry.blob = tracked.staged->name.hex();
        entry.state = tracked.stateOf(tracked.staged->name);
    }
    const bool wantsName = isTracked && !isKnown;
    if (entry.verdict.why == Why::Included || wantsName)
        m_looks.add({m_walked.entries.size(), std::exchange(entry, {}), tracked, wantsName});
    return add(std::move(entry));
}

Result<> TreeWalk::add(Entry entry)
{
    if (m_walked.entries.size() == kMostEntries)
        return Error(Code::BadInput,
                     words("the folder holds more than ", kMostEntries,
                           " files, the most that are listed: choose a part of it, or leave "
                           "folders out by a rule or in .trifoldignore"));
    m_walked.entries.push_back(std::move(entry));
    return {};
}

Result<> TreeWalk::leaveOut(std::string path, EntryKind kind, Why why, std::string detail)
{
    Entry entry;
    entry.path = std::move(path);
    entry.kind = kind;
    entry.verdict = {why, std::move(detail)};
    if (m_state.kind != GitKind::None)
        entry.state =
            m_tracked.find(entry.path).isTracked() ? FileState::Committed : FileState::Untracked;
    return add(std::move(entry));
}

std::optional<std::string> TreeWalk::ignoreText(const OpenFolder& folder, const Place& place,
                                                const std::vector<Child>& children,
                                                const std::string& name)
{
    const auto found = std::find_if(children.begin(), children.end(), [&](const Child& child) {
        return child.kind == ChildKind::File && child.name == name;
    });
    if (found == children.end())
        return std::nullopt;
    auto text = folder.read(name, kMostIgnoreBytes);
    if (text)
        return std::move(*text);
    m_walked.notices.push_back(
        words(pathOf(place.path, name), " was not used: ", text.error().text));
    return std::nullopt;
}

} // namespace tf::ingest
