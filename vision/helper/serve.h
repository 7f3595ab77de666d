#pragma once

// Takes orders from the socket and answers them, one after the other, until its other end closes.
//
// An order that makes no sense, or a medium that cannot be read, is answered with an error; the
// next one is taken. Requires: the box is closed.

#include "vision/media/channel.h"

namespace tf::vision {

/// Why it ended: a DecoderExit.
int serve(const Channel& channel);

} // namespace tf::vision
