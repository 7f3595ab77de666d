#pragma once

// The answer that streams in a conversation, told at a pace that can be read.
//
// Begin, first word and end are told at once; in between, while words come, four times a second at
// most. Nothing ticks: it tells when the conversation does. Thread: main.

#include "app/workspace/conversation.h"

namespace tf::ui {

class RunningWatch : public QObject {
    Q_OBJECT

public:
    explicit RunningWatch(QObject* parent = nullptr);

    /// nullptr: none is watched.
    void setConversation(std::shared_ptr<workspace::Conversation> conversation);
    /// What runs there; nullptr: nothing does. `engine` as session::RequestSettings::endpoint has
    /// it.
    [[nodiscard]] const workspace::Running* at(const std::string& engine) const;

Q_SIGNALS:
    void changed();

private:
    void onRunning();

    std::shared_ptr<workspace::Conversation> m_conversation;
    /// When a rate was told last; zero: none was of this answer.
    std::chrono::steady_clock::time_point m_told;
};

} // namespace tf::ui
