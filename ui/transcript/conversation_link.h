#pragma once

// Joins a view with a conversation: what the view shows, and what it asks for.
//
// Whatever needs more than the conversation is told on: other words for a question, a quote, a
// link, a file. Thread: main.

#include "ui/transcript/view/transcript_view.h"

#include <memory>

namespace tf::ui {

class ConversationLink : public QObject {
    Q_OBJECT

public:
    /// `view` outlives it; the conversation is held.
    ConversationLink(TranscriptView& view, std::shared_ptr<workspace::Conversation> conversation);
    ~ConversationLink() override;

Q_SIGNALS:
    /// There are turns, or none any more.
    void branchChanged();
    void quoteAsked(const QString& quoted);

private:
    void joinSignals();
    void joinActions();
    void copyMarkdown(session::TurnId id);

    TranscriptView& m_view;
    std::shared_ptr<workspace::Conversation> m_conversation;
};

/// What was answered, without reasoning and tools.
[[nodiscard]] std::string answerOf(const session::Turn& turn);
/// Each line after "> ".
[[nodiscard]] QString quoted(const QString& markdown);

} // namespace tf::ui
