#include "app/draft/source_choice.h"

#include "kernels/base/words.h"

#include <charconv>

namespace tf::draft {

namespace {

constexpr std::string_view kRule = "rule ";
constexpr std::string_view kTake = "take ";
constexpr std::string_view kMaxSize = "max-size ";
constexpr std::string_view kRef = "ref ";

struct Kind {
    std::string_view name;
    bool ingest::RuleChoice::*taken;
};
constexpr Kind kKinds[] = {
    {"ignored", &ingest::RuleChoice::takesIgnored},
    {"generated", &ingest::RuleChoice::takesGenerated},
    {"vendored", &ingest::RuleChoice::takesVendored},
    {"locks", &ingest::RuleChoice::takesLockFiles},
};

void takeKind(ingest::RuleChoice& rules, std::string_view name)
{
    for (const Kind& kind : kKinds) {
        if (kind.name == name)
            rules.*kind.taken = true;
    }
}

void takeSize(ingest::RuleChoice& rules, std::string_view text)
{
    std::int64_t size = 0;
    const auto [at, code] = std::from_chars(text.data(), text.data() + text.size(), size);
    if (code == std::errc() && at == text.data() + text.size() && size >= 0)
        rules.mostBytes = size;
}

} // namespace

std::vector<std::string> keptChoice(const SourceChoice& choice)
{
    std::vector<std::string> kept;
    for (const ingest::UserRule& rule : choice.rules.rules)
        kept.push_back(words(kRule, rule.includes ? '+' : '-', rule.glob));
    for (const Kind& kind : kKinds) {
        if (choice.rules.*kind.taken)
            kept.push_back(words(kTake, kind.name));
    }
    if (choice.rules.mostBytes != ingest::RuleChoice().mostBytes)
        kept.push_back(words(kMaxSize, choice.rules.mostBytes));
    if (!choice.ref.empty())
        kept.push_back(words(kRef, choice.ref));
    return kept;
}

SourceChoice choiceFrom(const std::vector<std::string>& kept)
{
    SourceChoice choice;
    for (const std::string& words : kept) {
        const std::string_view text = words;
        if (text.starts_with(kRule)) {
            if (auto rule = ingest::parseUserRule(text.substr(kRule.size())))
                choice.rules.rules.push_back(std::move(*rule));
        } else if (text.starts_with(kTake)) {
            takeKind(choice.rules, text.substr(kTake.size()));
        } else if (text.starts_with(kMaxSize)) {
            takeSize(choice.rules, text.substr(kMaxSize.size()));
        } else if (text.starts_with(kRef)) {
            choice.ref = text.substr(kRef.size());
        }
    }
    return choice;
}

} // namespace tf::draft
