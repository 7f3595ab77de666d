#include "app/cli/endpoint/remote_ask.h"

#include "app/cli/answer/asking.h"
#include "app/cli/command_line.h"
#include "app/cli/endpoint/endpoint_choice.h"
#include "app/cli/endpoint/kept_answer.h"
#include "app/cli/endpoint/sent_media.h"
#include "app/cli/ingest/citation_report.h"
#include "app/cli/ingest/sent_repository.h"
#include "app/cli/interrupt.h"
#include "app/cli/json_lines.h"
#include "app/cli/media/json_build.h"
#include "app/cli/session/store_option.h"
#include "app/cli/standard_input.h"
#include "app/endpoint/profile/data_label.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <array>
#include <cstdio>

namespace tf::cli {

namespace {

using endpoint::StoredProfile;
using wire::Thinking;

/// The first says nothing, and the server does as it likes.
constexpr std::array<std::pair<std::string_view, std::optional<Thinking>>, 4> kModes{
    {{"default", std::nullopt},
     {"adaptive", Thinking::Adaptive},
     {"enabled", Thinking::On},
     {"disabled", Thinking::Off}}};

constexpr std::int64_t kMostAnswerTokens = std::int64_t(1) << 24;
constexpr std::int64_t kUsualAnswerTokens = 8192;

struct RemoteOrder {
    QString profilesPath;
    std::string endpoint; ///< a name or an address
    std::string model; ///< empty: the endpoint's
    KeySource key;
    MediaOrder media;
    RepositoryFlags repository;
    std::optional<std::string> tokenizer; ///< a file
    std::optional<Thinking> thinking;
    std::optional<std::string> system;
    std::optional<std::int64_t> maxTokens;
    endpoint::Place farthest = endpoint::Place::Outside;
    std::optional<session::StorePlace> store; ///< none: --no-session
    AnswerPrinter::Show show;
    std::string question;
};

void remark(std::string_view text)
{
    const std::string line = words("m3 ask: ", text, "\n");
    std::fwrite(line.data(), 1, line.size(), stderr);
}

RemoteOrder readOrder(Options& options)
{
    RemoteOrder order;
    order.profilesPath = profilesPathOf(options);
    order.endpoint = options.required("--endpoint", "NAME|URL");
    order.model = options.text("--model").value_or("");
    order.key = keySourceOf(options);
    order.media.images = options.texts("--image");
    order.media.videos = options.texts("--video");
    order.media.seeing = readSeeingFlags(options);
    if (options.flag("--frames"))
        order.media.form = ClipForm::Frames;
    order.repository = readRepositoryFlags(options);
    order.tokenizer = options.text("--tokenizer");
    order.thinking = options.choice<std::optional<Thinking>>("--think", kModes);
    order.system = options.text("--system");
    if (const auto tokens = options.number("--max-tokens", 0, 1, kMostAnswerTokens); tokens > 0)
        order.maxTokens = tokens;
    if (options.flag("--local-only"))
        order.farthest = endpoint::Place::ThisMachine;
    if (order.repository.source)
        order.repository.source->choice.mayReachNetwork =
            order.farthest != endpoint::Place::ThisMachine;
    order.store = storePlaceOf(options);
    if (options.flag("--no-session"))
        order.store.reset();
    order.show.thinking = options.flag("--show-thinking");
    order.show.stats = true;
    if (options.flag("--json"))
        order.show.form = AnswerPrinter::Form::JsonLines;
    for (const std::string& word : options.rest())
        order.question += (order.question.empty() ? "" : " ") + word;
    return order;
}

endpoint::Request requestOf(const RemoteOrder& order, const draft::Draft& draft)
{
    endpoint::Request request;
    request.chat.thinking = order.thinking;
    request.chat.sampling.maxTokens = order.maxTokens;
    request.chat.messages = draft::messagesOf(draft);
    return request;
}

Result<std::unique_ptr<KeptAnswer>> keep(const RemoteOrder& order, const StoredProfile& profile,
                                         const draft::Draft& draft)
{
    session::RequestSettings settings;
    settings.endpoint = isAddress(order.endpoint) ? order.endpoint : profile.name;
    settings.model = profile.model;
    settings.thinking = keptThinking(order.thinking);
    settings.budget = order.repository.budget.value_or(0);
    return keepLoudly(order.store, draft, settings, {});
}

void tellCost(const AnswerPrinter::Show& show, const endpoint::RateCard& rates,
              const endpoint::Done& done)
{
    if (!done.usage || !done.usage->promptTokens || !done.usage->answerTokens)
        return;
    const auto cost = costOf(rates,
                             {*done.usage->promptTokens, done.usage->cachedTokens.value_or(0),
                              *done.usage->answerTokens});
    if (!cost)
        return;
    const std::string today = QDate::currentDate().toString(Qt::ISODate).toStdString();
    char dollars[32];
    std::snprintf(dollars, sizeof dollars, "%.6f", *cost);
    if (show.form == AnswerPrinter::Form::Text)
        return remark(words("cost about $", dollars, " by the rates of ", rates.date,
                            isStale(rates, today) ? ", which may be out of date" : ""));
    const std::string line =
        jsonLine(json::write(json::Value::object({{"event", jsonText("cost")},
                                                  {"usd", json::Value::number(dollars)},
                                                  {"rates", jsonText(rates.date)}})));
    std::fwrite(line.data(), 1, line.size(), stdout);
}

/// What there is room for, as far as somebody said how much the server takes. An estimate may be
/// too low, so that it fills nine tenths.
ingest::Budget roomOf(const RemoteOrder& order, const StoredProfile& profile)
{
    const auto context = profile.capabilities.contextTokens;
    if (!context)
        return std::nullopt;
    const auto answer = order.maxTokens.value_or(std::min(*context / 4, kUsualAnswerTokens));
    const auto left = std::max<std::int64_t>(*context - answer, 1);
    return order.tokenizer ? left : left * 9 / 10;
}

/// Nothing leaves this machine, neither to the server nor to a proxy before it.
bool staysHere(const endpoint::Profile& profile)
{
    const auto proxy = endpoint::proxyFor(profile.baseUrl, profile.connection.proxy);
    const bool isDirect = proxy.type() == QNetworkProxy::NoProxy;
    return endpoint::destinationOf(profile.baseUrl).place == endpoint::Place::ThisMachine
        && (isDirect || endpoint::placeOf(proxy.hostName()) == endpoint::Place::ThisMachine);
}

draft::LeakPolicy policyFor(const RemoteOrder& order, const endpoint::Profile& profile)
{
    const auto wanted = order.repository.policy;
    const bool isOpen = staysHere(profile) && wanted != draft::LeakPolicy::Redact;
    return isOpen ? draft::LeakPolicy::Open : wanted;
}

Result<draft::Draft> draftOf(const RemoteOrder& order, const StoredProfile& stored,
                             const endpoint::Profile& profile, SentMedia media,
                             const CancelToken& interrupt)
{
    draft::Draft draft;
    if (order.system)
        draft.system = json::repairedUtf8(*order.system);
    draft.question = json::repairedUtf8(order.question);
    draft.media = std::move(media.parts);
    draft.mediaNames = std::move(media.names);
    std::optional<text::Tokenizer> tokenizer;
    if (order.tokenizer)
        tokenizer = TRY(text::Tokenizer::load(*order.tokenizer));
    const Room room{tokenizer ? &*tokenizer : nullptr, roomOf(order, stored)};
    draft::LeakGate gate(policyFor(order, profile));
    TRY(addRepository(draft, order.repository, room, gate, interrupt));
    return draft;
}

/// Asks, prints and keeps. The request's own error goes before one of keeping it.
Result<> converse(const RemoteOrder& order, endpoint::OpenAiEndpoint& server,
                  const draft::Draft& draft, KeptAnswer* kept, const CancelToken& interrupt)
{
    AnswerPrinter printer(order.show);
    CitationWatch citations(draft);
    const auto start = [&](endpoint::Sink sink) {
        return server.start(requestOf(order, draft), std::move(sink));
    };
    const auto seen = [&](const endpoint::Event& event) {
        if (kept != nullptr)
            kept->take(event);
        citations.take(event);
        printer.print(event);
        if (const auto* done = std::get_if<endpoint::Done>(&event.what))
            tellCost(order.show, server.profile().kind->rates, *done);
    };
    auto answered = followAnswer(start, seen, interrupt);
    citations.tell(order.show.form);
    auto finished = kept != nullptr ? kept->finish() : Result<>();
    if (kept != nullptr)
        tellSession(order.show.form, kept->id());
    TRY(std::move(answered));
    return finished;
}

Result<> askServer(RemoteOrder order)
{
    const Interrupt pressed;
    const CancelToken interrupt = pressed.token();
    const auto profiles = loadProfilesLoudly(order.profilesPath);
    StoredProfile stored = TRY(chosenProfile(profiles, order.endpoint));
    if (!isAddress(order.endpoint))
        setEndpoint(order.key, stored);
    if (!order.model.empty())
        stored.model = order.model;
    const endpoint::DataLabel label = labelOf(stored);
    if (label.place > order.farthest)
        return Error(Code::Denied,
                     words("--local-only: ", label.host, " is ", shownPlace(label.place)));
    auto opened = TRY(endpoint::openProfile(stored, TRY(keyFrom(order.key))));
    SentMedia media = TRY(readMedia(order.media, *opened.kind, interrupt));
    for (const std::string& note : media.notes)
        remark(note);
    if (label.place != endpoint::Place::ThisMachine)
        remark(words("goes to: ", shownLabel(label)));
    const auto draft = TRY(draftOf(order, stored, opened, std::move(media), interrupt));
    const auto kept = TRY(keep(order, stored, draft));
    const endpoint::Reach reach(order.farthest);
    endpoint::OpenAiEndpoint server(std::move(opened), reach);
    return converse(order, server, draft, kept.get(), interrupt);
}

} // namespace

bool asksServer(std::span<const std::string> arguments)
{
    const auto end = std::find(arguments.begin(), arguments.end(), "--");
    return std::find(arguments.begin(), end, "--endpoint") != end;
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
            "                     note, reasoning, text, call, cost, citations, session; "
            "done or\n"
            "                     failed ends the answer\n")
        + std::string(kStoreHelp) + std::string(kProfilesHelp) + std::string(kKeyHelp);
    return help;
}

int runRemoteAsk(std::span<const std::string> arguments)
{
    Options options(arguments);
    RemoteOrder order = readOrder(options);
    if (options.problem())
        return misused("ask", *options.problem());
    if (order.question.empty()) {
        auto question = readAll(stdin);
        if (!question)
            return failed(question.error().text);
        order.question = std::move(*question);
    }
    if (order.question.empty())
        return misused("ask", "there is no question");
    int argc = 1;
    char name[] = "m3";
    char* argv[] = {name, nullptr};
    const QCoreApplication application(argc, argv);
    const auto answered = askServer(std::move(order));
    return answered ? int(kDone) : failed(answered.error().text);
}

} // namespace tf::cli
