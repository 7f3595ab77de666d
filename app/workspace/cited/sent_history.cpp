#include "app/workspace/cited/sent_history.h"

#include "app/draft/kept_question.h"

#include <algorithm>
#include <future>

namespace tf::workspace {

namespace {

/// A question gets its manifest a moment after it is shown.
bool isStill(const SentTurn& sent, const session::Turn& turn)
{
    return sent.files.size() == draft::filesOf(turn.question).size()
        && sent.attachments.size() == turn.question.attachments.size();
}

} // namespace

SentHistory::SentHistory(std::shared_ptr<const Conversation> conversation)
    : m_conversation(std::move(conversation))
{
}

SentTurns SentHistory::upTo(session::TurnId id)
{
    SentTurns turns;
    for (const session::Turn* turn = m_conversation->turn(id); turn != nullptr;
         turn = m_conversation->turn(turn->question.parent)) {
        if (turn->removed && turn->id != id)
            continue;
        auto& sent = m_turns[turn->id];
        if (!sent || !isStill(*sent, *turn))
            sent = sentTurn(*turn);
        turns.push_back(sent);
    }
    std::reverse(turns.begin(), turns.end());
    return turns;
}

std::vector<session::Source> SentHistory::sources() const
{
    return m_conversation->session().sources;
}

draft::ReadBlob waitingRead(session::Store& store)
{
    auto known = std::make_shared<std::map<std::string, std::string>>();
    return [&store, known](const std::string& id) -> Result<std::string> {
        const auto kept = known->find(id);
        if (kept != known->end())
            return kept->second;
        std::promise<Result<std::string>> promise;
        auto future = promise.get_future();
        store.blob(id,
                   [&promise](Result<std::string> read) { promise.set_value(std::move(read)); });
        auto content = future.get();
        if (content)
            known->emplace(id, *content);
        return content;
    };
}

} // namespace tf::workspace
