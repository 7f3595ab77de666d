#pragma once

// Moments that the answers of a conversation name, each answer read once when it has ended.
//
// Thread: main.

#include "app/workspace/conversation.h"

#include <map>
#include <vector>

namespace tf::ui {

class CitedTimes {
public:
    /// In order of time; of the branch that is shown.
    [[nodiscard]] std::vector<double> of(const workspace::Conversation* talk);
    /// Another conversation comes.
    void forget() { m_known.clear(); }

private:
    std::map<session::TurnId, std::vector<double>> m_known;
};

} // namespace tf::ui
