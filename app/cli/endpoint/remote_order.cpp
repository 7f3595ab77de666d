#include "app/cli/endpoint/remote_order.h"

#include "app/cli/endpoint/endpoint_choice.h"
#include "app/cli/endpoint/remote_ask.h"
#include "app/cli/ingest/sent_repository.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace tf::cli {

namespace {

using wire::Thinking;

/// The first says nothing, and the server does as it likes.
constexpr std::array<std::pair<std::string_view, std::optional<Thinking>>, 4> kModes{
    {{"default", std::nullopt},
     {"adaptive", Thinking::Adaptive},
     {"enabled", Thinking::On},
     {"disabled", Thinking::Off}}};

constexpr std::int64_t kMostAnswerTokens = std::int64_t(1) << 24;

/// Adaptive was kept, too, for what a server does by itself.
std::optional<Thinking> thinkingBefore(const std::optional<ContinuedSession>& continued)
{
    if (!continued || continued->settings.thinking == session::Thinking::Adaptive)
        return std::nullopt;
    return continued->settings.thinking == session::Thinking::Enabled ? Thinking::On
                                                                      : Thinking::Off;
}

/// Its model goes with the endpoint that it was kept with.
void readServer(Options& options, RemoteOrder& order)
{
    const auto model = options.text("--model");
    if (order.continued && !order.continued->settings.endpoint.empty()) {
        const auto& before = order.continued->settings;
        order.endpoint = options.text("--endpoint").value_or(before.endpoint);
        order.model = order.endpoint == before.endpoint ? before.model : "";
    } else {
        order.endpoint = options.required("--endpoint", "NAME|URL");
    }
    if (model)
        order.model = *model;
}

void readMedia(Options& options, RemoteOrder& order)
{
    order.media.images = options.texts("--image");
    order.media.videos = options.texts("--video");
    order.media.seeing = readSeeingFlags(options);
    if (options.flag("--frames"))
        order.media.form = ClipForm::Frames;
}

void readRepository(Options& options, RemoteOrder& order)
{
    const bool staysHere = order.farthest == endpoint::Place::ThisMachine;
    order.repository = readRepositoryFlags(options, order.continued ? &*order.continued : nullptr);
    if (order.repository.source)
        order.repository.source->choice.mayReachNetwork = !staysHere;
    if (order.repository.kept) {
        order.repository.kept->mayReachNetwork = !staysHere;
        order.repository.kept->form = order.show.form;
    }
    order.tokenizer = options.text("--tokenizer");
}

/// A folder with a checkpoint in it.
bool namesModelFolder(std::span<const std::string> arguments)
{
    const auto end = std::find(arguments.begin(), arguments.end(), "--");
    const auto named = std::find(arguments.begin(), end, "--model");
    if (named == end || named + 1 == end)
        return false;
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::path(*(named + 1)) / "config.json", ignored);
}

} // namespace

Follows RemoteOrder::follows() const
{
    return continued ? Follows{continued->id, continued->turn} : Follows();
}

RemoteOrder readRemoteOrder(Options& options, QuestionPlace place)
{
    RemoteOrder order;
    order.continued = std::move(place.continued);
    order.profilesPath = profilesPathOf(options);
    readServer(options, order);
    order.key = keySourceOf(options);
    readMedia(options, order);
    order.thinking =
        options.choice<std::optional<Thinking>>("--think", kModes, thinkingBefore(order.continued));
    order.system = options.text("--system");
    if (order.system && order.continued)
        options.blame("--system stands at a session's beginning");
    if (const auto tokens = options.number("--max-tokens", 0, 1, kMostAnswerTokens); tokens > 0)
        order.maxTokens = tokens;
    if (options.flag("--local-only"))
        order.farthest = endpoint::Place::ThisMachine;
    order.store = std::move(place.store);
    if (options.flag("--no-session"))
        order.store.reset();
    order.show.thinking = options.flag("--show-thinking");
    order.show.stats = true;
    if (options.flag("--json"))
        order.show.form = AnswerPrinter::Form::JsonLines;
    readRepository(options, order);
    for (const std::string& word : options.rest())
        order.question += (order.question.empty() ? "" : " ") + word;
    return order;
}

bool asksServer(std::span<const std::string> arguments,
                const std::optional<ContinuedSession>& continued)
{
    const auto end = std::find(arguments.begin(), arguments.end(), "--");
    if (std::find(arguments.begin(), end, "--endpoint") != end)
        return true;
    return continued && !continued->settings.endpoint.empty() && !namesModelFolder(arguments);
}

std::string_view remoteAskHelp()
{
    static const std::string help =
        std::string(
            "\n"
            "usage: m3 ask --endpoint NAME|URL [options] QUESTION\n"
            "\n"
            "A question to a server: one of m3 endpoints, or an address that ends like …/v1. The\n"
            "answer goes to standard output, everything else to standard error. Question and "
            "answer\n"
            "are kept; Ctrl-C stops and keeps what came.\n"
            "\n"
            "  --endpoint E       its name or address\n"
            "  --model ID         another model of the server than the endpoint's\n"
            "  --image FILE       a picture before the question; sent without what else the file "
            "says\n"
            "  --video FILE       a clip, after the pictures: as it is where the server takes "
            "clips,\n"
            "                     else as pictures of its frames with their times\n"
            "  --frames           pictures of a clip's frames in any case\n"
            "  --think MODE       adaptive, enabled, disabled (default: as the server likes)\n"
            "  --show-thinking    reasoning goes to standard error\n"
            "  --system TEXT      a system message before the question\n"
            "  --max-tokens N     of the answer\n"
            "  --local-only       nothing goes further than this machine\n"
            "  --tokenizer FILE   counts the repository by it (default: estimates, ≈)\n"
            "  --no-session       nothing is kept\n"
            "  --json             a JSON object a line on standard output: progress, waiting, "
            "retrying,\n"
            "                     note, reasoning, text, call, cost, citations, changes, session; "
            "done or\n"
            "                     failed ends the answer\n")
        + std::string(kStoreHelp) + std::string(kProfilesHelp) + std::string(kKeyHelp);
    return help;
}

} // namespace tf::cli
