#include "app/cli/ingest/rule_flags.h"

#include "kernels/base/words.h"

#include <charconv>

namespace tf::cli {

namespace {

constexpr std::int64_t kMostFileSize = std::int64_t(1) << 40;

std::optional<std::int64_t> sizeFrom(std::string_view text)
{
    std::int64_t unit = 1;
    if (text.ends_with('K') || text.ends_with('M')) {
        unit = text.back() == 'K' ? 1 << 10 : 1 << 20;
        text.remove_suffix(1);
    }
    std::int64_t number = 0;
    const auto [at, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code != std::errc() || at != text.data() + text.size() || number < 0
        || number > kMostFileSize / unit)
        return std::nullopt;
    return number * unit;
}

void readKinds(Options& options, ingest::RuleChoice& choice)
{
    for (const std::string& kind : options.texts("--take")) {
        if (kind == "generated")
            choice.takesGenerated = true;
        else if (kind == "vendored")
            choice.takesVendored = true;
        else if (kind == "locks")
            choice.takesLockFiles = true;
        else if (kind == "ignored")
            choice.takesIgnored = true;
        else
            options.blame(
                words("--take ", kind, ": choose one of generated, vendored, locks, ignored"));
    }
}

} // namespace

ingest::RuleChoice readRuleFlags(Options& options)
{
    ingest::RuleChoice choice;
    for (const std::string& text : options.texts("--rule")) {
        auto rule = ingest::parseUserRule(text);
        if (rule)
            choice.rules.push_back(std::move(rule).value());
        else
            options.blame(rule.error().text);
    }
    readKinds(options, choice);
    if (const auto text = options.text("--max-size")) {
        const auto size = sizeFrom(*text);
        if (!size)
            options.blame(words("--max-size ", *text, ": a number is wanted, as 200K or 2M"));
        choice.mostBytes = size.value_or(0);
    }
    return choice;
}

std::string_view ruleFlagsHelp()
{
    return "  --rule ±GLOB       +src/** includes, -**/testdata/** leaves out; the last that "
           "matches "
           "wins.\n"
           "                     What is vendored, generated or secret comes back only by its "
           "name\n"
           "  --take KIND        generated, vendored, locks or ignored: sent, too\n"
           "  --max-size SIZE    of one file; bytes, or with K or M (default 1M)\n";
}

} // namespace tf::cli
