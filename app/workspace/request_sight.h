#pragma once

// What would be sent, or was: the request to a server byte for byte but for its media, or the text
// that the model on this machine reads.
//
// No key stands in it: none is read for it. Thread: any but the main one.

#include "app/endpoint/profile/stored_profile.h"
#include "app/workspace/asking/composed.h"
#include "app/workspace/tray/reading.h"

namespace tf::workspace {

struct SightOrder {
    ComposeOrder compose;
    std::optional<endpoint::StoredProfile> server; ///< none: the model on this machine answers
    std::shared_ptr<const text::Tokenizer> tokenizer; ///< null: nothing is counted
    SharedDecoder decoder; ///< measures pictures and clips
};

struct SightHeader {
    std::string name;
    std::string value; ///< "***" of those that the user set, which may hold a key
};

struct RequestSight {
    std::string address; ///< where it is sent to; empty: it stays in this program
    std::vector<SightHeader> headers; ///< without Authorization
    /// JSON, where "<2,301,442 bytes of image/png>" stands for a medium; or the model's text.
    std::string text;
    std::string curl; ///< the same as a command, with $API_KEY for the key; empty: not sent
    std::int64_t bytes = 0; ///< of the whole body, media too
    std::optional<std::int64_t> tokens; ///< of the prompt; none: nobody could count
    ingest::Quality quality = ingest::Quality::Estimated; ///< Exact: of the model on this machine
    std::vector<std::string> notes; ///< what is done otherwise than asked
};

/// Denied where the gate holds something back: nothing is sent then. Blocks: until it is composed
/// and counted.
Result<RequestSight> sightOf(SightOrder order, const draft::ReadBlob& read,
                             const CancelToken& cancel);

} // namespace tf::workspace
