#pragma once

// A test of an endpoint as it runs: reached step by step, then asked for its models.
//
// Thread: main. Blocks: never.

#include "app/endpoint/handshake.h"
#include "app/workspace/engines.h"

namespace tf::workspace {

class EndpointTrial : public QObject {
    Q_OBJECT

public:
    /// Requires: `reach` outlives it.
    EndpointTrial(endpoint::StoredProfile stored, endpoint::Profile profile,
                  const endpoint::Reach& reach, Engines::TestTold told);

    void start();
    /// Told for the last time.
    [[nodiscard]] bool isOver() const
    {
        return m_test.error || m_test.step == EndpointTest::Step::Done;
    }

private:
    void onReached(endpoint::Handshake::Step step);
    void onModels(Result<std::vector<wire::ListedModel>> models);
    void tell(EndpointTest::Step step);
    void fail(const Error& error);

    endpoint::StoredProfile m_stored;
    endpoint::OpenAiEndpoint m_server;
    endpoint::Handshake m_handshake;
    Engines::TestTold m_told;
    EndpointTest m_test;
    std::chrono::steady_clock::time_point m_began;
};

} // namespace tf::workspace
