#pragma once

// An engine over a tiny checkpoint, and everything that it says about a request.

#include "engine/engine.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <semaphore>

namespace tf::test {

/// The folder of a tiny checkpoint, e.g. "a".
std::filesystem::path tinyModel(const std::string& shape);

engine::EngineOptions tinyOptions(const std::filesystem::path& model);
/// Requires: it loads.
std::unique_ptr<engine::Engine> tinyEngine(const std::filesystem::path& model);

struct Said {
    std::vector<std::int32_t> tokens;
    std::vector<float> chances; ///< log probabilities, token by token
    std::string text;
    std::vector<std::int64_t> promptDone;
    std::vector<engine::MediaProgress> mediaShown;
    std::optional<engine::Done> done;
    std::optional<Error> failed;
};

/// Requests on their way: each keeps its own box.
class Asked {
public:
    Asked(engine::Engine& engine, engine::Request request);

    [[nodiscard]] engine::Ticket& ticket() { return m_ticket; }
    /// Waits for the first token, or for the end.
    void awaitFirstToken();
    /// Waits for the end. Fails the test after half a minute.
    Said all();

private:
    bool drain(std::chrono::milliseconds patience);

    std::shared_ptr<std::counting_semaphore<>> m_wake;
    engine::Ticket m_ticket;
    std::shared_ptr<engine::EventBox> m_events;
    Said m_said;
};

Said ask(engine::Engine& engine, engine::Request request);

/// Greedy, told token by token, no drafts.
engine::Request greedy(std::vector<std::int32_t> prompt, std::int64_t maxTokens);

/// `count` ids below `vocab`, the same for the same seed.
std::vector<std::int32_t> someTokens(std::int64_t count, std::int32_t vocab, std::uint64_t seed);

} // namespace tf::test
