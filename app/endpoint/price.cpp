#include "app/endpoint/price.h"

#include <QDate>

#include <algorithm>

namespace tf::endpoint {

namespace {

constexpr qint64 kFreshDays = 60;

QDate dateOf(std::string_view text)
{
    return QDate::fromString(QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())),
                             Qt::ISODate);
}

} // namespace

std::optional<double> costOf(const RateCard& card, const TokenCounts& counts)
{
    const auto tier = std::find_if(card.tiers.begin(), card.tiers.end(), [&](const PriceTier& t) {
        return counts.input <= t.mostInputTokens;
    });
    const bool makesSense =
        counts.cachedInput >= 0 && counts.cachedInput <= counts.input && counts.output >= 0;
    if (tier == card.tiers.end() || !makesSense)
        return std::nullopt;
    const auto fresh = static_cast<double>(counts.input - counts.cachedInput);
    return (fresh * tier->input + static_cast<double>(counts.cachedInput) * tier->cachedInput
            + static_cast<double>(counts.output) * tier->output)
        / 1e6;
}

bool isStale(const RateCard& card, std::string_view today)
{
    const QDate date = dateOf(card.date);
    return !date.isValid() || date.daysTo(dateOf(today)) > kFreshDays;
}

} // namespace tf::endpoint
