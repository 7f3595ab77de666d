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
    /// `view` outlives it; the conversation is held. `engines`: whom a question can be asked of.
    ConversationLink(TranscriptView& view, std::shared_ptr<workspace::Conversation> conversation,
                     EngineList engines = {}, MediaLook media = {},
                     std::shared_ptr<const CitationLook> citations = {});
    ~ConversationLink() override;

    /// The ways to ask that turn's question once more, to be chosen there on the screen.
    void openRetryMenu(session::TurnId id, const QPoint& place);

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
    EngineList m_engines;
    session::TurnId m_unkept = session::kNoTurn; ///< whose card says that it is not kept
};

/// What was answered, without reasoning and tools.
[[nodiscard]] std::string answerOf(const session::Turn& turn);
/// Each line after "> ".
[[nodiscard]] QString quoted(const QString& markdown);

} // namespace tf::ui
