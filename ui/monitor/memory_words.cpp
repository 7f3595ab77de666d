#include "ui/monitor/memory_words.h"

#include "ui/composer/estimate.h"
#include "ui/monitor/speed_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace tf::ui {

namespace {

struct MemoryWords {
    Q_DECLARE_TR_FUNCTIONS(MemoryWords)
};

using engine::Activity;
using engine::MemoryPlan;

QString bytesWords(std::uint64_t bytes)
{
    return shownBytes(static_cast<std::int64_t>(bytes));
}

std::uint64_t plannedBytes(const MemoryPlan& plan)
{
    std::uint64_t all = 0;
    for (const engine::DevicePlan& device : plan.devices)
        all += device.use.total();
    return all;
}

QString share(std::int64_t part, std::int64_t whole)
{
    return MemoryWords::tr("%1 %").arg(whole > 0 ? 100 * part / whole : 0);
}

QString requestWords(const Activity& now)
{
    if (now.numRunning == 0 && now.numWaiting == 0)
        return MemoryWords::tr("none");
    return MemoryWords::tr("%1 running, %2 waiting").arg(now.numRunning).arg(now.numWaiting);
}

QString rateWords(const Activity& now)
{
    QStringList parts;
    if (now.promptTokensPerSecond > 0)
        parts.append(MemoryWords::tr("reads %1 tok/s").arg(shownRate(now.promptTokensPerSecond)));
    if (now.answerTokensPerSecond > 0)
        parts.append(MemoryWords::tr("writes %1 tok/s").arg(shownRate(now.answerTokensPerSecond)));
    return parts.join(u'\n');
}

void addActivity(FactGroup& group, const Activity& now)
{
    group.facts.push_back({MemoryWords::tr("Requests"), requestWords(now)});
    if (const QString rates = rateWords(now); now.numRunning > 0 && !rates.isEmpty())
        group.facts.push_back({MemoryWords::tr("Now"), rates});
    group.facts.push_back(
        {MemoryWords::tr("Cache"),
         MemoryWords::tr("%1 in use, %2 kept for later")
             .arg(share(now.numUsed, now.numPages), share(now.numKept, now.numPages))});
    if (now.promptTokens > 0)
        group.facts.push_back(
            {MemoryWords::tr("Cache hits"),
             MemoryWords::tr("%1 of %2 prompt tokens")
                 .arg(share(now.cachedTokens, now.promptTokens), shortTokens(now.promptTokens))});
}

} // namespace

std::vector<MemoryPart> partsOf(const engine::MemoryUse& use)
{
    std::vector<MemoryPart> parts{
        {MemoryWords::tr("Weights"), use.weights, Token::TextMuted},
        {MemoryWords::tr("Experts"), use.experts, Token::Accent},
        {MemoryWords::tr("Vision tower"), use.vision, Token::Good},
        {MemoryWords::tr("Context cache"), use.cache, Token::Caution},
        {MemoryWords::tr("Work space"), use.workspace, Token::BorderStrong},
    };
    std::erase_if(parts, [](const MemoryPart& part) { return part.bytes == 0; });
    return parts;
}

QString verdictWords(const MemoryPlan& plan)
{
    if (plan.missingBytes() == 0) {
        std::uint64_t free = 0;
        for (const engine::DevicePlan& device : plan.devices)
            free += device.freeBytes;
        return MemoryWords::tr("It fits: %1 of the %2 that are free.")
            .arg(bytesWords(plannedBytes(plan)), bytesWords(free));
    }
    const QString missing =
        MemoryWords::tr("It does not fit: %1 short.").arg(bytesWords(plan.missingBytes())) + u' ';
    if (plan.positionsThatFit > 0)
        return missing
            + MemoryWords::tr("With a context of %1 tokens it would fit.")
                  .arg(QLocale().toString(qlonglong(plan.positionsThatFit)));
    return missing
        + MemoryWords::tr("No context is short enough: close what takes memory, choose a smaller "
                          "model, or use an endpoint.");
}

FactGroup loadedFacts(const MemoryPlan& plan, std::int64_t taken,
                      const std::optional<Activity>& activity)
{
    FactGroup group{MemoryWords::tr("On this machine"), {}};
    group.facts.push_back({MemoryWords::tr("Memory"),
                           MemoryWords::tr("%1 planned").arg(bytesWords(plannedBytes(plan))) + u'\n'
                               + (taken > 0 ? MemoryWords::tr("%1 taken").arg(shownBytes(taken))
                                            : MemoryWords::tr("what is taken is unknown"))});
    group.facts.push_back({MemoryWords::tr("Context"),
                           MemoryWords::tr("%1 tokens, all questions and answers")
                               .arg(QLocale().toString(qlonglong(plan.positions)))});
    group.facts.push_back({MemoryWords::tr("Threads"), QString::number(plan.threads)});
    if (activity)
        addActivity(group, *activity);
    return group;
}

} // namespace tf::ui
