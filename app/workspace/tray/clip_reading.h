#pragma once

// A clip read into what is sent of it: the file, or the frames that were chosen, what is covered
// painted over.
//
// Thread: any. Blocks: until it is decoded.

#include "app/workspace/tray/medium_reading.h"

namespace tf::workspace {

/// Puts what is sent into `taken`.
Result<> readClip(const OfferedMedium& medium, const vision::ClipFacts& facts,
                  const ReadingMeans& means, const vision::Decoder& decoder, Taken& taken);

/// Grey over what is covered of a frame that is on the screen from `from` until `until`; `whole` is
/// the size of the original, which the places are of.
void coverFrame(vision::Picture& frame, vision::Size whole, double from, double until,
                std::span<const app::CoveredStretch> covered);

/// What changes when, from those who looked before, or by looking through it now. `tell` hears what
/// was seen so far.
Result<MarkedTrace> traceOf(const vision::Source& source, const ClipTraces& traces,
                            const vision::Decoder& decoder, const CancelToken& cancel,
                            const std::function<void(const app::ClipTrace&)>& tell);

} // namespace tf::workspace
