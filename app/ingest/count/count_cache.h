#pragma once

// What was found out about contents, kept in one file: tokens by blob, blobs by the state of a
// file.
//
// Records of one size, each with a checksum, are added at the end under a lock, so that several
// processes can share the file. One that is damaged, foreign or of another version is started
// anew; one that has grown too large keeps what was used last. Whatever fails, only time is lost.
// Thread: one at a time. Blocks: on the disk.

#include "kernels/base/result.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <unordered_map>
#include <vector>

namespace tf::ingest {

/// A hash of all that a value depends on.
struct CacheKey {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    bool operator==(const CacheKey&) const = default;
};

/// Git's name of a content, or a number.
using CacheValue = std::array<std::uint8_t, 20>;

/// $XDG_CACHE_HOME/trifold/counts. Thread: any.
[[nodiscard]] std::filesystem::path defaultCountCache();

class CountCache {
public:
    static constexpr std::uint64_t kMostBytes = std::uint64_t(64) << 20;

    /// Empty where there is nothing that can be read.
    static CountCache open(std::filesystem::path path, std::uint64_t mostBytes = kMostBytes);

    [[nodiscard]] std::optional<CacheValue> find(const CacheKey& key);
    void add(const CacheKey& key, const CacheValue& value);

    /// Writes what was added since the last time.
    Result<> save();

private:
    struct KeyHash {
        std::size_t operator()(const CacheKey& key) const { return key.low; }
    };
    struct Item {
        CacheValue value = {};
        bool isUsed = false;
    };

    CountCache(std::filesystem::path path, std::uint64_t mostBytes)
        : m_path(std::move(path))
        , m_mostBytes(mostBytes)
    {
    }

    void read();
    /// How many bytes the file then has.
    [[nodiscard]] Result<std::uint64_t> append() const;
    [[nodiscard]] Result<> rewrite() const;

    std::filesystem::path m_path;
    std::uint64_t m_mostBytes;
    std::unordered_map<CacheKey, Item, KeyHash> m_items;
    std::vector<CacheKey> m_added;
};

} // namespace tf::ingest
