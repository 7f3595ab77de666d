#include "ui/transcript/story/turn_source.h"

#include <algorithm>

namespace tf::ui {

namespace {

const session::Turn* find(const session::Session& session, session::TurnId id)
{
    const auto& turns = session.turns;
    const auto found = std::find_if(turns.begin(), turns.end(),
                                    [id](const session::Turn& turn) { return turn.id == id; });
    return found == turns.end() ? nullptr : &*found;
}

std::vector<session::TurnId> newestBranch(const session::Session& session)
{
    std::vector<session::TurnId> branch;
    const session::TurnId leaf = session.desk.branch != session::kNoTurn ? session.desk.branch
        : session.turns.empty()                                          ? session::kNoTurn
                                                                         : session.turns.back().id;
    for (const auto* turn = find(session, leaf); turn != nullptr;
         turn = find(session, turn->question.parent)) {
        if (!turn->removed)
            branch.push_back(turn->id);
    }
    std::reverse(branch.begin(), branch.end());
    return branch;
}

std::vector<session::TurnId> siblingsOf(const session::Session& session, session::TurnId id)
{
    const session::Turn* turn = find(session, id);
    std::vector<session::TurnId> siblings;
    for (const session::Turn& other : session.turns) {
        if (turn != nullptr && other.question.parent == turn->question.parent && !other.removed)
            siblings.push_back(other.id);
    }
    return siblings;
}

} // namespace

TurnSource sourceOf(const session::Session& session)
{
    return {
        .branch = [&session] { return newestBranch(session); },
        .turn = [&session](session::TurnId id) { return find(session, id); },
        .siblings = [&session](session::TurnId id) { return siblingsOf(session, id); },
        .running = []() -> const workspace::Running* { return nullptr; },
        .trouble = [](session::TurnId) -> const workspace::Trouble* { return nullptr; },
    };
}

} // namespace tf::ui
