#include "app/ingest/git/commit_files.h"

#include "app/ingest/reader/beneath/safe_name.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <map>
#include <utility>

namespace tf::ingest {

namespace {

constexpr std::size_t kNameBytes = 20;
constexpr std::size_t kMostModeDigits = 6;

struct TreeEntry {
    std::uint32_t mode = 0;
    std::string_view name;
    ObjectName object;
};

/// "MODE NAME\0" and the 20 bytes of the object's name, taken from the front.
Result<TreeEntry> takeEntry(std::string_view& rest)
{
    TreeEntry entry;
    const auto space = rest.find(' ');
    const auto end = rest.find('\0');
    if (space == 0 || space > kMostModeDigits || end == std::string_view::npos || end < space
        || rest.size() - end - 1 < kNameBytes)
        return Error(Code::Corrupt, "a tree of the commit is cut off or damaged");
    for (const char digit : rest.substr(0, space)) {
        if (digit < '0' || digit > '7')
            return Error(Code::Corrupt, "a tree of the commit is damaged");
        entry.mode = entry.mode * 8 + static_cast<std::uint32_t>(digit - '0');
    }
    entry.name = rest.substr(space + 1, end - space - 1);
    entry.object = ObjectName::fromBytes(rest.substr(end + 1, kNameBytes));
    rest.remove_prefix(end + 1 + kNameBytes);
    return entry;
}

class TreeReading {
public:
    TreeReading(ObjectStore& store, const TreeLimits& limits)
        : m_store(store)
        , m_limits(limits)
    {
    }

    Result<> read(const ObjectName& tree, const std::string& folder, std::size_t depth)
    {
        // A few trees that hold each other many times make more folders than anything can hold.
        if (++m_visits[tree] > m_limits.visits)
            return Error(
                Code::BadInput,
                words("its commit holds the same folder more than ", m_limits.visits, " times"));
        const auto bytes = TRY(m_store.read(tree, ObjectKind::Tree, m_limits.treeBytes));
        std::string_view rest = bytes;
        while (!rest.empty())
            TRY(take(TRY(takeEntry(rest)), folder, depth));
        return {};
    }

    CommitFiles finish()
    {
        const auto byPath = [](const CommitFile& a, const CommitFile& b) {
            return a.path < b.path;
        };
        if (!std::is_sorted(m_found.files.begin(), m_found.files.end(), byPath))
            std::sort(m_found.files.begin(), m_found.files.end(), byPath);
        return std::move(m_found);
    }

private:
    Result<> take(const TreeEntry& entry, const std::string& folder, std::size_t depth)
    {
        constexpr std::uint32_t kFolder = 0040000;
        if (++m_numEntries > m_limits.entries)
            return Error(Code::BadInput,
                         words("its commit holds more than ", m_limits.entries, " entries"));
        auto path = folder.empty() ? std::string(entry.name) : words(folder, '/', entry.name);
        if (auto fault = faultOf(entry, path)) {
            m_found.bad.push_back({shownName(path), std::move(*fault)});
            return {};
        }
        if (entry.mode != kFolder) {
            m_found.files.push_back({std::move(path), modeOf(entry.mode), entry.object});
            return {};
        }
        if (depth == m_limits.depth)
            return Error(Code::BadInput,
                         words("its commit holds folders in folders, more than ", m_limits.depth));
        return read(entry.object, path, depth + 1);
    }

    static std::optional<std::string> faultOf(const TreeEntry& entry, const std::string& path)
    {
        if (entry.name == ".git")
            return "a name that belongs to git itself";
        if (path.size() > kMostPathBytes)
            return pathFault(path);
        return nameFault(entry.name);
    }

    static TreeMode modeOf(std::uint32_t mode)
    {
        constexpr std::uint32_t kKind = 0170000;
        if ((mode & kKind) == 0120000)
            return TreeMode::Link;
        return (mode & kKind) == 0160000 ? TreeMode::Submodule : TreeMode::File;
    }

    ObjectStore& m_store;
    TreeLimits m_limits;
    std::size_t m_numEntries = 0;
    std::map<ObjectName, std::size_t> m_visits;
    CommitFiles m_found;
};

} // namespace

Result<CommitFiles> filesOf(ObjectStore& store, const ObjectName& tree, const TreeLimits& limits)
{
    TreeReading reading(store, limits);
    TRY(reading.read(tree, {}, 0));
    return reading.finish();
}

} // namespace tf::ingest
