#include "vision/helper/picture_fit.h"

#include "vision/images/decode_picture.h"
#include "vision/picture/resampler.h"

#include <cstring>

namespace tf::vision {

Result<PictureSeen> showPicture(const Source& source, const PictureAsk& ask,
                                const MediaLimits& limits, SlotDesk& desk)
{
    const auto decoded = TRY(decodePicture(source, limits));
    const Picture& picture = decoded.picture;
    const Size fitted = TRY(fittedSize(picture.size, ask.wish));
    if (fitted.area() * 3 > desk.bytesEach())
        return Error(Code::BadInput, "the picture is larger than the memory for it");
    if (fitted == picture.size) {
        std::memcpy(desk.pixels(0), picture.rgb.data(), picture.rgb.size());
    } else {
        const auto resampler = TRY(Resampler::make(picture.size, fitted));
        resampler.run(picture.view(), desk.pixels(0));
    }
    return PictureSeen{decoded.facts, fitted};
}

} // namespace tf::vision
