#pragma once

// The box that trifold-unpack shuts itself in before it reads a byte of an archive.
//
// Once closed: nothing is read but the open archive; files are made beneath the target and nowhere
// else; no program, no process, no network, bounded memory and time. Thread: main, the only one.

#include "app/ingest/obtain/unpack/messages.h"

namespace tf::ingest {

/// Unsupported when this system can neither give it a root of its own nor has Landlock, or filters
/// no system calls: then nothing is unpacked. Files may grow to so many bytes.
Result<UnpackHello> closeUnpackBox(int target, std::int64_t mostFileBytes);

} // namespace tf::ingest
