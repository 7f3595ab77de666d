#include "app/cli/ingest/part_report.h"

#include "app/cli/shown_text.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <cstdio>

namespace tf::cli {

namespace {

constexpr std::size_t kMostLines = 10; ///< of one sort, where more can be asked for elsewhere

/// Each of them, up to a number that can still be read.
template <class T, class F>
void sayEach(const std::vector<T>& items, F lineOf)
{
    const auto numSaid = std::min(items.size(), kMostLines);
    for (std::size_t idx = 0; idx < numSaid; ++idx)
        sayAsked(lineOf(items[idx]));
    if (numSaid < items.size())
        sayAsked(words("  and ", items.size() - numSaid, " more; m3 ingest lists them all"));
}

} // namespace

void sayAsked(std::string_view text)
{
    const std::string line = words("m3 ask: ", text, "\n");
    std::fwrite(line.data(), 1, line.size(), stderr);
}

void sayNotices(const std::vector<std::string>& notices)
{
    sayEach(notices, [](const std::string& notice) { return shownText(notice); });
}

std::string shownTokens(std::int64_t tokens, ingest::Quality quality)
{
    return quality == ingest::Quality::Exact ? words(tokens, " tokens")
                                             : words("≈", tokens, " tokens");
}

void tellPart(const draft::RepositoryPart& part, const std::vector<std::string>& notices)
{
    const auto& plan = part.plan;
    sayAsked(words("sends ", plan.files.size(), plan.files.size() == 1 ? " file of " : " files of ",
                   shownText(part.source.title), ", ", shownTokens(plan.tokens, plan.quality)));
    if (!plan.cuts.empty())
        sayAsked(words(plan.cuts.size(), plan.cuts.size() == 1 ? " file is" : " files are",
                       " cut to fit:"));
    sayEach(plan.cuts, [&](const ingest::Cut& cut) {
        return words("  ", shownText(cut.path), ", ", shownTokens(cut.tokens, plan.quality), ": ",
                     cut.reason);
    });
    sayNotices(notices);
    sayNotices(part.pack.notices);
}

void tellLeaks(const draft::LeakGate& gate)
{
    for (const ingest::Leak& leak : gate.leaks())
        sayAsked(words(shownText(leak.path), ":", leak.line, ": ", leak.title, " (", leak.rule,
                       "), begins ", shownText(leak.beginning)));
    if (gate.leaks().empty())
        return;
    if (gate.policy() == draft::LeakPolicy::Block)
        sayAsked(
            "--redact sends with these replaced, --send-secrets as they are, --rule leaves files "
            "out");
    else
        sayAsked(gate.policy() == draft::LeakPolicy::Redact
                     ? "these are replaced before they are sent"
                     : "these are sent, as you wish");
}

} // namespace tf::cli
