#pragma once

// A picture read into what is sent of it: edited, at the size that was chosen, as PNG.
//
// What an engine would refuse for its bytes is made smaller here, so that nothing changes any more
// when it is sent. Thread: any. Blocks: until it is decoded.

#include "app/workspace/tray/medium_reading.h"

namespace tf::workspace {

/// Puts what is sent into `taken`. BadInput for an edit that leaves nothing.
Result<> readPicture(const OfferedMedium& medium, const vision::PictureFacts& facts,
                     const ReadingMeans& means, const vision::Decoder& decoder, Taken& taken);

/// Another engine would get other pixels of it.
[[nodiscard]] bool isOtherFor(const TakenPicture& picture, const Intake& intake);
/// What it costs there, what of it can be chosen, what may be lost.
void showPicture(TrayItem& item, const TakenPicture& picture, const Intake& intake);

} // namespace tf::workspace
