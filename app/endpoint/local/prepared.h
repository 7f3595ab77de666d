#pragma once

// A conversation made into what the engine is asked: media decoded, template rendered, tokens
// counted.

#include "app/endpoint/event.h"
#include "app/media/seen_media.h"
#include "app/wire/chat_request.h"
#include "engine/request.h"
#include "engine/text/prompt/template.h"
#include "engine/text/tokens/tokenizer.h"

#include <functional>

namespace tf::endpoint {

struct Prepared {
    engine::Request request; ///< whole, but for where its events go
    std::vector<std::string> notes; ///< what the engine does otherwise than asked
    std::optional<wire::Thinking> thinking; ///< as it was asked for
    std::string callIds; ///< what the ids of the answer's calls begin with
};

/// How the picture or clip of a part is seen. Blocks: until it is decoded.
using Eyes = std::function<Result<app::SeenMedium>(const wire::Part& part)>;

/// Gives the request what the wire says of choosing tokens and of the end. A seed is drawn where
/// none is given.
void setAnswering(engine::Request& request, const wire::Sampling& sampling);

/// BadInput and Unsupported name the place: "messages[3], part 2: …". Without eyes there must be
/// no pictures. Thread: any. Blocks: until all is decoded and counted.
Result<Prepared> prepare(const wire::ChatRequest& request, const text::Tokenizer& tokenizer,
                         text::Steering steering, const Eyes& eyes, const CancelToken& cancel);

} // namespace tf::endpoint
