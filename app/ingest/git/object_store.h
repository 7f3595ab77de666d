#pragma once

// The objects of a repository: loose and packed, from one folder, each no larger than expected.
//
// Other folders that it names (alternates) are not looked into. The size that an object's header
// promises is compared with what is allowed before anything is unpacked. Thread: one at a time.

#include "app/ingest/git/object_name.h"

#include <memory>
#include <string>

struct git_odb;

namespace tf::ingest {

enum class ObjectKind : std::uint8_t { Commit, Tree, Blob };

class ObjectStore {
public:
    /// `objects` is the folder of that name. Requires: a GitLibrary that outlives it.
    static Result<ObjectStore> open(const std::string& objects);

    /// NotFound, or Corrupt when it is of another kind, damaged, or larger than `mostBytes`.
    Result<std::string> read(const ObjectName& name, ObjectKind kind, std::int64_t mostBytes);
    /// What read() would give, in bytes.
    Result<std::int64_t> size(const ObjectName& name, ObjectKind kind);
    /// The tree of a commit.
    Result<ObjectName> treeOf(const ObjectName& commit);

private:
    struct Free {
        void operator()(git_odb* odb) const;
    };

    explicit ObjectStore(git_odb* odb);

    std::unique_ptr<git_odb, Free> m_odb;
};

} // namespace tf::ingest
