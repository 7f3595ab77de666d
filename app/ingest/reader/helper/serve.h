#pragma once

// Takes orders from the socket and answers them, one after the other, until its other end closes.
//
// An order that makes no sense, or a folder that cannot be read, is answered with an error; the
// next one is taken. Requires: the box is closed.

#include "vision/media/channel.h"

namespace tf::ingest {

/// Why it ended: a ReaderExit.
int serveReading(const vision::Channel& channel);

} // namespace tf::ingest
