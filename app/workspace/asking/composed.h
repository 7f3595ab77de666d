#pragma once

// A question with the turns before it, made into a request off the main thread.
//
// What is sent is read off what is kept: the same bytes, now and each time later turns follow it.
// Every text that the engine has not written itself passes the gate for secrets, those of earlier
// turns too, since they may have stayed on this machine until now. Thread: any.

#include "app/draft/history.h"
#include "app/draft/leak_gate.h"
#include "app/wire/chat_request.h"
#include "app/workspace/enclosure.h"
#include "kernels/base/cancel.h"

#include <map>

namespace tf::workspace {

/// By the id that a store of contents gives them.
using Contents = std::map<std::string, std::shared_ptr<const std::string>>;

/// Again: what an earlier turn sent, with its own words or others.
enum class Asked : std::uint8_t { Anew, Again };

struct ComposeOrder {
    session::Session path; ///< the turns up to the question, which is the last and has no answer
    Asked asked = Asked::Anew;
    std::shared_ptr<const Enclosure> enclosure; ///< Anew; null: words alone
    draft::LeakPolicy policy = draft::LeakPolicy::Block;
    Contents contents; ///< that the store may not have yet
};

struct Composed {
    session::Question question; ///< as it is kept
    Contents contents; ///< that it mentions, and that are new
    wire::ChatRequest chat;
};

/// Denied where the gate holds something back, NotFound where a content of earlier turns is gone.
/// Blocks: as long as `read` does.
Result<Composed> compose(ComposeOrder order, const draft::ReadBlob& read,
                         const CancelToken& cancel);

/// What a choice, or none, means for that engine.
[[nodiscard]] draft::LeakPolicy policyFor(const std::optional<draft::LeakPolicy>& chosen,
                                          const session::RequestSettings& settings);

/// As the wire spells it.
[[nodiscard]] wire::Thinking wireThinking(session::Thinking thinking);

} // namespace tf::workspace
