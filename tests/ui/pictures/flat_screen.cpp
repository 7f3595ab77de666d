#include "tests/ui/pictures/flat_screen.h"

#include "app/media/ink.h"
#include "app/media/png_file.h"

#include <algorithm>

namespace tf::test {

namespace {

struct Block {
    double left, top, right, bottom; ///< shares of the screen
    app::Color color;
};

constexpr Block kBlocks[] = {
    {0, 0, 1, 0.06, {47, 59, 84}},
    {0, 0.06, 0.22, 1, {225, 229, 236}},
    {0.03, 0.12, 0.19, 0.16, {120, 130, 150}},
    {0.03, 0.20, 0.16, 0.24, {120, 130, 150}},
    {0.03, 0.28, 0.18, 0.32, {120, 130, 150}},
    {0.32, 0.20, 0.88, 0.80, {255, 255, 255}},
    {0.36, 0.28, 0.72, 0.33, {60, 66, 80}},
    {0.36, 0.40, 0.82, 0.43, {150, 156, 168}},
    {0.36, 0.47, 0.78, 0.50, {150, 156, 168}},
    {0.36, 0.64, 0.52, 0.72, {36, 110, 214}},
};

} // namespace

vision::Picture flatScreen(vision::Size size)
{
    vision::Picture screen{size,
                           std::vector<std::uint8_t>(static_cast<std::size_t>(size.area() * 3))};
    std::fill(screen.rgb.begin(), screen.rgb.end(), std::uint8_t{241});
    const auto at = [](double share, std::int32_t side) {
        return static_cast<std::int32_t>(share * side);
    };
    for (const Block& block : kBlocks) {
        for (auto y = at(block.top, size.height); y < at(block.bottom, size.height); ++y) {
            for (auto x = at(block.left, size.width); x < at(block.right, size.width); ++x) {
                auto* pixel = screen.rgb.data() + (std::int64_t{y} * size.width + x) * 3;
                pixel[0] = block.color.red;
                pixel[1] = block.color.green;
                pixel[2] = block.color.blue;
            }
        }
    }
    return screen;
}

std::string flatScreenPng(vision::Size size)
{
    return MUST(app::pngBytes(flatScreen(size).view()));
}

} // namespace tf::test
