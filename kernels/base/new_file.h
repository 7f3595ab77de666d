#pragma once

// A file that is written beside its place and appears there whole, or not at all.
//
// Until moveIntoPlace() it has another name, and goes away with this object. Thread: one at a time.
// Blocks: on the disk.

#include "kernels/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace tf {

class NewFile {
public:
    /// Whether a power cut may take it: a cache need not wait for the disk.
    enum class Durability : std::uint8_t { Cache, Safe };

    static Result<NewFile> create(const std::filesystem::path& path);
    /// The same for a file that nobody but its owner may read.
    static Result<NewFile> createPrivate(const std::filesystem::path& path);

    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&&) = delete;
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile();

    /// Busy at once when the disk has no room for so many bytes; they are then kept for it where
    /// the file system can do that.
    Result<> reserve(std::uint64_t numBytes) const;
    /// At the end of what is written.
    Result<> append(std::span<const std::byte> bytes);
    /// Over what is written, or beyond it.
    Result<> writeAt(std::uint64_t offset, std::span<const std::byte> bytes) const;
    [[nodiscard]] std::uint64_t numWritten() const { return m_numWritten; }

    /// Replaces what is there. After an error the old file is as it was.
    Result<> moveIntoPlace(Durability durability);

private:
    NewFile() = default;

    std::filesystem::path m_path;
    std::string m_temporaryPath;
    int m_descriptor = -1;
    unsigned m_mode = 0644;
    std::uint64_t m_numWritten = 0;
};

} // namespace tf
