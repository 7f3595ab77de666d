#pragma once

// Events as they stand in the table: a kind, and a payload in JSON.
//
// Texts must be UTF-8 and are kept byte for byte, NUL included; anything else is refused.
// Thread: any, all of them.

#include "app/session/event.h"
#include "kernels/base/result.h"

#include <string_view>

namespace tf::session {

/// Longer payloads are refused.
inline constexpr std::size_t kMaxPayloadBytes = std::size_t(64) << 20;

/// As the column `kind` spells it.
[[nodiscard]] std::string_view kindOf(const Change& change);

/// BadInput when a text is not UTF-8 or the whole too long.
Result<std::string> encodePayload(const Event& event);

/// What encodePayload made; Corrupt when it cannot have. Sequence, session and time are left empty.
Result<Event> decodePayload(std::string_view kind, std::string_view payload);

} // namespace tf::session
