#pragma once

// An endpoint that says what a test tells it to, when the test tells it.
//
// Thread: the test's.

#include "app/workspace/conversation.h"

#include <string>
#include <string_view>
#include <vector>

namespace tf::test {

class ScriptedEndpoint : public endpoint::Endpoint {
public:
    endpoint::Ticket start(endpoint::Request request, endpoint::Sink sink) override;

    /// To the request that came last.
    void say(decltype(endpoint::Event::what) what);
    void text(std::string_view text);
    void think(std::string_view text);
    void done();

    [[nodiscard]] const std::vector<wire::ChatRequest>& requests() const { return m_requests; }
    [[nodiscard]] int numCancelled() const { return *m_numCancelled; }

private:
    std::vector<wire::ChatRequest> m_requests;
    endpoint::Sink m_sink;
    std::shared_ptr<int> m_numCancelled = std::make_shared<int>(0);
};

/// Each request on a line: "user: …", "assistant: …", parts joined by "|".
[[nodiscard]] std::string shown(const wire::ChatRequest& request);

} // namespace tf::test
