#include "app/cli/ingest/ingest.h"

#include "app/cli/command_line.h"
#include "app/cli/ingest/plan_report.h"
#include "app/cli/interrupt.h"
#include "app/cli/options.h"
#include "app/cli/progress_line.h"
#include "app/ingest/count/count_cache.h"
#include "engine/text/tokens/encoder.h"
#include "kernels/base/new_file.h"
#include "kernels/base/words.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace tf::cli {

namespace {

constexpr std::string_view kIngestUsage =
    "usage: m3 ingest DIR [--rule ±GLOB]… [--take KIND]… [--budget N] [--exact --model DIR]\n"
    "\n"
    "Prints what of a folder or git repository would be sent: the files and their tokens, and why\n"
    "the others stay. Nothing that a repository contains is executed or obeyed.\n"
    "\n"
    "  --rule ±GLOB      +src/** includes, -**/testdata/** leaves out; the last that matches "
    "wins.\n"
    "                    What is vendored, generated or secret comes back only by its name\n"
    "  --take KIND       generated, vendored, locks or ignored: sent, too\n"
    "  --max-size SIZE   of one file; bytes, or with K or M (default 1M)\n"
    "  --budget N        tokens; what does not fit is cut, each with its reason\n"
    "  --exact           counts with the model's tokenizer instead of an estimate (~)\n"
    "  --model DIR       where its tokenizer.json lies\n"
    "  --tokenizer FILE  the same, named itself\n"
    "  --text FILE       writes what would be sent\n"
    "  --all             each excluded file, not only reasons and how many\n"
    "  --json            one JSON object\n";

constexpr std::int64_t kMostTokens = std::int64_t(1) << 40;
constexpr std::int64_t kMostFileSize = std::int64_t(1) << 40;

struct IngestAsk {
    std::string folder;
    ingest::RuleChoice choice;
    ingest::Budget budget;
    std::optional<std::string> tokenizer;
    std::optional<std::string> text;
    ShowExcluded excluded = ShowExcluded::Groups;
    bool exact = false;
    bool json = false;
};

void tell(const std::string& notice)
{
    std::fputs(words("m3: ", notice, "\n").c_str(), stderr);
}

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

void readChoice(Options& options, ingest::RuleChoice& choice)
{
    for (const std::string& text : options.texts("--rule")) {
        auto rule = ingest::parseUserRule(text);
        if (rule)
            choice.rules.push_back(std::move(rule).value());
        else
            options.blame(rule.error().text);
    }
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
    if (const auto text = options.text("--max-size")) {
        const auto size = sizeFrom(*text);
        if (!size)
            options.blame(words("--max-size ", *text, ": a number is wanted, as 200K or 2M"));
        choice.mostBytes = size.value_or(0);
    }
}

IngestAsk readAsk(Options& options)
{
    IngestAsk ask;
    readChoice(options, ask.choice);
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
    ask.exact = options.flag("--exact");
    if (ask.exact && !ask.tokenizer)
        options.blame("--exact needs the model's tokenizer: --model DIR or --tokenizer FILE");
    if (options.flag("--all"))
        ask.excluded = ShowExcluded::Each;
    ask.json = options.flag("--json");
    const auto rest = options.rest();
    if (rest.size() == 1)
        ask.folder = rest.front();
    else
        options.blame("one DIR is wanted");
    return ask;
}

struct Planned {
    ingest::Listing listing;
    ingest::Counts counts;
    ingest::PackPlan plan;
};

Result<ingest::Listing> listed(ingest::Repository& repository, const IngestAsk& ask,
                               const CancelToken& cancel)
{
    ProgressLine progress(Counted::Tokens);
    return repository.list(ask.choice, cancel, [&progress](std::int64_t entries) {
        progress.show("listing files,", static_cast<std::uint64_t>(entries), 0);
    });
}

/// Counts every file and plans with the tokenizer itself.
Result<> planExactly(Planned& planned, const IngestAsk& ask, const CancelToken& cancel)
{
    const auto tokenizer = TRY(text::Tokenizer::load(*ask.tokenizer));
    ProgressLine progress(Counted::Tokens);
    auto counted = TRY(ingest::countExactly(
        planned.listing, ask.folder, tokenizer, ingest::defaultCountCache(), cancel,
        [&progress](const ingest::CountProgress& now) {
            progress.show("counting files,", static_cast<std::uint64_t>(now.files),
                          static_cast<std::uint64_t>(now.totalFiles));
        }));
    for (std::string& notice : counted.notices)
        planned.listing.notices.push_back(std::move(notice));
    planned.counts = std::move(counted.counts);
    text::Encoder encoder(tokenizer);
    planned.plan = ingest::planPack(
        planned.listing, planned.counts, ask.budget, [&encoder](std::string_view text) {
            const auto ids = encoder.encode(text, text::ControlTokens::AsText);
            return ids ? static_cast<std::int64_t>(ids->size()) : ingest::roughCount(text);
        });
    return {};
}

Result<> writeText(const Planned& planned, ingest::Repository& repository, const std::string& path,
                   const CancelToken& cancel)
{
    const auto pack =
        TRY(ingest::writePack(planned.listing, planned.plan, [&](const ingest::Entry& entry) {
            return repository.read(entry, cancel);
        }));
    for (const std::string& notice : pack.notices)
        tell(notice);
    auto file = TRY(NewFile::create(path));
    TRY(file.append(std::as_bytes(std::span(pack.text))));
    return file.moveIntoPlace(NewFile::Durability::Safe);
}

Result<> ingestFolder(const IngestAsk& ask, const CancelToken& cancel)
{
    auto repository = TRY(ingest::Repository::open(ask.folder));
    Planned planned;
    planned.listing = TRY(listed(repository, ask, cancel));
    if (ask.exact) {
        TRY(planExactly(planned, ask, cancel));
    } else {
        planned.counts = ingest::estimate(planned.listing);
        planned.plan = ingest::planPack(planned.listing, planned.counts, ask.budget);
    }
    const PlanView view{planned.listing, planned.counts, planned.plan, ask.budget};
    const auto report = ask.json ? planJson(view) : planText(view, ask.excluded);
    if (std::fwrite(report.data(), 1, report.size(), stdout) != report.size())
        return Error(Code::Busy, "cannot write to standard output");
    if (!ask.json) {
        for (const std::string& notice : planned.listing.notices)
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
    const Interrupt interrupt;
    const auto done = ingestFolder(ask, interrupt.token());
    return done ? int(kDone) : failed(done.error().text);
}

} // namespace

Verb ingestVerb()
{
    return {"ingest", "what of a repository would be sent, in tokens", kIngestUsage, runIngest};
}

} // namespace tf::cli
