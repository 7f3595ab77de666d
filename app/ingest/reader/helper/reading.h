#pragma once

// The life of a reading process: the box closed, then orders until the end.

namespace tf::ingest {

/// Takes descriptors kReaderSocket and kReaderFolder over. Returns the process's exit code.
int runReading();

} // namespace tf::ingest
