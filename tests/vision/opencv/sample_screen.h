#pragma once

// A small screen to draw on as a codec holds it: brightness, and colour at half the resolution.

#include "tests/support/gen.h"
#include "vision/media/screen_view.h"

#include <cstdint>
#include <vector>

namespace tf::test {

struct Area {
    std::int32_t x = 0;
    std::int32_t y = 0;
    std::int32_t width = 0;
    std::int32_t height = 0;
};

struct Shade {
    std::uint8_t luma = 235;
    std::uint8_t blue = 128;
    std::uint8_t red = 128;
};

class SampleScreen {
public:
    /// 640 by 360 is as fine as larger screens are looked at.
    explicit SampleScreen(vision::Size size = {640, 360}, Shade paper = {});

    void box(Area area, Shade shade);
    /// A line around the area, a pixel wide.
    void frame(Area area, Shade shade);
    /// Lines of letters, about a third of the area inked; the same for the same seed.
    void text(Area area, std::uint64_t seed, Shade ink = {30, 128, 128});
    /// What a codec leaves behind: every sample a little off.
    void noise(Gen& gen, std::int64_t most);
    /// The same only where neighbours differ: ringing around letters.
    void ringing(Gen& gen, std::int64_t most);

    [[nodiscard]] vision::Size size() const { return m_size; }
    [[nodiscard]] vision::ScreenView view() const;

private:
    std::uint8_t& lumaAt(std::int32_t x, std::int32_t y);

    vision::Size m_size;
    vision::Size m_colourSize;
    std::vector<std::uint8_t> m_luma;
    std::vector<std::uint8_t> m_blue;
    std::vector<std::uint8_t> m_red;
};

} // namespace tf::test
