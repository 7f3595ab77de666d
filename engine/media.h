#pragma once

// A picture or a clip as the model sees it: patches, before they are numbers.
//
// Whoever prepares media fills this; the engine knows nothing of files, sizes and colours.

#include <array>
#include <cstdint>
#include <vector>

namespace tf::engine {

enum class MediaKind : std::uint8_t { Image, Video };

/// In patches.
struct MediaGrid {
    std::int32_t frames = 0; ///< temporal patches; 1 for an image
    std::int32_t height = 0; ///< even
    std::int32_t width = 0; ///< even

    [[nodiscard]] std::int64_t patches() const { return std::int64_t(frames) * height * width; }
    bool operator==(const MediaGrid&) const = default;
};

struct Media {
    static constexpr std::size_t kChannels = 3;

    MediaKind kind = MediaKind::Image;
    MediaGrid grid;
    /// [patches][channel, frame of the patch, y, x]. Frame by frame; in a frame block by block, row
    /// by row, a block being the 2 x 2 patches that become one token, (0,0) (0,1) (1,0) (1,1).
    std::vector<std::uint8_t> rows;
    /// What a byte of a channel is as a number: (byte / 255 - mean) / deviation.
    std::array<float, kChannels * 256> table{};
    /// Of the content: media with the same hash and grid are the same media to the prefix cache.
    std::uint64_t hash = 0;
};

} // namespace tf::engine
