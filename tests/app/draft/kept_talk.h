#pragma once

// A session that grows by questions and answers, its contents in memory; and drafts made at random.

#include "app/draft/history.h"
#include "app/draft/kept_question.h"
#include "app/wire/chat_request.h"
#include "tests/support/gen.h"

#include <map>

namespace tf::test {

class KeptTalk {
public:
    /// What is sent for a draft that follows `parent`. Aborts where something is missing.
    [[nodiscard]] std::vector<wire::Message> toSend(const draft::Draft& draft,
                                                    session::TurnId parent) const;
    /// Keeps the question; it is not answered yet.
    session::TurnId keep(const draft::Draft& draft, session::TurnId parent);
    session::Turn& turn(session::TurnId id);

    [[nodiscard]] Result<std::vector<wire::Message>> messages(session::TurnId leaf) const;
    [[nodiscard]] draft::PutBlob put();
    [[nodiscard]] draft::ReadBlob read() const;

    session::Session session;
    std::map<std::string, std::string> blobs;
};

/// A question in words alone.
[[nodiscard]] draft::Draft asking(const std::string& question);
/// Files, pictures, clips, and words; a system's message only in the first.
[[nodiscard]] draft::Draft anyDraft(Gen& gen, session::TurnId parent);
/// What may come of a question: often an answer, sometimes nothing.
void answerAnyhow(Gen& gen, session::Turn& turn);
/// Whether the model said something in it.
[[nodiscard]] bool isAnswered(const std::vector<wire::Message>& untilTurn);

} // namespace tf::test
