#pragma once

// What a saved context says of itself before its first page: whose cache it is, and of which text.
//
// Written little-endian, field after field, so that the file means the same to every compiler. The
// layout must not change; a new one gets a new kContextVersion.

#include "engine/sched/block.h"
#include "kernels/base/result.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace tf::engine {

inline constexpr std::uint32_t kContextVersion = 1;

/// What must be the same for a saved page to mean the same.
struct ContextOwner {
    std::string model; ///< fingerprint of its configuration and weights
    std::string layout; ///< how numbers lie in a page
    std::string types; ///< of keys, values and index keys
    std::int32_t numRanks = 1;

    bool operator==(const ContextOwner&) const = default;
};

struct ContextHeader {
    ContextOwner owner;
    std::int32_t block = 0; ///< positions of a page
    std::int64_t pageBytes = 0; ///< of all layers and ranks
    SequenceText text;

    [[nodiscard]] std::int64_t numPages() const { return (text.size() + block - 1) / block; }
};

/// Where the parts of a file lie.
struct ContextLayout {
    std::uint64_t pageHashes = 0; ///< the offset of the first page's checksum
    std::uint64_t numHeadBytes = 0; ///< before the first page, a multiple of 64
    std::uint64_t numFileBytes = 0;
};

/// Known before anything is written. BadInput for numbers that make no file.
Result<ContextLayout> layoutOf(const ContextHeader& header);

/// The head of a file with the checksum of every page and its own. Requires: layoutOf() is one, and
/// a hash for each page.
[[nodiscard]] std::vector<std::byte> writeContextHead(const ContextHeader& header,
                                                      std::span<const std::uint64_t> pageHashes);

/// A page in another place is another page.
[[nodiscard]] std::uint64_t pageHash(std::span<const std::byte> page, std::int64_t pageIdx);

/// Makes the checksum of a head right again. Requires: a head with its whole fixed part.
void sealContextHead(std::span<std::byte> head);

struct ContextHead {
    ContextHeader header;
    std::vector<std::uint64_t> pageHashes;
    ContextLayout layout;
};

/// Reads the head of a whole file. Unsupported for another version, Corrupt for anything that does
/// not fit: sizes, checksums, numbers out of range. Thread: any.
Result<ContextHead> readContextHead(std::span<const std::byte> file);

/// Nothing, or Unsupported with each thing that differs, as it was saved and as it is here.
Result<> checkOwner(const ContextOwner& saved, const ContextOwner& here);

} // namespace tf::engine
