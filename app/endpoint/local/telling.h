#pragma once

// One answer of the engine told in the words of endpoints.
//
// Takes the engine's events as they come and gives fewer: neighbouring pieces are joined, and of
// progress only the last is told. A call has an id that is its own in the conversation.

#include "app/endpoint/event.h"
#include "app/wire/dialect.h"
#include "app/wire/marker_filter.h"
#include "engine/event.h"

#include <vector>

namespace tf::endpoint {

class Telling {
public:
    using What = decltype(Event::what);

    Telling(std::string model, std::optional<wire::Thinking> thinking, std::string callIds);

    void take(engine::Event event);
    /// What is to be told since the last time.
    std::vector<What> tell();
    /// Done or Failed was taken.
    [[nodiscard]] bool hasEnded() const { return m_hasEnded; }

private:
    void take(const engine::PromptProgress& progress);
    void take(const engine::MediaProgress& progress);
    void take(text::AnswerEvent event);
    void take(const engine::TokenChosen& chosen);
    void take(const engine::Done& done);
    void take(engine::Failed failed);

    void setProgress(Progress progress);
    void addPiece(wire::ReplyEvent event);
    void addCall(wire::ReplyEvent::Kind kind, text::AnswerEvent event);
    void note(const engine::Done& done);
    void end(What what);

    std::string m_model;
    std::optional<wire::Thinking> m_thinking;
    std::string m_callIds;
    wire::MarkerFilter m_marks;
    std::vector<What> m_said;
    std::int64_t m_numPieces = 0;
    std::size_t m_numCalls = 0; ///< that can run
    bool m_sawThink = false;
    bool m_sawText = false;
    bool m_hasEnded = false;
};

} // namespace tf::endpoint
