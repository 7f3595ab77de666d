// Any bytes as a picture file: an error, or as many pixels as its facts say.

#include "vision/images/decode_picture.h"

#include <span>

using namespace tf::vision;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    MediaLimits limits;
    limits.picturePixels = 512 * 512; // what is found lies in headers and streams, not in size
    const auto source = MUST(Source::fromBytes(std::as_bytes(std::span(data, size))));
    const bool looks = !MUST(formatOf(source)).empty();
    const auto facts = probePicture(source, limits);
    CHECK(looks || !facts, "only what looks like a picture has facts");
    if (!facts || facts->format == "SVG") // drawing it is librsvg's alone, and no limit of ours
        return 0;
    const auto decoded = decodePicture(source, limits);
    if (!decoded)
        return 0;
    CHECK(decoded->facts.size == facts->size, "facts do not change");
    CHECK(decoded->picture.size == facts->size, "pixels are of the size that was told");
    CHECK(decoded->picture.rgb.size() == static_cast<std::size_t>(facts->size.area()) * 3,
          "three bytes a pixel");
    return 0;
}
