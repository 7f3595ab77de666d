#include "tests/app/session/faults/told.h"

#include "kernels/base/words.h"

namespace tf::test {

using namespace tf::session;

namespace {

std::string textOf(const Turn& turn)
{
    std::string text;
    for (const Part& part : turn.parts)
        text += part.text;
    return text;
}

/// The last time in a text of times; 0 when there is none.
std::int64_t lastTime(const std::string& text)
{
    if (text.size() < 2)
        return 0;
    const auto space = text.rfind(' ', text.size() - 2);
    return std::stoll(text.substr(space == std::string::npos ? 0 : space + 1));
}

std::int64_t firstTime(const std::string& text)
{
    return text.empty() ? 0 : std::stoll(text);
}

} // namespace

Told readTold(std::string_view lines)
{
    Told told;
    TurnId turn = kNoTurn;
    for (auto end = lines.find('\n'); end != std::string_view::npos; end = lines.find('\n')) {
        const auto line = lines.substr(0, end);
        lines.remove_prefix(end + 1);
        const auto space = line.find(' ');
        const auto what = line.substr(0, space);
        const std::string rest(line.substr(space + 1));
        if (what == "session")
            told.session = rest;
        else if (what == "begun")
            told.turns[turn = std::stoll(rest)];
        else if (what == "sent")
            told.turns[turn].text += rest + " ";
        else if (what == "ended")
            told.turns[turn].ended = true;
    }
    return told;
}

Losses compare(const Told& told, const Session& kept)
{
    Losses losses;
    std::map<TurnId, const Turn*> there;
    for (const Turn& turn : kept.turns)
        there[turn.id] = &turn;
    for (const auto& [id, answer] : told.turns) {
        if (!there.contains(id)) {
            losses.wrong = words("turn ", id, " is gone");
            return losses;
        }
        const std::string text = textOf(*there[id]);
        const bool isFinished = there[id]->ending.state == TurnState::Finished;
        // The last token may have been kept before it was told.
        const bool isBeginning = answer.text.starts_with(text) || text.starts_with(answer.text);
        if (!isBeginning || text.size() > answer.text.size() + 20)
            losses.wrong = words("turn ", id, " says what was never sent");
        else if (answer.ended && (!isFinished || text != answer.text))
            losses.wrong = words("turn ", id, " was finished and is not whole");
        else if (!isFinished && there[id]->ending.state != TurnState::Interrupted)
            losses.wrong = words("turn ", id, " seems to stream still");
        else if (text.size() < answer.text.size())
            losses.milliseconds =
                lastTime(answer.text) - (text.empty() ? firstTime(answer.text) : lastTime(text));
    }
    return losses;
}

} // namespace tf::test
