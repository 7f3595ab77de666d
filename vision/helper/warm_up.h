#pragma once

// Everything that decoders read from disk on first use, read while files may still be opened.
//
// Small pictures and a small clip of our own are decoded: fonts are found and loaded, codecs and
// tables registered. What is missing afterwards is refused, not fetched.

namespace tf::vision {

/// What fails here fails again when somebody asks, with a reason.
void warmUp();

} // namespace tf::vision
