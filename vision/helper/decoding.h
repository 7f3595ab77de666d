#pragma once

// The life of a decoding process: walls, warming up, the box closed, then orders until the end.

namespace tf::vision {

/// Takes the socket over. Returns the process's exit code.
int runDecoding(int socket);

} // namespace tf::vision
