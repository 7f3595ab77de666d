#pragma once

// Files of a conversation's sources as they are at this moment.
//
// Folders are read through the process that can do nothing else; what was fetched or unpacked is
// read where it lies, and never fetched anew. Thread: one at a time. Blocks: until it is read.

#include "app/ingest/reader/repository.h"
#include "app/session/session.h"

#include <map>
#include <optional>

namespace tf::workspace {

class SourceNow {
public:
    SourceNow(std::vector<session::Source> sources, CancelToken cancel);

    /// Of the first source that has it, the latest first; nothing: they were read, and none has.
    Result<std::optional<std::string>> read(const std::string& path);

private:
    struct Opened {
        ingest::Repository repository;
        std::map<std::string, ingest::Entry> entries; ///< of what is read by its listing alone
        bool isListed = false;
    };

    Result<Opened*> open(const session::Source& source);
    Result<std::optional<std::string>> readFrom(const session::Source& source,
                                                const std::string& path);

    std::vector<session::Source> m_sources;
    CancelToken m_cancel;
    std::map<std::string, Opened> m_opened; ///< by place
};

} // namespace tf::workspace
