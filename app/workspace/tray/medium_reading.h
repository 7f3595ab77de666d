#pragma once

// A picture or clip read into what is sent of it, with a small picture of it for its chip.
//
// Decoded in trifold-decode. Thread: any. Blocks: until it is decoded.

#include "app/workspace/tray/reading.h"

namespace tf::workspace {

/// Where the bytes of a medium are, and what it is called.
struct OfferedMedium {
    std::string title;
    vision::Source source;
    TrayChoice choice = {};
};

/// BadInput or Corrupt for what is no medium, or a broken one.
TakenResult readMedium(const OfferedMedium& medium, const ReadingMeans& means);

} // namespace tf::workspace
