#pragma once

// Archives of every kind as bytes, the hostile ones too: what is written is what was asked for.

#include <cstdint>
#include <string>
#include <vector>

enum class MadeKind : std::uint8_t { File, Folder, SoftLink, HardLink, Device, Pipe };

struct MadeEntry {
    std::string name;
    std::string content = {}; ///< of a link: where it leads
    MadeKind kind = MadeKind::File;
    unsigned mode = 0644;
};

enum class MadeFormat : std::uint8_t { Zip, EncryptedZip, Pax, Gnu, Ustar };
enum class MadeFilter : std::uint8_t { None, Gzip, Bzip2, Xz, Zstd };

/// Empty when it could not be made.
[[nodiscard]] std::string makeArchive(MadeFormat format, MadeFilter filter,
                                      const std::vector<MadeEntry>& entries);

/// One file of so many zeros in a gzipped tar, made in no time.
[[nodiscard]] std::string makeBomb(std::int64_t numBytes);
