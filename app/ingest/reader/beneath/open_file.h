#pragma once

// A regular file that is open for reading, and what it was when it was opened.
//
// Files change while they are read: whole() says so instead of giving a mixture.

#include "kernels/base/result.h"
#include "vision/media/descriptor.h"

#include <string>

#include <sys/stat.h>

namespace tf::ingest {

class OpenFile {
public:
    /// BadInput when it is no regular file.
    static Result<OpenFile> of(vision::Descriptor descriptor);

    [[nodiscard]] const struct stat& facts() const { return m_facts; }
    [[nodiscard]] std::int64_t size() const { return m_facts.st_size; }

    /// BadInput when it is longer, Busy when it changed meanwhile.
    Result<std::string> whole(std::int64_t mostBytes) const;
    /// Its first bytes, fewer when it is shorter.
    Result<std::string> head(std::int64_t numBytes) const;

private:
    OpenFile(vision::Descriptor descriptor, const struct stat& facts);
    [[nodiscard]] bool isUnchanged() const;

    vision::Descriptor m_descriptor;
    struct stat m_facts;
};

/// True when two looks at a file saw the same bytes, as far as its times and size tell.
[[nodiscard]] bool isSameState(const struct stat& before, const struct stat& after);

} // namespace tf::ingest
