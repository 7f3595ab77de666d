#include "app/workspace/engine_choice.h"

#include "app/workspace/said.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::workspace {

namespace {

using endpoint::StoredProfile;
using session::Thinking;
using wire::ThinkingField;

constexpr std::array<Thinking, 3> kModes{Thinking::Disabled, Thinking::Adaptive, Thinking::Enabled};

std::string_view nameOf(ThinkingField field)
{
    switch (field) {
    case ThinkingField::None:
        return {};
    case ThinkingField::TemplateMode:
        return "thinking_mode";
    case ThinkingField::ThinkingType:
        return "thinking.type";
    case ThinkingField::ReasoningEnabled:
        return "reasoning.enabled";
    case ThinkingField::Effort:
        return "reasoning_effort";
    }
    return {};
}

ThinkingChoice thinkingChoice(Thinking mode, ThinkingField field, std::string_view word,
                              std::string_view note)
{
    ThinkingChoice choice;
    choice.mode = mode;
    choice.isHonoured = !word.empty() && note.empty();
    if (!word.empty())
        choice.wire = words(nameOf(field), ": ", word);
    choice.note = word.empty() && note.empty() ? said(Said::tr("this server has no word for it"))
                                               : std::string(note);
    return choice;
}

ThinkingChoice thinkingOf(const StoredProfile& profile, std::size_t position)
{
    if (profile.thinking)
        return thinkingChoice(kModes.at(position), profile.thinking->field,
                              profile.thinking->words.at(position), {});
    const wire::Dialect& dialect = profile.kind->dialect;
    const wire::ThinkingWord& word = dialect.thinkingWords.at(position);
    return thinkingChoice(kModes.at(position), dialect.thinkingField, word.wire, word.note);
}

endpoint::Rates ratesOf(const StoredProfile& profile)
{
    if (profile.rates)
        return *profile.rates;
    const endpoint::RateCard& card = profile.kind->rates;
    return {{card.tiers.begin(), card.tiers.end()}, std::string(card.date)};
}

} // namespace

EngineChoice choiceOf(const StoredProfile& profile)
{
    EngineChoice choice;
    choice.name = profile.name;
    choice.model = profile.model;
    choice.label = labelOf(profile);
    choice.server = profile.kind;
    choice.capabilities = profile.capabilities;
    if (const auto checked = checkProfile(profile); !checked)
        choice.problem = checked.error().text;
    if (profile.kind == nullptr)
        return choice;
    for (std::size_t position = 0; position < kModes.size(); ++position)
        choice.thinking.at(position) = thinkingOf(profile, position);
    choice.rates = ratesOf(profile);
    return choice;
}

bool hasWordFor(const StoredProfile& profile, Thinking mode)
{
    const EngineChoice choice = choiceOf(profile);
    return std::any_of(choice.thinking.begin(), choice.thinking.end(),
                       [mode](const auto& one) { return one.mode == mode && !one.wire.empty(); });
}

EngineChoice localChoice(const std::string& model, std::string problem)
{
    EngineChoice choice;
    choice.kind = EngineKind::LocalModel;
    choice.model = model;
    choice.label.place = endpoint::Place::ThisMachine;
    choice.label.operatorName = said(Said::tr("you"));
    choice.label.retention = said(Said::tr("as long as you keep it"));
    choice.problem = std::move(problem);
    constexpr std::array<std::string_view, 3> kWords{"disabled", "adaptive", "enabled"};
    for (std::size_t position = 0; position < kModes.size(); ++position)
        choice.thinking.at(position) = thinkingChoice(
            kModes.at(position), ThinkingField::TemplateMode, kWords.at(position), {});
    return choice;
}

} // namespace tf::workspace
