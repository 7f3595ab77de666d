#include "app/ingest/reader/helper/commit_walk.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <utility>

namespace tf::ingest {

namespace {

constexpr std::int64_t kMostCommittedIgnoreBytes = 1 << 20;
constexpr std::size_t kCommittedHeadBytes = 8192;

class CommitWalk {
public:
    CommitWalk(const CommitFiles& files, ObjectStore& store, Rules& rules, Told& told)
        : m_files(files.files)
        , m_store(store)
        , m_rules(rules)
        , m_told(told)
    {
    }

    Result<Walked> run()
    {
        enter({});
        for (m_at = 0; m_at < m_files.size();) {
            TRY(m_told.tell(m_walked.entries.size()));
            const CommitFile& file = m_files[m_at];
            while (!isIn(file.path, m_folders.back()))
                leave();
            if (goDown(file.path))
                continue;
            TRY(take(file));
            ++m_at;
        }
        while (!m_folders.empty())
            leave();
        return std::move(m_walked);
    }

private:
    static bool isIn(const std::string& path, const std::string& folder)
    {
        return folder.empty() || (path.starts_with(folder) && path[folder.size()] == '/');
    }

    /// One folder closer to the file; false when it lies right here.
    bool goDown(const std::string& path)
    {
        const std::string& here = m_folders.back();
        const auto begin = here.empty() ? 0 : here.size() + 1;
        const auto end = path.find('/', begin);
        if (end == std::string::npos)
            return false;
        auto folder = path.substr(0, end);
        auto verdict = m_rules.folder(folder);
        if (verdict.why == Why::Included || verdict.why == Why::IgnoredByGit) {
            enter(std::move(folder));
            return true;
        }
        while (m_at < m_files.size() && isIn(m_files[m_at].path, folder))
            ++m_at;
        m_walked.entries.push_back({std::move(folder),
                                    EntryKind::Folder,
                                    FileState::Committed,
                                    0,
                                    {},
                                    std::move(verdict)});
        return true;
    }

    /// Everything is tracked, so .gitignore has no say.
    void enter(std::string folder)
    {
        const auto name = folder.empty() ? ".trifoldignore" : folder + "/.trifoldignore";
        const auto found = std::lower_bound(
            m_files.begin(), m_files.end(), name,
            [](const CommitFile& file, const std::string& path) { return file.path < path; });
        std::optional<std::string> ours;
        if (found != m_files.end() && found->path == name && found->mode == TreeMode::File) {
            auto text = m_store.read(found->name, ObjectKind::Blob, kMostCommittedIgnoreBytes);
            if (text)
                ours = std::move(*text);
        }
        m_rules.enter(folder, std::nullopt, ours);
        m_folders.push_back(std::move(folder));
    }

    void leave()
    {
        m_rules.leave();
        m_folders.pop_back();
    }

    Result<> take(const CommitFile& file)
    {
        if (m_walked.entries.size() == kMostEntries)
            return Error(Code::BadInput,
                         words("its commit holds more than ", kMostEntries,
                               " files, the most that are listed"));
        Entry entry{file.path, EntryKind::File, FileState::Committed, 0, file.name.hex(), {}};
        if (file.mode == TreeMode::File) {
            judge(file, entry);
        } else {
            const bool isLink = file.mode == TreeMode::Link;
            entry.kind = isLink ? EntryKind::Link : EntryKind::Submodule;
            entry.verdict = {Why::NotAFile,
                             isLink ? "a link, which is not followed"
                                    : "a submodule, which is not read"};
        }
        m_walked.entries.push_back(std::move(entry));
        return {};
    }

    void judge(const CommitFile& file, Entry& entry)
    {
        const auto size = m_store.size(file.name, ObjectKind::Blob);
        if (!size) {
            entry.verdict = {Why::Unreadable, size.error().text};
            return;
        }
        entry.size = *size;
        entry.verdict = m_rules.file(file.path, *size, Rules::Tracked::Yes);
        if (entry.verdict.why != Why::Included)
            return;
        auto bytes = m_store.read(file.name, ObjectKind::Blob, kMostFileBytes);
        entry.verdict = bytes
            ? m_rules.content(file.path, std::string_view(*bytes).substr(0, kCommittedHeadBytes))
            : Verdict{Why::Unreadable, bytes.error().text};
    }

    const std::vector<CommitFile>& m_files;
    ObjectStore& m_store;
    Rules& m_rules;
    Told& m_told;
    std::size_t m_at = 0;
    std::vector<std::string> m_folders; ///< from the root to where we are
    Walked m_walked;
};

} // namespace

Result<Walked> walkCommit(const CommitFiles& files, ObjectStore& store, Rules& rules, Told& told)
{
    return CommitWalk(files, store, rules, told).run();
}

} // namespace tf::ingest
