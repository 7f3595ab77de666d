#pragma once

// A picture file decoded, brought to the size that is wished for, and put into the first slot.

#include "vision/helper/slot_desk.h"
#include "vision/media/source.h"

namespace tf::vision {

Result<PictureSeen> showPicture(const Source& source, const PictureAsk& ask,
                                const MediaLimits& limits, SlotDesk& desk);

} // namespace tf::vision
