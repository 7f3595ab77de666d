#pragma once

// A folder that is open, and the way to what lies beneath it and nowhere else.
//
// Paths are followed by the kernel with every way out shut: no links, no "..", no other file
// system. Pipes, sockets and devices are looked at and never opened. Thread: any.

#include "app/ingest/reader/beneath/open_file.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tf::ingest {

enum class ChildKind : std::uint8_t { File, Folder, Link, Special };

struct Child {
    std::string name;
    ChildKind kind = ChildKind::File;
};

class OpenFolder {
public:
    /// BadInput when it is no folder.
    static Result<OpenFolder> of(vision::Descriptor descriptor);
    /// By its path, for whoever chose it: links on the way to it are followed.
    static Result<OpenFolder> at(const std::string& path);

    [[nodiscard]] int descriptor() const { return m_descriptor.number(); }

    Result<OpenFolder> folder(const std::string& path) const;
    Result<OpenFile> file(const std::string& path) const;
    /// Faster; for what was seen to be a file a moment ago.
    Result<OpenFile> seenFile(const std::string& path) const;
    /// The same, read whole; once more when it changes meanwhile.
    Result<std::string> read(const std::string& path, std::int64_t mostBytes) const;
    /// The thing itself when it is a link. `name` is that of a child.
    Result<struct stat> look(const std::string& name) const;
    /// In no order. BadInput when there are more.
    Result<std::vector<Child>> children(std::size_t most) const;

private:
    explicit OpenFolder(vision::Descriptor descriptor);

    vision::Descriptor m_descriptor;
};

[[nodiscard]] ChildKind kindOf(mode_t mode);

/// What openat2 gives for a path beneath a folder; -1 and errno when it does not.
[[nodiscard]] vision::Descriptor openBeneath(int folder, const char* path, std::uint64_t flags);

} // namespace tf::ingest
