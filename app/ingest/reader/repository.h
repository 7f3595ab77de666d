#pragma once

// A repository or folder seen through a process that can read it and do nothing else.
//
// trifold-read opens no file outside the root, writes nothing, starts nothing and has no network;
// what kills it is an error here, and the next call starts another. Each object has a process of
// its own. Thread: one at a time. Blocks: until it is answered.

#include "app/ingest/listing.h"
#include "app/ingest/rules/rules.h"
#include "kernels/base/cancel.h"
#include "kernels/base/result.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace tf::ingest {

/// Entries found so far.
using Listed = std::function<void(std::int64_t entries)>;

struct FileContent {
    std::string bytes;
    std::string blob; ///< git's name of these bytes
};

class Repository {
public:
    static Result<Repository> open(const std::filesystem::path& root);
    Repository(Repository&&) noexcept;
    Repository& operator=(Repository&&) noexcept;
    ~Repository();

    Result<Listing> list(const RuleChoice& choice, const CancelToken& cancel,
                         const Listed& progress = {});
    /// BadInput when it is no file, Corrupt when a committed blob is damaged.
    Result<FileContent> read(const Entry& entry, const CancelToken& cancel);

private:
    class Process;
    explicit Repository(std::unique_ptr<Process> process);
    std::unique_ptr<Process> m_process;
};

} // namespace tf::ingest
