#include "vision/helper/picture_fit.h"

#include "vision/helper/drawing_limit.h"
#include "vision/images/decode_picture.h"
#include "vision/picture/resampler.h"

#include <cstring>
#include <optional>

namespace tf::vision {

namespace {

Result<DecodedPicture> decoded(const Source& source, const MediaLimits& limits)
{
    std::optional<DrawingLimit> limit;
    // What is not told by its beginning is a drawing or cannot be read.
    const auto format = TRY(formatOf(source));
    if (format.empty() || format == "SVG")
        limit.emplace();
    return decodePicture(source, limits);
}

} // namespace

Result<PictureSeen> showPicture(const Source& source, const PictureAsk& ask,
                                const MediaLimits& limits, SlotDesk& desk)
{
    const auto seen = TRY(decoded(source, limits));
    const Picture& picture = seen.picture;
    const Size fitted = TRY(fittedSize(picture.size, ask.wish));
    if (fitted.area() * 3 > desk.bytesEach())
        return Error(Code::BadInput, "the picture is larger than the memory for it");
    if (fitted == picture.size) {
        std::memcpy(desk.pixels(0), picture.rgb.data(), picture.rgb.size());
    } else {
        const auto resampler = TRY(Resampler::make(picture.size, fitted));
        resampler.run(picture.view(), desk.pixels(0));
    }
    return PictureSeen{seen.facts, fitted};
}

} // namespace tf::vision
