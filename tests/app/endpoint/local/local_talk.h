#pragma once

// A local endpoint over a tiny checkpoint, and everything that it says about its requests.
//
// Thread: the test's.

#include "app/endpoint/local/local_endpoint.h"
#include "tests/app/endpoint/conversation.h"

#include <filesystem>

namespace tf::test {

/// Its parts; float32, two threads, room for long prompts. Requires: the folder holds a model.
[[nodiscard]] endpoint::LocalModel localModel(const std::filesystem::path& folder);

/// One request, from its start on.
class LocalAsked {
public:
    LocalAsked(endpoint::LocalEndpoint& endpoint, wire::ChatRequest chat);

    [[nodiscard]] const endpoint::Ticket& ticket() const { return m_ticket; }
    /// What has come so far.
    Gathered& gathered();
    /// Handles events until then. False: it took too long.
    bool waitFor(const std::function<bool(const Gathered&)>& isThere);
    /// Waits for the end.
    Gathered all();

private:
    endpoint::Sink m_sink;
    endpoint::Ticket m_ticket;
    Gathered m_gathered;
};

/// Asks and waits for the end.
Gathered ask(endpoint::LocalEndpoint& endpoint, wire::ChatRequest chat);

/// One question, answered greedily by so many tokens.
[[nodiscard]] wire::ChatRequest question(const std::string& text, std::int64_t maxTokens = 8);

/// A message of one text.
[[nodiscard]] wire::Message said(wire::Role role, const std::string& text);

} // namespace tf::test
