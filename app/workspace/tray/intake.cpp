#include "app/workspace/tray/intake.h"

#include <algorithm>
#include <limits>

namespace tf::workspace {

namespace {

constexpr std::int64_t kMostAnswerTokens = 8192;
constexpr std::int64_t kQuestionTokens = 2048;
/// The engine on this machine has no limits of a server; a clip lies in memory while it is asked.
constexpr std::int64_t kMostLocalClip = std::int64_t(512) << 20;

endpoint::MediaLimits localLimits()
{
    constexpr auto kAny = std::numeric_limits<std::int64_t>::max();
    return {kAny, kAny, kMostLocalClip, kAny, kAny};
}

/// An estimate may be too low, so that what is left is filled to nine tenths.
ingest::Budget roomIn(std::int64_t contextTokens)
{
    const auto left = contextTokens - answerRoom(contextTokens) - kQuestionTokens;
    return std::max<std::int64_t>(left * 9 / 10, 1);
}

} // namespace

std::int64_t answerRoom(std::int64_t contextTokens)
{
    return std::min(contextTokens / 4, kMostAnswerTokens);
}

Intake intakeOf(const EngineChoice& engine, std::int64_t budget)
{
    Intake intake;
    intake.engine = engine.name.empty() ? engine.model : engine.name;
    if (engine.capabilities.contextTokens)
        intake.room = roomIn(*engine.capabilities.contextTokens);
    if (budget > 0)
        intake.room = std::min(budget, intake.room.value_or(budget));
    if (engine.capabilities.images == false)
        intake.pictures = Takes::No;
    if (engine.isLocal() || engine.server == nullptr) {
        intake.limits = localLimits();
        return intake;
    }
    intake.pairs = Takes::No;
    const endpoint::ServerKind& server = *engine.server;
    intake.place = engine.label.place;
    intake.limits = server.limits;
    const bool isClipServer = server.dialect.video != wire::VideoForm::None;
    intake.clips = isClipServer && engine.capabilities.video != false ? Takes::Yes : Takes::No;
    intake.tiers = server.dialect.imageDetail == wire::Honours::Yes ? Takes::Yes : Takes::No;
    intake.largePictures = server.baseUrls.empty() ? Takes::No : Takes::Yes;
    return intake;
}

} // namespace tf::workspace
