#include "app/media/edited_picture.h"

#include "app/media/drawn_mark.h"

#include <algorithm>
#include <cstring>

namespace tf::app {

namespace {

/// The part of a region that lies in a picture; its size is empty where none does.
Region inside(const Region& region, vision::Size picture)
{
    const auto cut = [](std::int32_t at, std::int32_t length, std::int32_t most) {
        const std::int64_t from = std::clamp<std::int64_t>(at, 0, most);
        const std::int64_t to = std::clamp<std::int64_t>(std::int64_t{at} + length, from, most);
        return std::pair(static_cast<std::int32_t>(from), static_cast<std::int32_t>(to - from));
    };
    const auto [x, width] = cut(region.at.x, region.size.width, picture.width);
    const auto [y, height] = cut(region.at.y, region.size.height, picture.height);
    return {{x, y}, {width, height}};
}

std::size_t placeIn(const vision::Picture& picture, Spot spot)
{
    return static_cast<std::size_t>((std::int64_t{spot.y} * picture.size.width + spot.x) * 3);
}

static_assert(kCoverInk.red == kCoverInk.green && kCoverInk.red == kCoverInk.blue);

void cover(vision::Picture& picture, const Region& wanted)
{
    const Region region = inside(wanted, picture.size);
    for (std::int32_t y = 0; y < region.size.height; ++y)
        std::memset(picture.rgb.data() + placeIn(picture, {region.at.x, region.at.y + y}),
                    kCoverInk.red, static_cast<std::size_t>(region.size.width) * 3);
}

/// In place: every row moves towards the front.
void crop(vision::Picture& picture, const Region& region)
{
    if (region.size == picture.size)
        return;
    const auto rowBytes = static_cast<std::size_t>(region.size.width) * 3;
    for (std::int32_t y = 0; y < region.size.height; ++y)
        std::memmove(picture.rgb.data() + static_cast<std::size_t>(y) * rowBytes,
                     picture.rgb.data() + placeIn(picture, {region.at.x, region.at.y + y}),
                     rowBytes);
    picture.rgb.resize(rowBytes * static_cast<std::size_t>(region.size.height));
    picture.size = region.size;
}

} // namespace

Result<Region> croppedRegion(vision::Size picture, const PictureEdit& edit)
{
    if (!edit.crop)
        return Region{{}, picture};
    const Region region = inside(*edit.crop, picture);
    if (region.size.area() == 0)
        return Error(Code::BadInput, "the chosen part lies outside of the picture");
    return region;
}

Result<vision::Picture> editedPicture(vision::Picture original, const PictureEdit& edit)
{
    const Region shown = TRY(croppedRegion(original.size, edit));
    for (const Region& region : edit.covered)
        cover(original, region);
    crop(original, shown);
    const auto scale = markScale(std::max(shown.size.width, shown.size.height));
    for (const Mark& mark : edit.marks)
        paintMark(original, mark, shown.at, scale);
    return original;
}

} // namespace tf::app
