#include "app/cli/ingest/sent_repository.h"

#include "app/cli/ingest/repository_progress.h"
#include "app/cli/shown_text.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <cstdio>

namespace tf::cli {

namespace {

constexpr std::int64_t kMostBudget = std::int64_t(1) << 40;
constexpr std::size_t kMostLines = 10; ///< of one sort, where more can be asked for elsewhere

void say(std::string_view text)
{
    const std::string line = words("m3 ask: ", text, "\n");
    std::fwrite(line.data(), 1, line.size(), stderr);
}

/// Each of them, up to a number that can still be read.
template <class T, class F>
void sayEach(const std::vector<T>& items, F lineOf)
{
    const auto numSaid = std::min(items.size(), kMostLines);
    for (std::size_t idx = 0; idx < numSaid; ++idx)
        say(lineOf(items[idx]));
    if (numSaid < items.size())
        say(words("  and ", items.size() - numSaid, " more; m3 ingest lists them all"));
}

std::string shownTokens(std::int64_t tokens, ingest::Quality quality)
{
    return quality == ingest::Quality::Exact ? words(tokens, " tokens")
                                             : words("≈", tokens, " tokens");
}

void tellPart(const draft::RepositoryPart& part, const std::vector<std::string>& notices)
{
    const auto& plan = part.plan;
    say(words("sends ", plan.files.size(), plan.files.size() == 1 ? " file of " : " files of ",
              shownText(part.source.title), ", ", shownTokens(plan.tokens, plan.quality)));
    if (!plan.cuts.empty())
        say(words(plan.cuts.size(), plan.cuts.size() == 1 ? " file is" : " files are",
                  " cut to fit:"));
    sayEach(plan.cuts, [&](const ingest::Cut& cut) {
        return words("  ", shownText(cut.path), ", ", shownTokens(cut.tokens, plan.quality), ": ",
                     cut.reason);
    });
    const auto asItIs = [](const std::string& notice) { return shownText(notice); };
    sayEach(notices, asItIs);
    sayEach(part.pack.notices, asItIs);
}

/// All of them: whoever is stopped wants to know by what.
void tellLeaks(const draft::LeakGate& gate)
{
    for (const ingest::Leak& leak : gate.leaks())
        say(words(shownText(leak.path), ":", leak.line, ": ", leak.title, " (", leak.rule,
                  "), begins ", shownText(leak.beginning)));
    if (gate.leaks().empty())
        return;
    if (gate.policy() == draft::LeakPolicy::Block)
        say("--redact sends with these replaced, --send-secrets as they are, --rule leaves files "
            "out");
    else
        say(gate.policy() == draft::LeakPolicy::Redact ? "these are replaced before they are sent"
                                                       : "these are sent, as you wish");
}

Result<ingest::Budget> roomForRepository(const draft::Draft& draft, const RepositoryFlags& flags,
                                         const Room& room)
{
    const ingest::Budget most = flags.budget ? flags.budget : room.tokens;
    if (!most)
        return most;
    const auto taken = draft::tokensOfWords(draft, draft::countingWith(room.tokenizer));
    if (taken >= *most)
        return Error(Code::BadInput,
                     words("the question alone takes ", taken, " of ", *most,
                           " tokens: nothing is left for the repository"));
    return ingest::Budget(*most - taken);
}

Result<> addFiles(draft::Draft& draft, const RepositoryFlags& flags, const Room& room,
                  draft::LeakGate& gate, const CancelToken& cancel)
{
    const auto budget = TRY(roomForRepository(draft, flags, room));
    const auto source = TRY(bringSource(*flags.source, flags.choice, cancel));
    sayEach(source.notices, [](const std::string& notice) { return shownText(notice); });
    auto repository = TRY(ingest::Repository::open(source.wish.folder));
    const auto progress = shownProgress();
    const auto found =
        TRY(draft::countRepository(repository, source.wish, room.tokenizer, cancel, progress));
    auto plan =
        ingest::planPack(found.listing, found.counts, budget, draft::countingWith(room.tokenizer));
    if (plan.files.empty())
        return Error(Code::NotFound,
                     words("no file of ", found.listing.title, " would be sent",
                           plan.cuts.empty() ? "; m3 ingest says why" : ": none fits the budget"));
    draft.repository = TRY(draft::packRepository(repository, source.wish, found.listing,
                                                 std::move(plan), gate, cancel, progress));
    tellPart(*draft.repository, found.listing.notices);
    return {};
}

} // namespace

RepositoryFlags readRepositoryFlags(Options& options)
{
    RepositoryFlags flags;
    const auto source = options.text("--repo");
    flags.choice = readRuleFlags(options);
    const auto budget = options.number("--budget", 0, 1, kMostBudget);
    if (source)
        flags.source = readSourceFlags(options, *source);
    else if (budget > 0 || flags.choice != ingest::RuleChoice())
        options.blame("--budget, --rule, --take and --max-size choose what of --repo is sent");
    if (budget > 0)
        flags.budget = budget;
    const bool redacts = options.flag("--redact");
    const bool sends = options.flag("--send-secrets");
    if (redacts && sends)
        options.blame("--redact and --send-secrets exclude one another");
    if (redacts)
        flags.policy = draft::LeakPolicy::Redact;
    if (sends)
        flags.policy = draft::LeakPolicy::Send;
    return flags;
}

std::string_view repositoryFlagsHelp()
{
    static const std::string help = words(
        "\n"
        "A repository before the question; m3 ingest shows what would be sent of it:\n"
        "\n"
        "  --repo SOURCE      a folder, a git repository or its https address, a bundle, an\n"
        "                     archive; nothing in it is executed or obeyed\n",
        sourceFlagsHelp(), ruleFlagsHelp(),
        "  --budget N         tokens of all words together, pictures not counted; what does not\n"
        "                     fit is cut, each with its reason (default: what the model has room "
        "for)\n"
        "  --redact           secrets that are found are replaced, else nothing is sent; on this\n"
        "                     machine they are looked for only with it\n"
        "  --send-secrets     they are sent as they are, which the kept session says\n");
    return help;
}

Result<> addRepository(draft::Draft& draft, const RepositoryFlags& flags, const Room& room,
                       draft::LeakGate& gate, const CancelToken& cancel)
{
    draft.question = gate.pass("question", std::move(draft.question));
    if (draft.system)
        draft.system = gate.pass("system message", std::move(*draft.system));
    if (flags.source)
        TRY(addFiles(draft, flags, room, gate, cancel));
    tellLeaks(gate);
    draft.overrides = gate.overrides();
    return gate.verdict();
}

} // namespace tf::cli
