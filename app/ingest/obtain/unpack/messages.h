#pragma once

// What goes over the socket between the program and trifold-unpack, as bytes and back.
//
// Neither side trusts the other: every number has a range, every text and list a bound, and what
// does not fit is an error in words.

#include "kernels/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace tf::ingest {

/// Where trifold-unpack finds what it is given.
inline constexpr int kUnpackSocket = 3;
inline constexpr int kUnpackArchive = 4;
inline constexpr int kUnpackTarget = 5;

inline constexpr std::size_t kMostUnpackNotices = 16;

/// The only order: unpack what you were given, within these limits.
struct UnpackOrder {
    std::int64_t mostBytes = 0;
    std::int64_t mostEntries = 0;
    std::int64_t mostRatio = 0; ///< 0: any

    bool operator==(const UnpackOrder&) const = default;
};

/// The first word: the box is closed.
struct UnpackHello {
    std::int32_t landlock = 0; ///< level of the kernel's; 0: it has none
    bool hasOwnRoot = false; ///< the target is all that it sees of the files

    bool operator==(const UnpackHello&) const = default;
};

struct UnpackProgress {
    std::int64_t entries = 0;
    std::int64_t bytes = 0;

    bool operator==(const UnpackProgress&) const = default;
};

struct UnpackDone {
    std::int64_t entries = 0;
    std::int64_t bytes = 0;
    std::vector<std::string> notices; ///< what was left out, in words

    bool operator==(const UnpackDone&) const = default;
};

using FromUnpack = std::variant<UnpackHello, UnpackProgress, UnpackDone, Error>;

/// How the process ends when it chooses to.
enum UnpackExit : int {
    kUnpackDone = 0,
    kUnpackNoBox = 70, ///< it could not shut itself in, and said why
    kUnpackOutOfMemory = 71,
    kUnpackMisused = 72, ///< what came was no order
};

std::vector<std::byte> toBytes(const UnpackOrder& order);
std::vector<std::byte> toBytes(const FromUnpack& message);

/// BadInput in words.
Result<UnpackOrder> unpackOrderFromBytes(std::span<const std::byte> bytes);
Result<FromUnpack> unpackAnswerFromBytes(std::span<const std::byte> bytes);

} // namespace tf::ingest
