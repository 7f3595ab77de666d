#include "app/ingest/reader/helper/tracked_files.h"

#include <algorithm>

namespace tf::ingest {

namespace {

constexpr std::uint32_t kSubmoduleMode = 0160000;

template <class File>
bool anyBelow(const std::vector<File>& files, const std::string& beginning)
{
    const auto first = std::lower_bound(
        files.begin(), files.end(), beginning,
        [](const File& file, const std::string& path) { return file.path < path; });
    return first != files.end() && first->path.starts_with(beginning);
}

} // namespace

bool TrackedFile::isSubmodule() const
{
    if (staged != nullptr)
        return staged->mode == kSubmoduleMode;
    return committed != nullptr && committed->mode == TreeMode::Submodule;
}

std::optional<ObjectName> TrackedFile::content() const
{
    if (staged != nullptr)
        return staged->isConflict ? std::nullopt : std::optional(staged->name);
    return committed != nullptr ? std::optional(committed->name) : std::nullopt;
}

FileState TrackedFile::stateOf(const ObjectName& content) const
{
    const bool isConflict = staged != nullptr && staged->isConflict;
    const bool isCommitted = committed != nullptr && committed->name == content;
    return isCommitted && !isConflict ? FileState::Committed : FileState::Changed;
}

TrackedFiles::TrackedFiles(const RepositoryState& state)
    : m_state(state)
{
    m_files.reserve(
        std::max(state.committed.files.size(), state.staged ? state.staged->files.size() : 0));
    if (!state.staged) {
        for (const CommitFile& file : state.committed.files)
            m_files[file.path].committed = &file;
        return;
    }
    for (const StagedFile& file : state.staged->files)
        m_files[file.path].staged = &file;
    for (const CommitFile& file : state.committed.files) {
        if (const auto found = m_files.find(file.path); found != m_files.end())
            found->second.committed = &file;
    }
}

TrackedFile TrackedFiles::find(const std::string& path) const
{
    const auto found = m_files.find(path);
    return found == m_files.end() ? TrackedFile{} : found->second;
}

bool TrackedFiles::hasBelow(const std::string& folder) const
{
    const auto beginning = folder + '/';
    return m_state.staged ? anyBelow(m_state.staged->files, beginning)
                          : anyBelow(m_state.committed.files, beginning);
}

} // namespace tf::ingest
