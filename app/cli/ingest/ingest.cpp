#include "app/cli/ingest/ingest.h"

#include "app/cli/command_line.h"
#include "app/cli/ingest/plan_report.h"
#include "app/cli/ingest/repository_policy.h"
#include "app/cli/ingest/repository_progress.h"
#include "app/cli/ingest/rule_flags.h"
#include "app/cli/ingest/source_flags.h"
#include "app/cli/interrupt.h"
#include "app/cli/options.h"
#include "app/cli/session/store_option.h"
#include "app/cli/shown_text.h"
#include "kernels/base/new_file.h"
#include "kernels/base/words.h"

#include <cstdio>

namespace tf::cli {

namespace {

constexpr std::string_view kUsageHead =
    "usage: m3 ingest SOURCE --policy P\n"
    "       m3 ingest SOURCE [--rule ±GLOB]… [--take KIND]… [--budget N] [--exact --model DIR]\n"
    "\n"
    "Prints what of a source would be sent: the files and their tokens, and why the others stay. "
    "A\n"
    "source is a folder, a git repository or its https address, a bundle, an archive (zip, tar).\n"
    "Nothing that it contains is executed or obeyed.\n"
    "\n";

constexpr std::string_view kUsageTail =
    "  --budget N         tokens; what does not fit is cut, each with its reason\n"
    "  --exact            counts with the model's tokenizer instead of an estimate (~)\n"
    "  --model DIR        where its tokenizer.json lies\n"
    "  --tokenizer FILE   the same, named itself\n"
    "  --text FILE        writes what would be sent\n"
    "  --all              each excluded file, not only reasons and how many\n"
    "  --policy P         whether the source, and what lies in it, may go to a server with m3 "
    "ask:\n"
    "                     any (at first), ask, never, or HOST[,HOST]… for these alone; show says "
    "how\n"
    "                     it is. Kept in the settings, never read from the source\n"
    "  --json             one JSON object\n";

constexpr std::int64_t kMostTokens = std::int64_t(1) << 40;

struct IngestAsk {
    SourceFlags source;
    ingest::RuleChoice choice;
    ingest::Budget budget;
    std::optional<std::string> tokenizer;
    std::optional<std::string> text;
    ShowExcluded excluded = ShowExcluded::Groups;
    std::optional<std::string> policy;
    bool exact = false;
    bool json = false;
};

void tell(const std::string& notice)
{
    std::fputs(words("m3: ", shownText(notice), "\n").c_str(), stderr);
}

IngestAsk readAsk(Options& options)
{
    IngestAsk ask;
    ask.choice = readRuleFlags(options);
    const auto budget = options.number("--budget", 0, 1, kMostTokens);
    if (budget > 0)
        ask.budget = budget;
    const auto model = options.text("--model");
    ask.tokenizer = options.text("--tokenizer");
    if (model && ask.tokenizer)
        options.blame("--model and --tokenizer name the same thing");
    if (model)
        ask.tokenizer = words(*model, "/tokenizer.json");
    ask.text = options.text("--text");
    ask.policy = options.text("--policy");
    ask.exact = options.flag("--exact");
    if (ask.exact && !ask.tokenizer)
        options.blame("--exact needs the model's tokenizer: --model DIR or --tokenizer FILE");
    if (options.flag("--all"))
        ask.excluded = ShowExcluded::Each;
    ask.json = options.flag("--json");
    ask.source = readSourceFlags(options, {});
    const auto rest = options.rest();
    if (rest.size() == 1)
        ask.source.named = rest.front();
    else
        options.blame("one SOURCE is wanted");
    return ask;
}

struct Planned {
    draft::CountedListing found;
    ingest::PackPlan plan;
};

Result<> writeText(const Planned& planned, ingest::Repository& repository, const std::string& path,
                   const CancelToken& cancel)
{
    const auto pack =
        TRY(ingest::writePack(planned.found.listing, planned.plan, [&](const ingest::Entry& entry) {
            return repository.read(entry, cancel);
        }));
    for (const std::string& notice : pack.notices)
        tell(notice);
    auto file = TRY(NewFile::create(path));
    TRY(file.append(std::as_bytes(std::span(pack.text))));
    return file.moveIntoPlace(NewFile::Durability::Safe);
}

Result<> ingestSource(const IngestAsk& ask, const CancelToken& cancel)
{
    const auto source = TRY(bringSource(ask.source, ask.choice, cancel));
    for (const std::string& notice : source.notices)
        tell(notice);
    auto repository = TRY(ingest::Repository::open(source.wish.folder));
    std::optional<text::Tokenizer> tokenizer;
    if (ask.exact)
        tokenizer = TRY(text::Tokenizer::load(*ask.tokenizer));
    const text::Tokenizer* counting = tokenizer ? &*tokenizer : nullptr;
    Planned planned;
    planned.found =
        TRY(draft::countRepository(repository, source.wish, counting, cancel, shownProgress()));
    const auto& [listing, counts] = planned.found;
    planned.plan = ingest::planPack(listing, counts, ask.budget, draft::countingWith(counting));
    const PlanView view{listing, counts, planned.plan, ask.budget};
    const auto report = ask.json ? planJson(view) : planText(view, ask.excluded);
    if (std::fwrite(report.data(), 1, report.size(), stdout) != report.size())
        return Error(Code::Busy, "cannot write to standard output");
    if (!ask.json) {
        for (const std::string& notice : listing.notices)
            tell(notice);
    }
    return ask.text ? writeText(planned, repository, *ask.text, cancel) : Result<>();
}

int runIngest(std::span<const std::string> arguments)
{
    Options options(arguments);
    const IngestAsk ask = readAsk(options);
    if (options.problem())
        return misused("ingest", *options.problem());
    if (ask.policy) {
        const auto said = showOrSetPolicy(ask.source.named, *ask.policy);
        if (said)
            std::fputs(said->c_str(), stdout);
        return said ? int(kDone) : failed(said.error().text);
    }
    const Interrupt interrupt;
    const auto done = ingestSource(ask, interrupt.token());
    return done ? int(kDone) : failed(done.error().text);
}

} // namespace

Verb ingestVerb()
{
    static const std::string usage =
        words(kUsageHead, sourceFlagsHelp(), ruleFlagsHelp(), kUsageTail);
    return {"ingest", "what of a repository would be sent, in tokens", usage, runIngest};
}

} // namespace tf::cli
