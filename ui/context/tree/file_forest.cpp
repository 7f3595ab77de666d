#include "ui/context/tree/file_forest.h"

#include <algorithm>

namespace tf::ui {

using ingest::Entry;
using ingest::Why;

namespace {

FileMark markOf(Why why)
{
    if (why == Why::Included)
        return FileMark::Sent;
    if (why == Why::Secret)
        return FileMark::Secret;
    if (why == Why::TooBig)
        return FileMark::Huge;
    return canBeTaken(why) ? FileMark::LeftOut : FileMark::Unfit;
}

FileMark markOfFolder(const FileNode& folder, bool hasNoRoom)
{
    if (folder.numFit == 0)
        return FileMark::Unfit;
    if (folder.numSent == folder.numFit)
        return FileMark::Sent;
    if (folder.numSent > 0)
        return FileMark::Partly;
    return hasNoRoom ? FileMark::NoRoom : FileMark::LeftOut;
}

} // namespace

bool canBeTaken(Why why)
{
    switch (why) {
    case Why::Included:
    case Why::IgnoredByGit:
    case Why::IgnoredByUs:
    case Why::Rule:
    case Why::Secret:
    case Why::Generated:
    case Why::Vendored:
    case Why::LockFile:
    case Why::TooBig:
        return true;
    case Why::VersionControl:
    case Why::Binary:
    case Why::LargeFilePointer:
    case Why::NotAFile:
    case Why::Unreadable:
    case Why::BadName:
        break;
    }
    return false;
}

bool comesWithFolder(Why why)
{
    return why == Why::Included || why == Why::IgnoredByGit || why == Why::IgnoredByUs
        || why == Why::Rule;
}

/// Entries come sorted, so that the folders of one are open while those of the next begin.
class FileForest::Growing {
public:
    explicit Growing(FileForest& forest)
        : m_forest(forest)
    {
        FileNode root;
        root.isFolder = true;
        m_forest.m_nodes.push_back(root);
        m_open.push_back({kRootFile, 0});
    }

    void add(std::uint32_t idx)
    {
        const std::string& path = entries()[idx].path;
        leaveFor(path);
        std::size_t begin = m_open.back().pathSize == 0 ? 0 : m_open.back().pathSize + 1;
        for (auto slash = path.find('/', begin); slash != std::string::npos;
             slash = path.find('/', begin)) {
            const FileId folder = push(idx, slash, begin);
            m_forest.m_nodes.back().isFolder = true;
            m_forest.m_folders.emplace(std::string_view(path).substr(0, slash), folder);
            m_open.push_back({folder, slash});
            begin = slash + 1;
        }
        m_forest.m_leaves.push_back(push(idx, path.size(), begin));
        describe(idx);
    }

    void finish()
    {
        while (!m_open.empty())
            close();
    }

private:
    struct Open {
        FileId id;
        std::size_t pathSize;
    };

    [[nodiscard]] const std::vector<Entry>& entries() const
    {
        return m_forest.m_look->found->listing.entries;
    }

    void close()
    {
        const FileId id = m_open.back().id;
        m_forest.m_nodes[static_cast<std::size_t>(id)].numBelow = m_forest.size() - id - 1;
        m_open.pop_back();
    }

    void leaveFor(std::string_view path)
    {
        const auto isIn = [&](const Open& folder) {
            const auto size = folder.pathSize;
            return size == 0
                || (path.size() > size && path[size] == '/'
                    && path.substr(0, size) == m_forest.path(folder.id));
        };
        while (!isIn(m_open.back()))
            close();
    }

    FileId push(std::uint32_t idx, std::size_t pathSize, std::size_t nameBegin)
    {
        FileNode node;
        node.parent = m_open.back().id;
        node.entry = idx;
        node.pathSize = static_cast<std::uint32_t>(pathSize);
        node.nameBegin = static_cast<std::uint32_t>(nameBegin);
        m_forest.m_nodes.push_back(node);
        return m_forest.size() - 1;
    }

    void describe(std::uint32_t idx)
    {
        FileNode& node = m_forest.m_nodes.back();
        const auto& counts = m_forest.m_look->found->counts;
        node.mark = markOf(entries()[idx].verdict.why);
        node.whole = idx < counts.size() ? counts[idx].tokens : 0;
    }

