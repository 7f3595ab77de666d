#pragma once

// Files and folders made beneath one open folder, new and with no rights but their owner's.
//
// Links are never made and the folder begins empty, so a path beneath it stays beneath it. Thread:
// one at a time. Blocks: on the disk.

#include "kernels/base/result.h"
#include "vision/media/descriptor.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace tf::ingest {

class TreeWriter {
public:
    /// Requires: the folder is empty and stays open.
    explicit TreeWriter(int folder)
        : m_folder(folder)
    {
    }

    /// With those above it that are missing.
    Result<> makeFolder(const std::string& path);
    /// An empty file; one of that name is replaced. Corrupt when there is a folder of that name.
    Result<> beginFile(const std::string& path);
    /// Requires: beginFile().
    Result<> writeAt(std::int64_t offset, std::span<const std::byte> bytes) const;
    /// The file gets that size, whatever of it was written.
    Result<> endFile(std::int64_t size);

    [[nodiscard]] std::int64_t numFoldersMade() const { return m_numFoldersMade; }
    [[nodiscard]] std::int64_t numReplaced() const { return m_numReplaced; }

private:
    Result<> makeFolders(const std::string& path, std::size_t end);

    int m_folder;
    vision::Descriptor m_file;
    std::string m_path; ///< of the file
    std::int64_t m_numFoldersMade = 0;
    std::int64_t m_numReplaced = 0;
};

} // namespace tf::ingest
