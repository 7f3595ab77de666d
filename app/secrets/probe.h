#pragma once

// Whether a store of keys works, found out by writing, reading and removing a key in it.
//
// Nothing is believed from the desktop's name or from what is installed. Thread: main.

#include "app/secrets/secret_store.h"

#include <chrono>
#include <optional>

namespace tf::secrets {

enum class ProbeStep : std::uint8_t { Write, Read, Compare, Remove };

/// "write", "read", "compare", "remove".
[[nodiscard]] std::string_view name(ProbeStep step);

struct ProbeReport {
    StoreKind kind;
    std::optional<ProbeStep> failedAt; ///< none: the store is usable
    Code code = Code::Internal; ///< of the failure; so are the words
    std::string reason;
    std::chrono::milliseconds took{0};

    [[nodiscard]] bool isUsable() const { return !failedAt; }
};

/// Told once, unless the store goes before. Requires: the store outlives the probe or the answer.
void probe(SecretStore& store, std::function<void(ProbeReport)> answer);

} // namespace tf::secrets
