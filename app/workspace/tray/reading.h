#pragma once

// One offered thing looked at and read: what it is, what is sent of it, what it costs.
//
// Nothing of it is decoded or executed in this process. What it is, is told by its bytes. Thread:
// any. Blocks: until it is read; cancel ends it soon.

#include "app/workspace/tray/clip_traces.h"
#include "app/workspace/tray/offer.h"
#include "app/workspace/tray/sent_before.h"
#include "app/workspace/tray/taken.h"
#include "vision/client/decoder.h"

#include <future>

namespace tf::workspace {

/// Started by whoever needs it first, and shared.
using SharedDecoder = std::shared_future<std::shared_ptr<const Result<vision::Decoder>>>;
[[nodiscard]] SharedDecoder lazyDecoder();

struct ReadingMeans {
    SharedDecoder decoder;
    std::shared_ptr<const text::Tokenizer> tokenizer; ///< null: estimates
    Intake intake;
    Share share;
    bool mayFetch = true; ///< false: addresses of this machine alone
    SentFiles sent; ///< from the offer's place before; null: nothing, or nobody asks
    CancelToken cancel;
    std::function<void(const TrayItem&)> tell; ///< how far it is
    ClipTraces traces = {}; ///< of clips that were looked through
};

/// An Unreadable is no error: it says what is known.
TakenResult readOffer(const Offer& offer, const ReadingMeans& means);

} // namespace tf::workspace