    FileForest& m_forest;
    std::vector<Open> m_open;
};

FileForest::FileForest(std::shared_ptr<const workspace::RepositoryLook> look,
                       const FileChanges& changes)
    : m_look(std::move(look))
{
    const auto& entries = m_look->found->listing.entries;
    m_nodes.reserve(entries.size() * 5 / 4 + 1);
    m_leaves.reserve(entries.size());
    Growing growing(*this);
    for (std::uint32_t idx = 0; idx < entries.size(); ++idx)
        growing.add(idx);
    growing.finish();
    const auto leafOf = [this](std::size_t idx) -> FileNode& {
        return m_nodes[static_cast<std::size_t>(m_leaves[idx])];
    };
    for (const ingest::PackedFile& file : m_look->plan.files)
        leafOf(file.entry).whole = file.tokens;
    for (const ingest::Cut& cut : m_look->plan.cuts) {
        const FileId id = find(cut.path);
        if (id == kNoFile)
            continue;
        m_nodes[static_cast<std::size_t>(id)].mark = FileMark::NoRoom;
        m_nodes[static_cast<std::size_t>(id)].whole = cut.tokens;
        m_cuts.emplace(id, &cut);
    }
    for (const std::size_t idx : changes.changed)
        leafOf(idx).news = FileNews::Changed;
    for (const std::size_t idx : changes.added)
        leafOf(idx).news = FileNews::Added;
    addUp(kRootFile);
}

std::string_view FileForest::path(FileId id) const
{
    const FileNode& node = at(id);
    if (id == kRootFile)
        return {};
    return std::string_view(m_look->found->listing.entries[node.entry].path)
        .substr(0, node.pathSize);
}

std::string_view FileForest::name(FileId id) const
{
    return path(id).substr(at(id).nameBegin);
}

const Entry& FileForest::entry(FileId id) const
{
    return m_look->found->listing.entries[at(id).entry];
}

const ingest::Cut* FileForest::cut(FileId id) const
{
    const auto found = m_cuts.find(id);
    return found == m_cuts.end() ? nullptr : found->second;
}

FileId FileForest::find(std::string_view path) const
{
    if (path.empty() || !m_look)
        return kNoFile;
    const auto& entries = m_look->found->listing.entries;
    const auto leaf = std::lower_bound(
        entries.begin(), entries.end(), path,
        [](const Entry& entry, std::string_view wanted) { return entry.path < wanted; });
    if (leaf != entries.end() && leaf->path == path)
        return m_leaves[static_cast<std::size_t>(leaf - entries.begin())];
    const auto folder = m_folders.find(path);
    return folder == m_folders.end() ? kNoFile : folder->second;
}

/// Of that folder and of all in it. What is in a folder stands behind it, so from the last one on.
void FileForest::addUp(FileId folder)
{
    const FileId last = folder + at(folder).numBelow;
    std::vector<bool> hasNoRoom(static_cast<std::size_t>(last - folder) + 1);
    const auto node = [this](FileId id) -> FileNode& {
        return m_nodes[static_cast<std::size_t>(id)];
    };
    for (FileId id = folder; id <= last; ++id) {
        if (!at(id).isFolder)
            continue;
        node(id).sent = node(id).whole = 0;
        node(id).numSent = node(id).numFit = 0;
    }
    for (FileId id = last; id >= folder; --id) {
        FileNode& here = node(id);
        const auto place = static_cast<std::size_t>(id - folder);
        if (here.isFolder) {
            here.mark = markOfFolder(here, hasNoRoom[place]);
        } else {
            const bool isSent = here.mark == FileMark::Sent;
            here.sent = isSent ? here.whole : 0;
            here.numSent = isSent ? 1 : 0;
            here.numFit = here.mark == FileMark::Unfit ? 0 : 1;
            hasNoRoom[place] = here.mark == FileMark::NoRoom;
        }
        if (id == folder)
            break;
        FileNode& above = node(here.parent);
        above.sent += here.sent;
        above.whole += here.mark == FileMark::Unfit ? 0 : here.whole;
        above.numSent += here.numSent;
        above.numFit += here.numFit;
        if (hasNoRoom[place])
            hasNoRoom[static_cast<std::size_t>(here.parent - folder)] = true;
    }
}

/// The folders that hold it, from what they hold directly.
void FileForest::addUpAbove(FileId id)
{
    for (FileId folder = at(id).parent; folder != kNoFile; folder = at(folder).parent) {
        FileNode& sum = m_nodes[static_cast<std::size_t>(folder)];
        sum.sent = sum.whole = 0;
        sum.numSent = sum.numFit = 0;
        bool hasNoRoom = false;
        for (FileId child = folder + 1; child <= folder + sum.numBelow;
             child += at(child).numBelow + 1) {
            const FileNode& part = at(child);
            sum.sent += part.sent;
            sum.whole += part.mark == FileMark::Unfit ? 0 : part.whole;
            sum.numSent += part.numSent;
            sum.numFit += part.numFit;
            hasNoRoom = hasNoRoom || part.mark == FileMark::NoRoom;
        }
        sum.mark = markOfFolder(sum, hasNoRoom);
    }
}

void FileForest::choose(FileId id, Taken taken)
{
    for (FileId below = id; below <= id + at(id).numBelow; ++below) {
        FileNode& node = m_nodes[static_cast<std::size_t>(below)];
        if (node.isFolder)
            continue;
        const Why why = entry(below).verdict.why;
        if (!(below == id ? canBeTaken(why) : comesWithFolder(why)))
            continue;
        // What was cut stays cut until there is room for it.
        const bool staysCut = taken == Taken::Yes && node.mark == FileMark::NoRoom;
        node.mark = staysCut      ? FileMark::NoRoom
            : taken == Taken::Yes ? FileMark::Sent
                                  : FileMark::LeftOut;
        node.isPending = !staysCut;
    }
    addUp(id);
    addUpAbove(id);
}

} // namespace tf::ui
