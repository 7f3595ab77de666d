#include "ui/monitor/fact.h"

#include "ui/composer/estimate.h"

#include <QCoreApplication>
#include <QLocale>

namespace tf::ui {

namespace {

struct FactWords {
    Q_DECLARE_TR_FUNCTIONS(FactWords)
};

using workspace::EngineChoice;

/// Unknown where nobody said it.
Fact saidFact(const QString& name, const std::string& value)
{
    if (value.empty() || value == "unknown")
        return {name, FactWords::tr("unknown"), FactTone::Unknown};
    const bool isUnknown = value.starts_with("unknown "); // and what follows from that
    return {name, QString::fromStdString(value), isUnknown ? FactTone::Unknown : FactTone::Said};
}

Fact yesNoFact(const QString& name, const std::optional<bool>& value, const QString& ifNot)
{
    if (!value)
        return {name, FactWords::tr("unknown"), FactTone::Unknown};
    return {name, *value ? FactWords::tr("yes") : ifNot, FactTone::Said};
}

Fact contextFact(const EngineChoice& engine)
{
    const QString name = FactWords::tr("Context");
    const auto tokens = engine.capabilities.contextTokens;
    if (!tokens)
        return {name, FactWords::tr("unknown"), FactTone::Unknown};
    return {name, FactWords::tr("%1 tokens, question and answer").arg(shortTokens(*tokens)),
            FactTone::Said};
}

FactGroup modelGroup(const EngineChoice& engine)
{
    FactGroup group{FactWords::tr("Model"), {}};
    group.facts.push_back(saidFact(FactWords::tr("Name"), engine.model));
    if (engine.server != nullptr)
        group.facts.push_back(saidFact(FactWords::tr("Server"), std::string(engine.server->name)));
    group.facts.push_back(contextFact(engine));
    if (engine.isLocal())
        return group;
    group.facts.push_back(
        yesNoFact(FactWords::tr("Pictures"), engine.capabilities.images, FactWords::tr("no")));
    group.facts.push_back(yesNoFact(FactWords::tr("Clips"), engine.capabilities.video,
                                    FactWords::tr("as pictures of their frames")));
    if (!engine.capabilities.probed.empty())
        group.facts.push_back(saidFact(FactWords::tr("Asked on"), engine.capabilities.probed));
    return group;
}

Fact placeFact(endpoint::Place place)
{
    const QString name = FactWords::tr("Goes to");
    switch (place) {
    case endpoint::Place::ThisMachine:
        return {name, FactWords::tr("nowhere: it stays on this machine"), FactTone::Said};
    case endpoint::Place::LocalNetwork:
        return {name, FactWords::tr("your network"), FactTone::Said};
    case endpoint::Place::Outside:
        break;
    }
    return {name, FactWords::tr("outside your network"), FactTone::Caution};
}

FactGroup dataGroup(const EngineChoice& engine)
{
    const endpoint::DataLabel& label = engine.label;
    FactGroup group{FactWords::tr("Data"), {placeFact(label.place)}};
    if (!engine.isLocal())
        group.facts.push_back(saidFact(FactWords::tr("Host"), label.host));
    group.facts.push_back(saidFact(FactWords::tr("Operator"), label.operatorName));
    if (label.place != endpoint::Place::ThisMachine) {
        group.facts.push_back(saidFact(FactWords::tr("Law"), label.law));
        group.facts.push_back(saidFact(FactWords::tr("Said by"), label.basis));
    }
    group.facts.push_back(saidFact(FactWords::tr("Kept"), label.retention));
    return group;
}

Fact thinkingFact(const workspace::ThinkingChoice& choice, const QString& name)
{
    QStringList lines;
    if (!choice.wire.empty())
        lines.append(QString::fromStdString(choice.wire));
    else
        lines.append(FactWords::tr("nothing is sent"));
    if (!choice.note.empty())
        lines.append(QString::fromStdString(choice.note));
    if (!choice.isHonoured && choice.note.empty())
        lines.append(FactWords::tr("not honoured"));
    return {name, lines.join(u'\n'), choice.isHonoured ? FactTone::Said : FactTone::Caution};
}

FactGroup thinkingGroup(const EngineChoice& engine)
{
    FactGroup group{FactWords::tr("Thinking, and what is sent for it"), {}};
    const std::array<QString, 3> names{FactWords::tr("off"), FactWords::tr("adaptive"),
                                       FactWords::tr("on")};
    for (std::size_t place = 0; place < names.size(); ++place)
        group.facts.push_back(thinkingFact(engine.thinking.at(place), names.at(place)));
    return group;
}

QString dollars(double amount)
{
    return u'$' + QLocale().toString(amount, 'f', 2);
}

Fact tierFact(const endpoint::PriceTier& tier)
{
    const QString name = tier.mostInputTokens == INT64_MAX
        ? FactWords::tr("Any length")
        : FactWords::tr("Up to %1").arg(shortTokens(tier.mostInputTokens));
    return {name,
            FactWords::tr("%1 in, %2 out\n%3 in from the cache")
                .arg(dollars(tier.input), dollars(tier.output), dollars(tier.cachedInput)),
            FactTone::Said};
}

Fact dateFact(const endpoint::Rates& rates, QDate today)
{
    const QString name = FactWords::tr("As of");
    const QDate date = QDate::fromString(QString::fromStdString(rates.date), Qt::ISODate);
    if (!date.isValid())
        return {name, FactWords::tr("no date given, look them up"), FactTone::Caution};
    const QString shown = QLocale().toString(date, QLocale::ShortFormat);
    const auto days = static_cast<int>(date.daysTo(today));
    const endpoint::RateCard card{rates.tiers, rates.date};
    if (!isStale(card, today.toString(Qt::ISODate).toStdString()))
        return {name, shown, FactTone::Said};
    return {name, FactWords::tr("%1: %n days old, look them up", nullptr, days).arg(shown),
            FactTone::Caution};
}

FactGroup priceGroup(const EngineChoice& engine, QDate today)
{
    FactGroup group{FactWords::tr("Prices per million tokens"), {}};
    const bool isFree = engine.isLocal();
    if (isFree || engine.rates.tiers.empty()) {
        group.title = FactWords::tr("Prices");
        group.facts.push_back({FactWords::tr("Answers"),
                               isFree ? FactWords::tr("free") : FactWords::tr("unknown"),
                               isFree ? FactTone::Said : FactTone::Unknown});
        return group;
    }
    for (const endpoint::PriceTier& tier : engine.rates.tiers)
        group.facts.push_back(tierFact(tier));
    if (group.facts.size() > 1)
        group.facts.back().name = FactWords::tr("Longer");
    group.facts.push_back(dateFact(engine.rates, today));
    return group;
}

} // namespace

std::vector<FactGroup> factsOf(const EngineChoice& engine, QDate today)
{
    return {modelGroup(engine), dataGroup(engine), thinkingGroup(engine),
            priceGroup(engine, today)};
}

} // namespace tf::ui
