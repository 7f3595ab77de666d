#pragma once

// Saves a context page by page; the file appears when it is whole and on the disk, or not at all.
//
// Pages come one at a time, because a context can be larger than what memory is free. Thread: one
// at a time. Blocks: on the disk.

#include "engine/context/context_header.h"
#include "kernels/base/cancel.h"
#include "kernels/base/new_file.h"

#include <functional>

namespace tf::engine {

class ContextWriter {
public:
    /// Busy at once when the disk has no room for it.
    static Result<ContextWriter> create(const std::filesystem::path& path, ContextHeader header);

    [[nodiscard]] const ContextHeader& header() const { return m_header; }

    /// The next page, from the first on. Requires: of the header's size, and not one too many.
    Result<> append(std::span<const std::byte> page);
    /// Requires: all pages came.
    Result<> finish();

private:
    ContextWriter(NewFile file, ContextHeader header);

    NewFile m_file;
    ContextHeader m_header;
    std::vector<std::uint64_t> m_pageHashes;
};

/// The bytes of a page; they are needed until the next one is asked for.
using PageSource = std::function<Result<std::span<const std::byte>>(std::int64_t pageIdx)>;
using PageProgress = std::function<void(std::int64_t numDone, std::int64_t numPages)>;

/// All of it. After an error or a cancel there is no new file, and the old one is as it was.
Result<> saveContext(const std::filesystem::path& path, ContextHeader header,
                     const PageSource& source, const PageProgress& progress,
                     const CancelToken& cancel);

} // namespace tf::engine
