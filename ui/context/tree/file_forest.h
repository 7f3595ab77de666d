#pragma once

// The files of a source as a tree of folders, with what each costs and whether it is sent.
//
// Made of a listing and a plan, away from the main thread; afterwards a plain value. Nodes stand
// in the order of their paths: a folder, then all that is in it. Node 0 is the root.
// Thread: any, one at a time.

#include "app/workspace/tray/repository_look.h"

#include <span>
#include <string_view>
#include <unordered_map>

namespace tf::ui {

using FileId = std::int32_t;
inline constexpr FileId kNoFile = -1;
inline constexpr FileId kRootFile = 0;

/// What a row says of a file, or of all in a folder.
enum class FileMark : std::uint8_t {
    Sent,
    Partly, ///< of a folder
    LeftOut,
    NoRoom, ///< it was cut
    Secret,
    Huge, ///< more bytes than a file may have
    Unfit, ///< no rule can bring it in: a picture, a link, what cannot be read
};

enum class FileNews : std::uint8_t { None, Changed, Added };

enum class Taken : std::uint8_t { No, Yes };

struct FileNode {
    FileId parent = kNoFile;
    FileId numBelow = 0; ///< nodes in it, at any depth: they follow it
    std::uint32_t entry = 0; ///< in the listing; of a folder: of something in it
    std::uint32_t pathSize = 0; ///< of its path, which that entry's begins with
    std::uint32_t nameBegin = 0; ///< in the path
    FileMark mark = FileMark::LeftOut;
    FileNews news = FileNews::None;
    bool isFolder = false; ///< that is looked into; one that is left out as a whole is a leaf
    bool isPending = false; ///< the user's choice of just now: not read yet
    std::int64_t sent = 0; ///< tokens
    std::int64_t whole = 0; ///< tokens, if all that can be sent were
    std::int32_t numSent = 0; ///< files
    std::int32_t numFit = 0; ///< files that can be sent
};

/// The changes since an answer, as entries of the listing.
struct FileChanges {
    std::vector<std::size_t> added;
    std::vector<std::size_t> changed;
};

class FileForest {
public:
    FileForest() = default;
    explicit FileForest(std::shared_ptr<const workspace::RepositoryLook> look,
                        const FileChanges& changes = {});

    [[nodiscard]] FileId size() const { return static_cast<FileId>(m_nodes.size()); }
    [[nodiscard]] const FileNode& at(FileId id) const
    {
        return m_nodes[static_cast<std::size_t>(id)];
    }
    [[nodiscard]] std::string_view path(FileId id) const;
    [[nodiscard]] std::string_view name(FileId id) const;
    /// Of a leaf.
    [[nodiscard]] const ingest::Entry& entry(FileId id) const;
    /// Why it was cut; nullptr: it was not.
    [[nodiscard]] const ingest::Cut* cut(FileId id) const;
    /// kNoFile: there is none of that path.
    [[nodiscard]] FileId find(std::string_view path) const;
    [[nodiscard]] const std::shared_ptr<const workspace::RepositoryLook>& look() const
    {
        return m_look;
    }

    /// As it will be once the source is read with that choice; only what a rule can bring in.
    void choose(FileId id, Taken taken);

private:
    class Growing;

    void addUp(FileId folder);
    void addUpAbove(FileId id);

    std::shared_ptr<const workspace::RepositoryLook> m_look;
    std::vector<FileNode> m_nodes;
    std::unordered_map<std::string_view, FileId> m_folders; ///< by path
    std::vector<FileId> m_leaves; ///< one an entry
    std::unordered_map<FileId, const ingest::Cut*> m_cuts;
};

/// True for what a rule of the user's can bring in.
[[nodiscard]] bool canBeTaken(ingest::Why why);
/// True for what a rule brings in with the folder that it is in; other kinds have to be named.
[[nodiscard]] bool comesWithFolder(ingest::Why why);

} // namespace tf::ui
