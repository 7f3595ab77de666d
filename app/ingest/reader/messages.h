#pragma once

// What goes over the socket between the program and trifold-read, as bytes and back.
//
// Neither side trusts the other: every number has a range, every text and list a bound, and what
// does not fit is an error in words. Whether an answer fits what was asked is for the asker.

#include "app/ingest/reader/repository.h"

#include <cstddef>
#include <span>
#include <variant>

namespace tf::ingest {

/// Of one file; longer ones are listed and not read.
inline constexpr std::int64_t kMostFileBytes = 8 << 20;
/// Of one listing, whatever becomes of them.
inline constexpr std::size_t kMostEntries = 200'000;
inline constexpr std::size_t kMostBatch = 4096;
inline constexpr std::size_t kMostNotices = 64;

/// Where the reading process finds what it is given.
inline constexpr int kReaderSocket = 3;
inline constexpr int kReaderFolder = 4;

enum class GitUse : std::uint8_t { Yes, No };

struct ListAsk {
    RuleChoice choice;
    GitUse git = GitUse::Yes;

    bool operator==(const ListAsk&) const = default;
};

struct ReadAsk {
    std::string path;
    /// The content lies in the repository's objects under this name; empty: in the folder.
    std::string object;

    bool operator==(const ReadAsk&) const = default;
};

using ToReader = std::variant<ListAsk, ReadAsk>;

/// The first word of a reading process: the box is closed.
struct ReaderHello {
    std::int32_t landlock = 0; ///< level of the kernel's; 0: it has none
    std::vector<std::string> gaps; ///< what this kernel could not do, one sentence each

    bool operator==(const ReaderHello&) const = default;
};

struct ListProgress {
    std::int64_t entries = 0;

    bool operator==(const ListProgress&) const = default;
};

/// In the listing's order, batch after batch.
struct EntryBatch {
    std::vector<Entry> entries;

    bool operator==(const EntryBatch&) const = default;
};

struct ListEnd {
    std::string commit;
    std::string branch;
    bool isBare = false; ///< contents come from the objects
    std::vector<std::string> notices;

    bool operator==(const ListEnd&) const = default;
};

struct ContentSeen {
    std::string bytes;
    std::string blob;

    bool operator==(const ContentSeen&) const = default;
};

using FromReader = std::variant<ReaderHello, ListProgress, EntryBatch, ListEnd, ContentSeen, Error>;

/// How the reading process ends when it chooses to.
enum ReaderExit : int {
    kReaderDone = 0, ///< whoever asked is gone
    kReaderNoBox = 70, ///< it could not shut itself in, and said why
    kReaderOutOfMemory = 71,
    kReaderMisused = 72, ///< what came was no order
};

std::vector<std::byte> toBytes(const ToReader& message);
std::vector<std::byte> toBytes(const FromReader& message);

/// BadInput in words.
Result<ToReader> readerAskFromBytes(std::span<const std::byte> bytes);
Result<FromReader> readerAnswerFromBytes(std::span<const std::byte> bytes);

} // namespace tf::ingest
