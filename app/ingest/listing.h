#pragma once

// What a repository, folder or unpacked archive holds: every path once, with the reason when it is
// left out.
//
// Plain values, sorted by the bytes of their paths. A folder that is left out as a whole is one
// entry. Nothing here was executed or obeyed to learn it. Thread: any.

#include <cstdint>
#include <string>
#include <vector>

namespace tf::ingest {

enum class EntryKind : std::uint8_t {
    File,
    Folder, ///< left out with all that is in it
    Link, ///< never followed
    Submodule, ///< listed, never fetched
    Special, ///< pipe, socket, device: never opened
};

/// Where the content of a file comes from. Changed lies over the commit; Untracked is not in it;
/// Plain is a file of a folder without git.
enum class FileState : std::uint8_t { Committed, Changed, Untracked, Plain };

/// Why an entry is not sent; Included when it is.
enum class Why : std::uint8_t {
    Included,
    IgnoredByGit,
    IgnoredByUs, ///< .trifoldignore
    Rule, ///< a glob of the user's
    VersionControl, ///< .git, .hg, .svn
    Secret, ///< .env, key files: by name
    Binary,
    Generated,
    Vendored,
    LockFile,
    LargeFilePointer, ///< of Git LFS: the content is elsewhere
    TooBig,
    NotAFile, ///< a link, a submodule, a device
    Unreadable,
    BadName, ///< a path that could reach outside, or that is not UTF-8
};

struct Verdict {
    Why why = Why::Included;
    std::string detail; ///< ".gitignore line 12: *.o", "rule -**/testdata/**", "over 1 MB"

    bool operator==(const Verdict&) const = default;
};

struct Entry {
    std::string path = {}; ///< from the root, with '/', UTF-8
    EntryKind kind = EntryKind::File;
    FileState state = FileState::Plain;
    std::int64_t size = 0;
    /// Git's name of the content, 40 hexadecimal digits; empty while nobody has read it.
    std::string blob = {};
    Verdict verdict = {};

    bool operator==(const Entry&) const = default;
};

struct Listing {
    std::string title; ///< the name of the root folder
    std::string commit; ///< 40 digits; empty without git
    std::string branch; ///< empty: detached, or without git
    std::vector<Entry> entries;
    std::vector<std::string> notices; ///< what was found and not obeyed, in words for the user

    bool operator==(const Listing&) const = default;
};

} // namespace tf::ingest
