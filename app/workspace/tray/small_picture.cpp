#include "app/workspace/tray/small_picture.h"

#include "vision/picture/resampler.h"
#include "vision/picture/size_wish.h"

#include <algorithm>
#include <cmath>

namespace tf::workspace {

namespace {

constexpr std::int64_t kPictureMarks = 2; // around a picture

vision::Size inPreview(vision::Size size)
{
    const double by = std::min({1.0, static_cast<double>(kPreviewBox.width) / size.width,
                                static_cast<double>(kPreviewBox.height) / size.height});
    const auto side = [by](std::int32_t pixels) {
        return std::max(1, static_cast<std::int32_t>(std::lround(pixels * by)));
    };
    return {side(size.width), side(size.height)};
}

} // namespace

Preview previewOf(const vision::PictureView& view)
{
    auto small = vision::resampled(view, inPreview(view.size));
    if (!small)
        return {};
    return {small->size.width, small->size.height,
            std::make_shared<const std::vector<std::uint8_t>>(std::move(small->rgb))};
}

Result<SmallPicture> smallPictureOf(const vision::Decoder& decoder, const vision::Source& source,
                                    const CancelToken& cancel)
{
    const auto facts = TRY(decoder.probe(source, cancel));
    SmallPicture small;
    if (const auto* picture = std::get_if<vision::PictureFacts>(&facts)) {
        const auto wish = vision::tierWish(vision::MediaKind::Picture, vision::Tier::Default);
        const auto seen = TRY(decoder.picture(source, {wish}, cancel));
        small.preview = previewOf(seen.picture.view());
        small.size = picture->size;
        small.tokens = vision::tokensOf(seen.picture.size) + kPictureMarks;
        return small;
    }
    const auto& clip = std::get<vision::ClipFacts>(facts);
    const auto sink = [&small](const vision::FrameSeen&, const vision::PictureView& view) {
        small.preview = previewOf(view);
        return false;
    };
    TRY(decoder.thumbnails(source, {1, kPreviewBox}, sink, cancel));
    small.size = clip.size;
    small.seconds = clip.duration;
    return small;
}

} // namespace tf::workspace
