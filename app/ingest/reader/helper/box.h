#pragma once

// The box that this process shuts itself in before it reads a byte that it does not trust.
//
// Once closed: files are opened beneath one folder and for reading alone, no socket is made, no
// program started, nothing written; memory is bounded. It cannot be opened again. Thread: main,
// while it is the only one.

#include "app/ingest/reader/messages.h"

namespace tf::ingest {

/// Unsupported when the kernel does not filter system calls: then nothing may be read here.
Result<ReaderHello> closeReaderBox(int folder);

} // namespace tf::ingest
