#pragma once

// Contents kept once each, in a folder, under the hash of what they are.
//
// A blob is written beside its place, forced to the disk and renamed, so that a name promises its
// content. Nothing is counted: what no event mentions any more is swept away when sessions are
// purged. Thread: any; writing and sweeping one at a time.

#include "kernels/base/result.h"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace tf::session {

/// Larger contents are refused.
inline constexpr std::size_t kMaxBlobBytes = std::size_t(1) << 30;

class Blobs {
public:
    explicit Blobs(std::filesystem::path folder);

    /// The content's id: 64 hexadecimal digits of SHA-256.
    static std::string idOf(std::string_view content);

    /// On the disk when this returns.
    Result<std::string> put(std::string_view content) const;
    /// NotFound, or Corrupt when the content is not what its name says.
    Result<std::string> get(std::string_view id) const;
    [[nodiscard]] bool has(std::string_view id) const;

    struct Swept {
        std::int64_t blobs = 0;
        std::int64_t bytes = 0;
    };
    /// Removes what is not in `used`; leaves what came within the last hour, whose event may not be
    /// written yet.
    Result<Swept> sweep(const std::set<std::string>& used) const;

private:
    [[nodiscard]] std::filesystem::path pathOf(std::string_view id) const;

    std::filesystem::path m_folder;
};

} // namespace tf::session
