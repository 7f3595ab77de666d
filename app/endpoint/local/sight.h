#pragma once

// A picture or clip of a conversation as the model sees it.
//
// What came as an address is not fetched: the engine on this machine reaches for nothing.

#include "app/media/seen_media.h"
#include "app/wire/message.h"

namespace tf::endpoint {

/// Of an ImagePart or a VideoPart. BadInput for what is no picture or no clip, Unsupported for an
/// address. Thread: any. Blocks: until it is decoded.
Result<app::SeenMedium> see(const vision::Decoder& decoder, const wire::Part& part,
                            const CancelToken& cancel, const app::FramesRead& progress);

/// The same without its pixels: what it takes, told from the file's head. Blocks: until that is
/// read.
Result<app::SeenMedium> measure(const vision::Decoder& decoder, const wire::Part& part,
                                const CancelToken& cancel);

} // namespace tf::endpoint
