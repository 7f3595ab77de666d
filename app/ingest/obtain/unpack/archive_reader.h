#pragma once

// A zip or tar archive read from an open file, entry after entry, through libarchive.
//
// What it is, and what it is compressed with, is told by its content. Nothing that it says is
// believed: names, sizes and kinds are for the caller to judge. Thread: one at a time.

#include "kernels/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

struct archive;
struct archive_entry;

namespace tf::ingest {

enum class ArchivedKind : std::uint8_t { File, Folder, Link, Special };

struct ArchivedEntry {
    std::string name;
    ArchivedKind kind = ArchivedKind::File;
    std::string linkTo; ///< of a link
    std::int64_t size = 0; ///< as is said; 0 when it is not
    bool isEncrypted = false;
};

/// Bytes of a file and where they lie in it; valid until the next call.
struct ArchivedBlock {
    std::span<const std::byte> bytes;
    std::int64_t offset = 0;
};

class ArchiveReader {
public:
    /// BadInput when it is neither. Requires: the file can be sought and stays open.
    static Result<ArchiveReader> open(int file);

    /// Nothing at the end. Corrupt when it is damaged or cut off.
    Result<std::optional<ArchivedEntry>> next();
    /// Of the entry that next() gave; nothing at its end.
    Result<std::optional<ArchivedBlock>> block();

private:
    struct Closer {
        void operator()(archive* handle) const;
    };
    struct Input;

    ArchiveReader();
    [[nodiscard]] Error trouble() const;
    [[nodiscard]] Result<> checkEnd(std::int64_t before) const;

    std::unique_ptr<Input> m_input;
    std::unique_ptr<archive, Closer> m_archive; ///< after what it reads from
    archive_entry* m_entry = nullptr; ///< the archive's

public:
    ArchiveReader(ArchiveReader&&) noexcept;
    ArchiveReader& operator=(ArchiveReader&&) = delete;
    ~ArchiveReader();
};

} // namespace tf::ingest
