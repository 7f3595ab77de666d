#include "ui/monitor/speed_words.h"

#include "ui/composer/estimate.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace tf::ui {

namespace {

struct SpeedWords {
    Q_DECLARE_TR_FUNCTIONS(SpeedWords)
};

using Seconds = std::chrono::duration<double>;

constexpr std::chrono::milliseconds kLeastStreamed{500}; ///< before that a rate says nothing

QString decimals(double value, int count)
{
    return QLocale().toString(value, 'f', count);
}

QString stageWords(const endpoint::Progress& progress)
{
    const QString share = progress.total > 0 ? SpeedWords::tr("(%1 %)").arg(
                              100 * std::min(progress.done, progress.total) / progress.total)
                                             : QString();
    switch (progress.stage) {
    case endpoint::Stage::Uploading:
        return SpeedWords::tr("sending %1 / %2 %3")
            .arg(shownBytes(progress.done), shownBytes(progress.total), share);
    case endpoint::Stage::Decoding:
        return SpeedWords::tr("reading frames %1 / %2").arg(progress.done).arg(progress.total);
    case endpoint::Stage::Looking:
        return SpeedWords::tr("looking at pictures %1").arg(share);
    case endpoint::Stage::ReadingPrompt:
        break;
    }
    return SpeedWords::tr("reading the prompt %1 / %2 %3")
        .arg(shortTokens(progress.done), shortTokens(progress.total), share);
}

} // namespace

QString shownRate(double perSecond)
{
    const int after = perSecond < 9.995 ? 2 : perSecond < 99.95 ? 1 : 0;
    return decimals(perSecond, after);
}

QString shownTime(std::chrono::milliseconds time)
{
    const double seconds = Seconds(time).count();
    if (seconds < 0.995)
        return SpeedWords::tr("%1 s").arg(decimals(seconds, 2));
    if (seconds < 9.95)
        return SpeedWords::tr("%1 s").arg(decimals(seconds, 1));
    const auto whole = qRound(seconds);
    if (whole < 120)
        return SpeedWords::tr("%1 s").arg(whole);
    return SpeedWords::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
}

QString shownBytes(std::int64_t bytes)
{
    const auto amount = static_cast<double>(bytes);
    if (amount < 999.5e6)
        return SpeedWords::tr("%1 MB").arg(decimals(amount / 1e6, amount < 9.95e6 ? 1 : 0));
    return SpeedWords::tr("%1 GB").arg(decimals(amount / 1e9, amount < 99.95e9 ? 1 : 0));
}

QString shownClock(std::chrono::system_clock::time_point when)
{
    const auto since =
        std::chrono::duration_cast<std::chrono::milliseconds>(when.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(since.count()).toString(QStringLiteral("HH:mm"));
}

QString cachedShare(const workspace::AnswerSpeed& speed)
{
    const bool isKnown = speed.cachedTokens && speed.promptTokens && *speed.promptTokens > 0
        && *speed.cachedTokens >= 0 && *speed.cachedTokens <= *speed.promptTokens;
    if (!isKnown)
        return {};
    return SpeedWords::tr("%1 %").arg(100 * *speed.cachedTokens / *speed.promptTokens);
}

QString speedWords(const workspace::AnswerSpeed& speed)
{
    QStringList parts;
    if (speed.answerTokensPerSecond)
        parts.append(SpeedWords::tr("%1 tok/s").arg(shownRate(*speed.answerTokensPerSecond)));
    if (speed.toFirstWord)
        parts.append(SpeedWords::tr("first word %1").arg(shownTime(*speed.toFirstWord)));
    if (const QString share = cachedShare(speed); !share.isEmpty())
        parts.append(SpeedWords::tr("cache hit %1").arg(share));
    return parts.join(QStringLiteral(" · "));
}

namespace {

QString firstWordWords(const workspace::Running& running)
{
    const auto waited =
        std::chrono::duration_cast<std::chrono::milliseconds>(*running.firstWord - running.asked);
    return SpeedWords::tr("first word %1").arg(shownTime(waited));
}

} // namespace

QString runningWords(const workspace::Running& running)
{
    if (running.retrying)
        return SpeedWords::tr("failed, asked once more");
    if (!running.firstWord)
        return running.progress ? stageWords(*running.progress)
                                : SpeedWords::tr("waiting for the first word");
    const QString first = firstWordWords(running);
    const auto streamed = running.lastWord.value_or(*running.firstWord) - *running.firstWord;
    if (streamed < kLeastStreamed || running.pieces < 2)
        return first;
    const double rate = static_cast<double>(running.pieces - 1) / Seconds(streamed).count();
    return SpeedWords::tr("%1 pieces/s").arg(shownRate(rate)) + QStringLiteral(" · ") + first;
}

QString runningWords(const workspace::Running& running, double tokensPerSecond)
{
    if (running.retrying || !running.firstWord)
        return runningWords(running);
    return SpeedWords::tr("%1 tok/s").arg(shownRate(tokensPerSecond)) + QStringLiteral(" · ")
        + firstWordWords(running);
}

std::optional<double> ownRate(const workspace::LocalModel& model)
{
    const auto& activity = model.activity();
    const bool isKnown =
        activity && activity->numRunning == 1 && activity->answerTokensPerSecond > 0;
    return isKnown ? std::optional(activity->answerTokensPerSecond) : std::nullopt;
}

} // namespace tf::ui
