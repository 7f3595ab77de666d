#pragma once

// Random conversations that the template accepts: results only after calls, every role and part.

#include "engine/text/prompt/chat.h"
#include "tests/support/gen.h"

namespace tf::test {

[[nodiscard]] json::Value randomJson(Gen& gen, int numLevels);
[[nodiscard]] text::Message randomMessage(Gen& gen, text::Role role);
/// Up to gen.size() messages; some begin with a root, system or developer message.
[[nodiscard]] std::vector<text::Message> randomMessages(Gen& gen);
[[nodiscard]] text::ChatRequest randomChat(Gen& gen);

} // namespace tf::test
