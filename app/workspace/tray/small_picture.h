#pragma once

// A picture or a clip as the small one that stands for it on the screen.
//
// Decoded in trifold-decode; what comes is pixels. Thread: any. Blocks: until it is decoded.

#include "app/workspace/tray/tray_item.h"
#include "vision/client/decoder.h"

namespace tf::workspace {

inline constexpr vision::Size kPreviewBox{192, 108};

/// Empty when there is no memory for it: the thing itself is more important.
[[nodiscard]] Preview previewOf(const vision::PictureView& view);

struct SmallPicture {
    Preview preview;
    vision::Size size; ///< of the medium
    std::int64_t tokens = 0; ///< of a picture, as the model counts it
    double seconds = 0; ///< of a clip
};

/// Of a clip its first frame.
Result<SmallPicture> smallPictureOf(const vision::Decoder& decoder, const vision::Source& source,
                                    const CancelToken& cancel);

} // namespace tf::workspace
