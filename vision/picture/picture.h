#pragma once

// Pixels as everybody here holds them: red, green, blue, 8 bits each, upright, sRGB.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tf::vision {

struct Size {
    std::int32_t width = 0;
    std::int32_t height = 0;

    [[nodiscard]] std::int64_t area() const { return std::int64_t{width} * height; }
    bool operator==(const Size&) const = default;
};

/// Pixels that somebody else owns, three bytes each; rows may have gaps between them.
struct PictureView {
    Size size;
    std::int64_t stride = 0; ///< bytes from a row to the next
    const std::uint8_t* rgb = nullptr;

    [[nodiscard]] const std::uint8_t* row(std::int32_t y) const { return rgb + y * stride; }
};

/// Pixels without gaps.
struct Picture {
    Size size;
    std::vector<std::uint8_t> rgb;

    [[nodiscard]] PictureView view() const
    {
        return {size, std::int64_t{size.width} * 3, rgb.data()};
    }
};

} // namespace tf::vision
