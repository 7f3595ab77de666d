#include "app/ingest/reader/helper/listing_work.h"

#include "app/ingest/reader/helper/commit_walk.h"
#include "app/ingest/reader/helper/contents.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <utility>

namespace tf::ingest {

namespace {

void addAll(std::vector<std::string>& notices, std::vector<std::string> more)
{
    for (std::string& notice : more)
        notices.push_back(std::move(notice));
}

/// "3 files are …", nothing when there are none.
void addCount(std::vector<std::string>& notices, std::int64_t count, std::string_view one,
              std::string_view many)
{
    if (count > 0)
        notices.push_back(count == 1 ? std::string(one) : words(count, ' ', many));
}

void addIndexNotices(std::vector<std::string>& notices, const StagedFiles& staged)
{
    const auto count = [&](bool StagedFile::*flag) {
        return std::count_if(staged.files.begin(), staged.files.end(),
                             [flag](const StagedFile& file) { return file.*flag; });
    };
    addCount(notices, count(&StagedFile::isConflict),
             "a file is in the middle of a merge, with its conflict marks",
             "files are in the middle of a merge, with their conflict marks");
    addCount(notices, count(&StagedFile::isSkipped),
             "a file is outside the sparse checkout and not listed",
             "files are outside the sparse checkout and not listed");
}

/// The same path twice would be two truths; a bad name may be shown like another.
void sortEntries(std::vector<Entry>& entries)
{
    const auto byPath = [](const Entry& a, const Entry& b) { return a.path < b.path; };
    // All but the few folders that are left out come in their order.
    const auto middle =
        std::stable_partition(entries.begin(), entries.end(), [](const Entry& entry) {
            return entry.kind != EntryKind::Folder && entry.verdict.why != Why::BadName;
        });
    if (!std::is_sorted(entries.begin(), middle, byPath))
        std::sort(entries.begin(), middle, byPath);
    std::sort(middle, entries.end(), byPath);
    std::inplace_merge(entries.begin(), middle, entries.end(), byPath);
    entries.erase(std::unique(entries.begin(), entries.end(),
                              [](const Entry& a, const Entry& b) { return a.path == b.path; }),
                  entries.end());
}

Result<Walked> walked(const OpenFolder& root, const std::string& path, const RepositoryState& state,
                      Rules& rules, Told& told)
{
    if (state.kind == GitKind::Bare) {
        auto store = TRY(objectsOf(root, path, state.kind));
        return walkCommit(state.committed, store, rules, told);
    }
    const TrackedFiles tracked(state);
    ContentLooks looks(root, rules);
    auto found = TRY(TreeWalk(state, tracked, rules, looks, told).run(root));
    TRY(looks.finish(found.entries, told));
    addCount(found.notices, looks.numOtherLineEnds(),
             "a file differs from git's in its line ends alone (CRLF): it counts as unchanged and "
             "is read as it lies in the folder",
             "files differ from git's in their line ends alone (CRLF): they count as unchanged "
             "and are read as they lie in the folder");
    return found;
}

void addBadPaths(std::vector<Entry>& entries, const CommitFiles& committed)
{
    for (const BadPath& bad : committed.bad)
        entries.push_back({bad.shown,
                           EntryKind::File,
                           FileState::Committed,
                           0,
                           {},
                           {Why::BadName, bad.fault + ", in the commit"}});
}

} // namespace

Result<ListedFolder> listFolder(const OpenFolder& root, const std::string& path, const ListAsk& ask,
                                Told& told)
{
    auto state = ask.git == GitUse::Yes ? readRepository(root, path) : RepositoryState{};
    Rules rules(ask.choice);
    rules.exclude(state.exclude);
    auto found = TRY(walked(root, path, state, rules, told));
    ListedFolder listed;
    listed.entries = std::move(found.entries);
    addBadPaths(listed.entries, state.committed);
    sortEntries(listed.entries);
    const auto numAll = listed.entries.size();
    listed.entries.resize(std::min(numAll, kMostEntries));
    listed.end.commit = state.head.commit ? state.head.commit->hex() : std::string();
    listed.end.branch = state.head.branch;
    listed.end.isBare = state.kind == GitKind::Bare;
    listed.end.notices = std::move(state.notices);
    if (listed.end.isBare)
        listed.end.notices.emplace_back(
            "a bare repository: the files of its commit are listed, there are no others");
    if (state.staged)
        addIndexNotices(listed.end.notices, *state.staged);
    addAll(listed.end.notices, std::move(found.notices));
    if (numAll > kMostEntries)
        listed.end.notices.push_back(
            words("beyond ", kMostEntries, " names the last ", numAll - kMostEntries,
                  " are not listed: some of the commit's names cannot be files here"));
    return listed;
}

} // namespace tf::ingest
