#pragma once

// What a user says about a source that is to be obtained, and what is told meanwhile.
//
// The defaults are what is done without asking; what goes beyond them is an error that says which
// limit it was, and the user may raise it. Thread: any.

#include "app/ingest/obtain/source_cache.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace tf::ingest {

/// What happens to a source that was obtained before.
enum class Again : std::uint8_t { Reuse, Fetch };

struct ObtainChoice {
    std::string ref = {}; ///< a branch or a tag; empty: the default one
    bool mayReachNetwork = true; ///< false: addresses of this machine alone
    Again again = Again::Reuse;
    std::int64_t mostBytes = std::int64_t{2} << 30; ///< unpacked, or as git keeps them
    std::int64_t mostEntries = 200'000; ///< of an archive, its folders included
    /// Bytes for each byte of the archive, once there are more than a hundred million; 0: any.
    std::int64_t mostRatio = 200;
    std::filesystem::path caFile = {}; ///< PEM of a private authority
    std::filesystem::path cacheFolder = {}; ///< empty: trifold/sources in the user's cache
    CacheBounds cacheBounds = {}; ///< kept at the end of each obtaining
    std::filesystem::path unpackProgram = {}; ///< empty: trifold-unpack beside this executable
    std::filesystem::path boxProgram = "/usr/bin/bwrap";
};

struct ObtainProgress {
    std::string doing = {}; ///< "Receiving objects"; empty while an archive is unpacked
    std::int64_t done = 0; ///< objects, or entries of an archive
    std::int64_t total = 0; ///< 0: unknown
    std::int64_t bytes = 0; ///< unpacked; 0: unknown
};
using ObtainSink = std::function<void(const ObtainProgress&)>;

} // namespace tf::ingest
