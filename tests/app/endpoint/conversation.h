#pragma once

// Asks an endpoint and gathers what it says, for tests.
//
// Thread: the test's.

#include "app/endpoint/openai.h"

#include <QElapsedTimer>

namespace tf::test {

/// Everything that one request said.
struct Gathered {
    std::vector<endpoint::Event> events;

    [[nodiscard]] bool hasEnded() const;
    [[nodiscard]] int numEnds() const;
    /// think{…}, text, [calls], ^: like a reader would see it.
    [[nodiscard]] std::string seen() const;
    [[nodiscard]] const endpoint::Done* done() const { return last<endpoint::Done>(); }
    [[nodiscard]] const endpoint::Failed* failed() const { return last<endpoint::Failed>(); }
    [[nodiscard]] int numRetries() const;
    [[nodiscard]] std::string notes() const;

    template <class What>
    [[nodiscard]] const What* last() const
    {
        for (auto event = events.rbegin(); event != events.rend(); ++event) {
            if (const auto* what = std::get_if<What>(&event->what))
                return what;
        }
        return nullptr;
    }
};

class Conversation {
public:
    explicit Conversation(endpoint::Profile profile,
                          endpoint::Place farthest = endpoint::Place::Outside);

    /// Asks and waits for the end.
    Gathered ask(const std::string& question = "?", int patienceMillis = 15'000);
    Gathered ask(endpoint::Request request, int patienceMillis = 15'000);

    endpoint::Ticket start(endpoint::Request request);
    /// What has come so far.
    Gathered& gathered();
    bool waitForEnd(int patienceMillis = 15'000);

    [[nodiscard]] endpoint::OpenAiEndpoint& endpoint() { return *m_endpoint; }
    [[nodiscard]] endpoint::Reach& reach() { return m_reach; }

private:
    endpoint::Reach m_reach;
    std::unique_ptr<endpoint::OpenAiEndpoint> m_endpoint;
    endpoint::Sink m_sink;
    Gathered m_gathered;
};

[[nodiscard]] endpoint::Profile profileFor(const QUrl& url, std::string_view kind = "vllm");
[[nodiscard]] endpoint::Request questionOf(const std::string& text);

} // namespace tf::test
