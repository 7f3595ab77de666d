#pragma once

// An engine that can answer, as it is chosen from: its name, where data goes, how it thinks.
//
// Plain values, made from the user's endpoints and from the models on this machine. Thread: any.

#include "app/endpoint/price.h"
#include "app/endpoint/profile/data_label.h"
#include "app/session/turn.h"

#include <array>

namespace tf::workspace {

enum class EngineKind : std::uint8_t { LocalModel, Endpoint };

/// One position of the thinking switch at one engine.
struct ThinkingChoice {
    session::Thinking mode = session::Thinking::Adaptive;
    bool isHonoured = true;
    std::string wire; ///< what is sent: "thinking_mode: disabled"; empty: nothing is
    std::string note; ///< why it is not honoured, or what it means there; empty: what it says
};

struct EngineChoice {
    std::string name; ///< as session::RequestSettings::endpoint has it; empty: this machine's model
    EngineKind kind = EngineKind::Endpoint;
    std::string model;
    endpoint::DataLabel label;
    const endpoint::ServerKind* server = nullptr; ///< of an endpoint
    endpoint::Capabilities capabilities;
    std::array<ThinkingChoice, 3> thinking; ///< off, adaptive, on
    endpoint::Rates rates; ///< no tiers: free, or nobody knows
    std::string problem; ///< why it cannot be asked now; empty: it can

    [[nodiscard]] bool isLocal() const { return kind == EngineKind::LocalModel; }
};

[[nodiscard]] EngineChoice choiceOf(const endpoint::StoredProfile& profile);

/// False: the server has no word for it, and does as it likes.
[[nodiscard]] bool hasWordFor(const endpoint::StoredProfile& profile, session::Thinking mode);

/// The model on this machine: its name as an engine is empty.
[[nodiscard]] EngineChoice localChoice(const std::string& model, std::string problem);

} // namespace tf::workspace
