#include "app/cli/endpoint/remote_ask.h"

#include "app/cli/answer/asking.h"
#include "app/cli/command_line.h"
#include "app/cli/endpoint/endpoint_choice.h"
#include "app/cli/endpoint/remote_order.h"
#include "app/cli/ingest/citation_report.h"
#include "app/cli/interrupt.h"
#include "app/cli/json_lines.h"
#include "app/cli/media/json_build.h"
#include "app/cli/standard_input.h"
#include "app/endpoint/profile/data_label.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <cstdio>

namespace tf::cli {

namespace {

using endpoint::StoredProfile;

constexpr std::int64_t kUsualAnswerTokens = 8192;

void remark(std::string_view text)
{
    const std::string line = words("m3 ask: ", text, "\n");
    std::fwrite(line.data(), 1, line.size(), stderr);
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
    return keepLoudly(order.store, draft, settings, order.follows());
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
    if (order.continued)
        draft.earlier = order.continued->earlier;
    if (order.system)
        draft.system = json::repairedUtf8(*order.system);
    draft.question = json::repairedUtf8(order.question);
    draft.media = std::move(media.parts);
    draft.mediaNames = std::move(media.names);
    draft.watched.length = media.clipLength;
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
        tellSession(order.show.form, *kept);
    TRY(std::move(answered));
    return finished;
}

/// Those of the question and, since what was sent goes again, those of its session.
Result<> repositoriesMayGo(const RemoteOrder& order, const std::string& host)
{
    if (order.repository.source)
        TRY(mayGoTo(host, order.repository.source->named, order.repository.agreed));
    if (!order.continued)
        return {};
    for (const session::Source& source : order.continued->repositories)
        TRY(mayGoTo(host, source.place, order.repository.agreed));
    return {};
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
    if (!staysHere(opened))
        TRY(repositoriesMayGo(order, label.host));
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

int runRemoteAsk(Options options, QuestionPlace place)
{
    RemoteOrder order = readRemoteOrder(options, std::move(place));
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
