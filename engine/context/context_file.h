#pragma once

// A saved context, mapped for reading: its text, and the pages of its cache, each checked.
//
// The head is checked when the file is opened, a page when it is handed out; a file that is cut off
// meanwhile is found out as well. Only when every page has been taken without an error is the
// context whole: until then nothing of it may be used. Thread: any. Blocks: on the disk.

#include "engine/context/context_header.h"
#include "kernels/base/mapped_file.h"

namespace tf::engine {

class ContextFile {
public:
    /// The error of a damaged or foreign file names it.
    static Result<ContextFile> open(const std::filesystem::path& path);

    [[nodiscard]] const ContextHeader& header() const { return m_head.header; }

    /// The bytes of a page, as they were saved. Corrupt when they are not. Requires: it exists.
    Result<std::span<const std::byte>> page(std::int64_t pageIdx) const;

private:
    ContextFile(std::filesystem::path path, MappedFile file, ContextHead head);

    std::filesystem::path m_path;
    MappedFile m_file;
    ContextHead m_head;
};

} // namespace tf::engine
