#include "ui/context/token_budget.h"

#include "app/workspace/tray/intake.h"
#include "ui/composer/estimate.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

struct BudgetWords {
    Q_DECLARE_TR_FUNCTIONS(BudgetWords)
};

/// So near below a price step it is worth a word.
constexpr std::int64_t kNearPercent = 5;

BudgetSource sourceOf(workspace::TrayKind kind)
{
    switch (kind) {
    case workspace::TrayKind::Repository:
        return BudgetSource::Repository;
    case workspace::TrayKind::Picture:
        return BudgetSource::Pictures;
    case workspace::TrayKind::Clip:
        return BudgetSource::Clips;
    case workspace::TrayKind::Text:
    case workspace::TrayKind::Unknown:
        break;
    }
    return BudgetSource::Texts;
}

QString shareOf(std::int64_t tokens, std::int64_t room)
{
    const double percent = 100.0 * double(tokens) / double(room);
    return QLocale().toString(percent, 'f', percent < 9.95 ? 1 : 0) + u" %"_s;
}

} // namespace

std::int64_t TokenBudget::of(BudgetSource source) const
{
    for (const BudgetPart& part : parts) {
        if (part.source == source)
            return part.tokens;
    }
    return 0;
}

std::int64_t TokenBudget::total() const
{
    std::int64_t sum = 0;
    for (const BudgetPart& part : parts)
        sum += part.tokens;
    return sum;
}

TokenBudget budgetOf(std::span<const workspace::TrayItem> items, const BudgetTalk& talk,
                     const workspace::EngineChoice* engine)
{
    std::array<std::int64_t, static_cast<std::size_t>(BudgetSource::Answer) + 1> sums{};
    const auto sumOf = [&sums](BudgetSource source) -> std::int64_t& {
        return sums[static_cast<std::size_t>(source)];
    };
    TokenBudget budget;
    budget.quality = ingest::Quality::Exact;
    for (const workspace::TrayItem& item : items) {
        sumOf(sourceOf(item.kind)) += item.tokens;
        if (item.tokens > 0 && item.quality == ingest::Quality::Estimated)
            budget.quality = ingest::Quality::Estimated;
    }
    sumOf(BudgetSource::History) = talk.before;
    sumOf(BudgetSource::Question) = talk.question;
    if (talk.question > 0)
        budget.quality = ingest::Quality::Estimated;
    if (engine != nullptr && engine->capabilities.contextTokens) {
        budget.room = *engine->capabilities.contextTokens;
        sumOf(BudgetSource::Answer) = workspace::answerRoom(budget.room);
    }
    for (std::size_t idx = 0; idx < sums.size(); ++idx) {
        if (sums[idx] > 0)
            budget.parts.push_back({static_cast<BudgetSource>(idx), sums[idx]});
    }
    if (engine == nullptr)
        return budget;
    for (const endpoint::PriceTier& tier : engine->rates.tiers) {
        if (tier.mostInputTokens < (budget.room > 0 ? budget.room : INT64_MAX))
            budget.steps.push_back(tier.mostInputTokens);
    }
    return budget;
}

QString sourceName(BudgetSource source)
{
    switch (source) {
    case BudgetSource::Repository:
        return BudgetWords::tr("repository");
    case BudgetSource::Texts:
        return BudgetWords::tr("texts");
    case BudgetSource::Pictures:
        return BudgetWords::tr("pictures");
    case BudgetSource::Clips:
        return BudgetWords::tr("clips");
    case BudgetSource::History:
        return BudgetWords::tr("history");
    case BudgetSource::Question:
        return BudgetWords::tr("question");
    case BudgetSource::Answer:
        break;
    }
    return BudgetWords::tr("kept free for the answer");
}

Token sourceInk(BudgetSource source)
{
    switch (source) {
    case BudgetSource::Repository:
        return Token::Accent;
    case BudgetSource::Texts:
        return Token::CodeType;
    case BudgetSource::Pictures:
        return Token::Good;
    case BudgetSource::Clips:
        return Token::CodeMacro;
    case BudgetSource::History:
        return Token::BorderStrong;
    case BudgetSource::Question:
        return Token::CodeKeyword;
    case BudgetSource::Answer:
        break;
    }
    return Token::DropBorder;
}

QString partWords(const BudgetPart& part, const TokenBudget& budget)
{
    const QString tokens = QLocale().toString(qlonglong(part.tokens));
    QString name = sourceName(part.source);
    name[0] = name[0].toUpper();
    if (budget.room <= 0)
        return BudgetWords::tr("%1: %2 tokens").arg(name, tokens);
    return BudgetWords::tr("%1: %2 tokens, %3 of %4")
        .arg(name, tokens, shareOf(part.tokens, budget.room), shortTokens(budget.room));
}

QString budgetLine(const TokenBudget& budget)
{
    QStringList parts;
    for (const BudgetPart& part : budget.parts) {
        if (part.source != BudgetSource::Answer)
            parts.append(u"%1 %2"_s.arg(sourceName(part.source), shortTokens(part.tokens)));
    }
    const bool isExact = budget.quality == ingest::Quality::Exact;
    const QString sum = (isExact ? u"%1"_s : u"≈ %1"_s).arg(shortTokens(budget.input()));
    const QString whole = budget.room > 0
        ? BudgetWords::tr("%1 of %2").arg(sum, shortTokens(budget.room))
        : BudgetWords::tr("%1 tokens").arg(sum);
    return parts.isEmpty() ? whole : parts.join(u" · "_s) + u" — "_s + whole;
}

BudgetWarning warningOf(const TokenBudget& budget)
{
    if (budget.room > 0 && budget.total() > budget.room)
        return {BudgetTone::Over,
                BudgetWords::tr("%1 tokens more than this engine can read with room for an answer. "
                                "Press Fit, leave something out, or choose an engine with a longer "
                                "context.")
                    .arg(shortTokens(budget.total() - budget.room))};
    for (auto step = budget.steps.rbegin(); step != budget.steps.rend(); ++step) {
        if (budget.input() > *step)
            return {BudgetTone::Step,
                    BudgetWords::tr("Above the price step at %1: every token costs more. %2 less "
                                    "would be below it.")
                        .arg(shortTokens(*step), shortTokens(budget.input() - *step))};
        if (budget.input() > *step - *step * kNearPercent / 100)
            return {BudgetTone::Step,
                    BudgetWords::tr("%1 tokens are left below the price step at %2.")
                        .arg(shortTokens(*step - budget.input()), shortTokens(*step))};
    }
    return {};
}

} // namespace tf::ui
