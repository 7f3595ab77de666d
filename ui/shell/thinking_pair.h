#pragma once

// One question asked twice, without thinking and with it, so that the answers can be compared.
//
// The second is asked when the first has ended, and both are siblings of what was asked before.
// Goes away by itself when it is over, or when one of them was stopped. Thread: main.

#include "app/workspace/conversation.h"

#include <QObject>

#include <memory>

namespace tf::ui {

class ThinkingPair : public QObject {
    Q_OBJECT

public:
    struct Ways {
        session::RequestSettings off;
        session::RequestSettings on;
    };

    /// `turn` is asked once more in both ways.
    ThinkingPair(std::shared_ptr<workspace::Conversation> talk, session::TurnId turn, Ways ways,
                 QObject* parent);

Q_SIGNALS:
    /// Both have ended; the second is `turn`.
    void answered(tf::session::TurnId turn);

private:
    [[nodiscard]] session::TurnId ask(const session::RequestSettings& settings);
    void end(session::TurnId ended);

    std::shared_ptr<workspace::Conversation> m_talk;
    session::TurnId m_asked;
    Ways m_ways;
    session::TurnId m_off = session::kNoTurn;
    session::TurnId m_on = session::kNoTurn;
};

} // namespace tf::ui
