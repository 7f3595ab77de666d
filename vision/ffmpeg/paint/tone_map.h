#pragma once

// Wide and bright colours onto an ordinary screen: HDR (PQ, HLG) and wide gamuts to 8-bit sRGB.
//
// The curve: light up to four fifths of reference white (203 cd/m², BT.2408) stays as it is; what
// is brighter bends into the rest without ever reaching its end, by the brightest channel, so that
// hues stay. Our choice, not a standard: text and windows keep their contrast, highlights their
// order. Thread: any, once made.

#include "vision/ffmpeg/paint/colours.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace tf::vision {

class ToneMap {
public:
    ToneMap(Light light, Gamut gamut);

    /// Full-range R'G'B' of 16 bits to sRGB; both hold the same number of values.
    void apply(std::span<const std::uint16_t> rgb, std::span<std::uint8_t> to) const;

private:
    struct Rgb {
        float r, g, b;
    };
    [[nodiscard]] Rgb lightOf(const std::uint16_t* pixel) const;
    [[nodiscard]] float bent(float brightest) const;

    Light m_light;
    std::array<float, 9> m_toBt709{};
    std::vector<float> m_linear; ///< 1 is reference white; for HLG, the scene's light
    std::vector<float> m_systemGain; ///< HLG alone, by the square root of the scene's luminance
};

} // namespace tf::vision
