#include "app/workspace/asking/turn_tree.h"

#include "app/session/replay.h"

#include <algorithm>
#include <set>

namespace tf::workspace {

using session::Session;
using session::Turn;
using session::TurnId;

TurnId newestLeaf(const Session& session, TurnId through)
{
    // A parent stands before its children.
    std::set<TurnId> below = {through};
    TurnId newest = through;
    for (const Turn& turn : session.turns) {
        if (below.count(turn.question.parent) == 0)
            continue;
        below.insert(turn.id);
        if (!turn.removed)
            newest = turn.id;
    }
    return newest;
}

std::vector<TurnId> siblingsOf(const Session& session, TurnId id)
{
    std::vector<TurnId> siblings;
    const Turn* self = session::findTurn(session, id);
    if (self == nullptr)
        return siblings;
    for (const Turn& turn : session.turns) {
        if (turn.question.parent == self->question.parent && (!turn.removed || turn.id == id))
            siblings.push_back(turn.id);
    }
    return siblings;
}

TurnId leafToShow(const Session& session)
{
    if (session::findTurn(session, session.desk.branch) != nullptr)
        return session.desk.branch;
    const auto last = std::find_if(session.turns.rbegin(), session.turns.rend(),
                                   [](const Turn& turn) { return !turn.removed; });
    return last == session.turns.rend() ? session::kNoTurn : last->id;
}

Session pathAlone(const Session& session, TurnId leaf)
{
    Session path;
    path.id = session.id;
    // A parent stands before its child, so going backwards finds each in one pass.
    for (auto turn = session.turns.rbegin(); turn != session.turns.rend(); ++turn) {
        if (turn->id != leaf)
            continue;
        path.turns.push_back(*turn);
        leaf = turn->question.parent;
    }
    std::reverse(path.turns.begin(), path.turns.end());
    return path;
}

} // namespace tf::workspace
