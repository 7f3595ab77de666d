#include "app/cli/ingest/sent_repository.h"

#include "app/cli/ingest/part_report.h"
#include "app/cli/ingest/sent_again.h"
#include "kernels/base/words.h"

namespace tf::cli {

namespace {

constexpr std::int64_t kMostBudget = std::int64_t(1) << 40;

/// The session's own, where the user names none.
std::optional<KeptRepository> keptOf(const ContinuedSession* continued)
{
    if (continued == nullptr || continued->again == SentAgain::Nothing
        || continued->earlier.files.empty())
        return std::nullopt;
    if (continued->repositories.size() == 1)
        return KeptRepository{continued->repositories.front(), continued->again};
    sayAsked(
        words("the session has ", continued->repositories.size(),
              " repositories: what changed in them is not looked for; --repo sends one again"));
    return std::nullopt;
}

} // namespace

RepositoryFlags readRepositoryFlags(Options& options, const ContinuedSession* continued)
{
    RepositoryFlags flags;
    const auto source = options.text("--repo");
    flags.choice = readRuleFlags(options);
    const auto budget = options.number("--budget", 0, 1, kMostBudget);
    if (source)
        flags.source = readSourceFlags(options, *source);
    else if ((budget > 0 && continued == nullptr) || flags.choice != ingest::RuleChoice())
        options.blame("--budget, --rule, --take and --max-size choose what of --repo is sent");
    else
        flags.kept = keptOf(continued);
    if (budget > 0)
        flags.budget = budget;
    else if (continued != nullptr && continued->settings.budget > 0)
        flags.budget = continued->settings.budget;
    const bool redacts = options.flag("--redact");
    const bool sends = options.flag("--send-secrets");
    if (redacts && sends)
        options.blame("--redact and --send-secrets exclude one another");
    if (options.flag("--allow-remote"))
        flags.agreed = settings::Agreed::Yes;
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
        "  --allow-remote     a repository of which m3 ingest --policy says ask may go this time\n"
        "  --send-secrets     they are sent as they are, which the kept session says\n");
    return help;
}

Result<> addRepository(draft::Draft& draft, const RepositoryFlags& flags, const Room& room,
                       draft::LeakGate& gate, const CancelToken& cancel)
{
    draft.question = gate.pass("question", std::move(draft.question));
    if (draft.system)
        draft.system = gate.pass("system message", std::move(*draft.system));
    gate.passEarlier(draft.earlier.messages);
    const Room most{room.tokenizer, flags.budget ? flags.budget : room.tokens};
    if (flags.source) {
        const auto source = TRY(bringSource(*flags.source, flags.choice, cancel));
        TRY(addWhole(draft, source, most, gate, cancel));
    } else if (flags.kept) {
        TRY(addAgain(draft, *flags.kept, most, gate, cancel));
    }
    tellLeaks(gate);
    draft.overrides = gate.overrides();
    return gate.verdict();
}

} // namespace tf::cli
