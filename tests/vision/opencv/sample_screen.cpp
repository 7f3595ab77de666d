#include "tests/vision/opencv/sample_screen.h"

#include <algorithm>

namespace tf::test {

namespace {

void nudge(std::uint8_t& sample, Gen& gen, std::int64_t most)
{
    sample = static_cast<std::uint8_t>(
        std::clamp<std::int64_t>(sample + gen.between(-most, most), 0, 255));
}

} // namespace

SampleScreen::SampleScreen(vision::Size size, Shade paper)
    : m_size(size)
    , m_colourSize{(size.width + 1) / 2, (size.height + 1) / 2}
    , m_luma(static_cast<std::size_t>(size.area()), paper.luma)
    , m_blue(static_cast<std::size_t>(m_colourSize.area()), paper.blue)
    , m_red(static_cast<std::size_t>(m_colourSize.area()), paper.red)
{
}

void SampleScreen::box(Area area, Shade shade)
{
    for (std::int32_t y = area.y; y < area.y + area.height; ++y) {
        for (std::int32_t x = area.x; x < area.x + area.width; ++x) {
            lumaAt(x, y) = shade.luma;
            const auto at = static_cast<std::size_t>(y / 2 * m_colourSize.width + x / 2);
            m_blue[at] = shade.blue;
            m_red[at] = shade.red;
        }
    }
}

void SampleScreen::frame(Area area, Shade shade)
{
    box({area.x, area.y, area.width, 1}, shade);
    box({area.x, area.y + area.height - 1, area.width, 1}, shade);
    box({area.x, area.y, 1, area.height}, shade);
    box({area.x + area.width - 1, area.y, 1, area.height}, shade);
}

void SampleScreen::text(Area area, std::uint64_t seed, Shade ink)
{
    Gen gen(seed, 1);
    constexpr std::int32_t kLine = 12;
    constexpr std::int32_t kLetter = 6;
    for (std::int32_t y = area.y; y + kLine <= area.y + area.height; y += kLine) {
        for (std::int32_t x = area.x; x + kLetter <= area.x + area.width; x += kLetter) {
            if (gen.oneIn(6))
                continue; // between words
            box({x, y + 2, 2, 8}, ink);
            box({x, y + static_cast<std::int32_t>(gen.between(2, 8)), 5, 2}, ink);
        }
    }
}

void SampleScreen::noise(Gen& gen, std::int64_t most)
{
    for (auto* plane : {&m_luma, &m_blue, &m_red}) {
        for (std::uint8_t& sample : *plane)
            nudge(sample, gen, most);
    }
}

void SampleScreen::ringing(Gen& gen, std::int64_t most)
{
    const std::vector<std::uint8_t> before = m_luma;
    for (std::size_t at = 2; at + 2 < before.size(); ++at) {
        const auto [low, high] =
            std::minmax_element(before.begin() + static_cast<std::ptrdiff_t>(at) - 2,
                                before.begin() + static_cast<std::ptrdiff_t>(at) + 3);
        if (*high - *low > 40)
            nudge(m_luma[at], gen, most);
    }
}

vision::ScreenView SampleScreen::view() const
{
    return {{m_size, m_size.width, m_luma.data()},
            {m_colourSize, m_colourSize.width, m_blue.data()},
            {m_colourSize, m_colourSize.width, m_red.data()}};
}

std::uint8_t& SampleScreen::lumaAt(std::int32_t x, std::int32_t y)
{
    return m_luma[static_cast<std::size_t>(y * m_size.width + x)];
}

} // namespace tf::test
