#include "ui/composer/estimate.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace tf::ui {

namespace {

struct EstimateWords {
    Q_DECLARE_TR_FUNCTIONS(EstimateWords)
};

/// Two digits that count, so that neither a cent nor a hundred dollars looks wrong.
QString shownDollars(double dollars)
{
    if (dollars < 0.01)
        return QLocale().toString(dollars, 'f', dollars < 0.001 ? 4 : 3);
    return QLocale().toString(dollars, 'f', 2);
}

endpoint::RateCard cardOf(const endpoint::Rates& rates)
{
    return {rates.tiers, rates.date};
}

/// Empty where nobody knows.
QString priceOf(std::int64_t tokens, const endpoint::Rates& rates)
{
    const auto cold = costOf(cardOf(rates), {tokens, 0, 0});
    const auto warm = costOf(cardOf(rates), {tokens, tokens, 0});
    if (!cold || !warm)
        return {};
    constexpr double kLeast = 0.0001;
    if (*cold < kLeast)
        return *cold > 0 ? EstimateWords::tr("below $%1").arg(QLocale().toString(kLeast, 'f', 4))
                         : QString();
    const QString from = shownDollars(*warm);
    const QString to = shownDollars(*cold);
    return from == to ? QStringLiteral("$%1").arg(to) : QStringLiteral("$%1–%2").arg(from, to);
}

QString detailsOf(std::int64_t tokens, const workspace::EngineChoice& engine)
{
    QString details = EstimateWords::tr("%1 tokens with what was said before; the answer comes on "
                                        "top.")
                          .arg(QLocale().toString(qlonglong(tokens)));
    if (!engine.rates.tiers.empty())
        details += u'\n'
            + EstimateWords::tr("From all of it in the server's cache to none. Rates of %1.")
                  .arg(QString::fromStdString(engine.rates.date));
    return details;
}

} // namespace

QString shortTokens(std::int64_t tokens)
{
    if (tokens < 1000)
        return QLocale().toString(qlonglong(tokens));
    const auto amount = static_cast<double>(tokens) / (tokens < 999'500 ? 1e3 : 1e6);
    const int decimals = amount < 9.95 && std::fmod(std::round(amount * 10), 10.0) != 0 ? 1 : 0;
    return QLocale().toString(amount, 'f', decimals)
        + (tokens < 999'500 ? QLatin1StringView("K") : QLatin1StringView("M"));
}

std::int64_t tokensBefore(const workspace::Conversation& conversation)
{
    const auto& branch = conversation.branch();
    for (auto id = branch.rbegin(); id != branch.rend(); ++id) {
        const session::Turn* turn = conversation.turn(*id);
        if (turn != nullptr && turn->ending.usage.prompt > 0)
            return turn->ending.usage.prompt + turn->ending.usage.answer;
    }
    return 0;
}

Estimate estimateOf(std::int64_t tokens, ingest::Quality quality,
                    const workspace::EngineChoice* engine, std::string_view today)
{
    Estimate estimate;
    const QString amount = shortTokens(tokens);
    estimate.line = quality == ingest::Quality::Exact ? EstimateWords::tr("%1 tok").arg(amount)
                                                      : EstimateWords::tr("≈ %1 tok").arg(amount);
    if (engine == nullptr)
        return estimate;
    estimate.details = detailsOf(tokens, *engine);
    const auto room = engine->capabilities.contextTokens;
    if (room && tokens > *room) {
        estimate.isOver = true;
        estimate.line += u' '
            + EstimateWords::tr("· %1 more than %2 can read")
                  .arg(shortTokens(tokens - *room),
                       QString::fromStdString(engine->name.empty() ? engine->model : engine->name));
        return estimate;
    }
    const QString dot = QStringLiteral(" · ");
    if (engine->isLocal()) {
        estimate.line += dot + EstimateWords::tr("free");
        return estimate;
    }
    const QString price = priceOf(tokens, engine->rates);
    if (price.isEmpty())
        return estimate;
    estimate.line += dot + price;
    if (isStale(cardOf(engine->rates), today))
        estimate.line += dot + EstimateWords::tr("old rates");
    return estimate;
}

} // namespace tf::ui
