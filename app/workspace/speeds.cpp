#include "app/workspace/speeds.h"

#include <algorithm>

namespace tf::workspace {

namespace {

using Steady = std::chrono::steady_clock;

/// What comes sooner came in one go, and says how fast a network is.
constexpr std::chrono::milliseconds kLeastWriting{20};

std::optional<double> rateOf(std::int64_t count, Steady::duration took)
{
    if (count <= 0 || took <= Steady::duration::zero())
        return std::nullopt;
    return static_cast<double>(count) / std::chrono::duration<double>(took).count();
}

/// Without a word about the cache nobody knows how many were read.
std::optional<double> promptRate(const Running& ended)
{
    const bool isKnown = ended.usage && ended.usage->promptTokens && ended.usage->cachedTokens
        && ended.sent && ended.firstWord;
    if (!isKnown)
        return std::nullopt;
    return rateOf(*ended.usage->promptTokens - *ended.usage->cachedTokens,
                  *ended.firstWord - *ended.sent);
}

std::optional<double> answerRate(const Running& ended)
{
    const bool isKnown =
        ended.usage && ended.usage->answerTokens && ended.firstWord && ended.lastWord;
    if (!isKnown || *ended.lastWord - *ended.firstWord < kLeastWriting)
        return std::nullopt;
    // The first one was there when the clock began.
    return rateOf(*ended.usage->answerTokens - 1, *ended.lastWord - *ended.firstWord);
}

} // namespace

AnswerSpeed speedOf(const Running& ended)
{
    AnswerSpeed speed;
    if (ended.firstWord)
        speed.toFirstWord =
            std::chrono::duration_cast<std::chrono::milliseconds>(*ended.firstWord - ended.asked);
    speed.promptTokensPerSecond = promptRate(ended);
    speed.answerTokensPerSecond = answerRate(ended);
    if (ended.usage) {
        speed.promptTokens = ended.usage->promptTokens;
        speed.cachedTokens = ended.usage->cachedTokens;
        speed.answerTokens = ended.usage->answerTokens;
    }
    speed.ended = std::chrono::system_clock::now();
    return speed;
}

Speeds::Speeds(QObject* parent)
    : QObject(parent)
{
}

void Speeds::follow(const Conversation& conversation)
{
    connect(&conversation, &Conversation::turnEnded, this,
            [this, talk = &conversation](session::TurnId id) {
                const session::Turn* turn = talk->turn(id);
                const auto& ended = talk->ended();
                if (turn != nullptr && ended && ended->turn == id && ended->firstWord)
                    note(turn->question.settings.endpoint, speedOf(*ended));
            });
}

void Speeds::note(const std::string& engine, AnswerSpeed speed)
{
    auto& kept = m_speeds[engine];
    kept.push_back(speed);
    const auto since = std::chrono::system_clock::now() - kSpeedHistory;
    const auto young = std::find_if(kept.begin(), kept.end(),
                                    [since](const AnswerSpeed& one) { return one.ended >= since; });
    const auto lastOnes =
        kept.end() - static_cast<std::ptrdiff_t>(std::min(kept.size(), kLastSpeeds));
    kept.erase(kept.begin(), std::min(young, lastOnes));
    Q_EMIT changed();
}

const std::vector<AnswerSpeed>& Speeds::of(const std::string& engine) const
{
    static const std::vector<AnswerSpeed> kNone;
    const auto found = m_speeds.find(engine);
    return found == m_speeds.end() ? kNone : found->second;
}

} // namespace tf::workspace
