#pragma once

// The life of trifold-unpack: the order, the box closed, the archive unpacked, the answer.

namespace tf::ingest {

/// Takes over the descriptors of messages.h. Returns the process's exit code.
int serveUnpacking();

} // namespace tf::ingest
