#include "app/cli/model/ask.h"

#include "app/cli/answer/asking.h"
#include "app/cli/command_line.h"
#include "app/cli/endpoint/remote_ask.h"
#include "app/cli/ingest/citation_report.h"
#include "app/cli/interrupt.h"
#include "app/cli/model/asked_prompt.h"
#include "app/cli/model/context_file.h"
#include "app/cli/model/group_flags.h"
#include "app/cli/progress_line.h"
#include "app/cli/standard_input.h"
#include "app/endpoint/local/local_endpoint.h"
#include "engine/json/utf8_repair.h"

#include <QCoreApplication>

namespace tf::cli {

namespace {

Result<std::unique_ptr<engine::Engine>> loadEngine(const engine::EngineOptions& options,
                                                   const CancelToken& interrupt)
{
    ProgressLine line(Counted::Bytes);
    return engine::Engine::load(
        options,
        [&line](const engine::Progress& now) { line.show(now.doing, now.done, now.total); },
        interrupt);
}

session::RequestSettings settingsOf(const LocalOrder& ask)
{
    session::RequestSettings settings;
    settings.model = json::repairedUtf8(ask.engine.model.filename().native());
    settings.folder = json::repairedUtf8(draft::namedFolder(ask.engine.model).native());
    settings.budget = ask.repository.budget.value_or(0);
    settings.thinking = keptThinking(ask.chat.thinking);
    return settings;
}

Result<> answer(LocalOrder& ask, std::shared_ptr<engine::Engine> engine,
                std::shared_ptr<const text::Tokenizer> tokenizer, endpoint::Prepared prepared,
                const CancelToken& interrupt)
{
    int numNames = 1;
    char name[] = "m3";
    char* names[] = {name, nullptr};
    const QCoreApplication application(numNames, names);
    endpoint::LocalModel model;
    model.name = ask.engine.model.filename().native();
    model.engine = std::move(engine);
    model.tokenizer = std::move(tokenizer);
    endpoint::LocalEndpoint endpoint(std::move(model));
    AnswerPrinter printer(ask.show);
    const auto kept = TRY(keepLoudly(ask.store, ask.draft, settingsOf(ask), ask.follows()));
    CitationWatch citations(ask.draft);
    const auto seen = [&](const endpoint::Event& event) {
        if (kept)
            kept->take(event);
        citations.take(event);
        printer.print(event);
    };
    auto answered = followAnswer(
        [&](endpoint::Sink sink) { return endpoint.start(std::move(prepared), std::move(sink)); },
        seen, interrupt);
    citations.tell(ask.show.form);
    auto finished = kept ? kept->finish() : Result<>();
    if (kept)
        tellSession(ask.show.form, *kept);
    TRY(std::move(answered));
    return finished;
}

Result<> ask(LocalOrder& ask)
{
    const Interrupt pressed;
    const CancelToken interrupt = pressed.token();
    const auto config = TRY(engine::Checkpoint::open(ask.engine.model, {}, interrupt)).config();
    if (ask.hasMedia())
        TRY(checkSees(config, ask.engine.model));
    const auto tokenizer = std::make_shared<const text::Tokenizer>(
        TRY(text::Tokenizer::load(ask.engine.model / "tokenizer.json")
                .because("a question in words needs the model's tokenizer")));
    engine::Limits& limits = ask.engine.group.limits;
    limits.positions = std::min(limits.positions, config.maxPositions);
    auto prepared = TRY(askedPrompt(ask, *tokenizer, interrupt));
    prepared.request.sampling.minP = ask.minP;
    prepared.request.drafting = ask.drafting;
    engine::SequenceText prompt = TRY(cachedText(prepared.request, config));
    limits.pages = (limits.positions + config.block() - 1) / config.block();
    const std::shared_ptr<engine::Engine> engine = TRY(loadEngine(ask.engine, interrupt));
    if (ask.contextFile)
        TRY(restoreContext(*engine, *ask.contextFile, interrupt));
    TRY(answer(ask, engine, tokenizer, std::move(prepared), interrupt));
    if (ask.contextFile)
        TRY(keepContext(*engine, std::move(prompt), *ask.contextFile, {}));
    return {};
}

int runLocalAsk(Options options, QuestionPlace place)
{
    LocalOrder asked = readLocalOrder(options, std::move(place));
    if (options.problem())
        return misused("ask", *options.problem());
    if (asked.draft.question.empty()) {
        auto question = readAll(stdin);
        if (!question)
            return failed(question.error().text);
        asked.draft.question = std::move(*question);
    }
    if (asked.draft.question.empty())
        return misused("ask", "there is no question");
    if (!asked.raw) // as it is kept
        asked.draft.question = json::repairedUtf8(asked.draft.question);
    if (asked.draft.system)
        asked.draft.system = json::repairedUtf8(*asked.draft.system);
    const auto answered = ask(asked);
    return answered ? int(kDone) : failed(answered.error().text);
}

int runAsk(std::span<const std::string> arguments)
{
    Options options(arguments);
    QuestionPlace place{storePlaceOf(options), std::nullopt};
    const ContinueFlags flags = readContinueFlags(options);
    if (options.problem())
        return misused("ask", *options.problem());
    if (flags.session) {
        auto continued = continuedSession(flags, place.store);
        if (!continued)
            return failed(continued.error().text);
        place.continued = std::move(*continued);
    }
    return asksServer(arguments, place.continued)
        ? runRemoteAsk(std::move(options), std::move(place))
        : runLocalAsk(std::move(options), std::move(place));
}

} // namespace

Verb askVerb()
{
    static const std::string usage = std::string(localOrderHelp()) + std::string(seeingFlagsHelp())
        + std::string(groupFlagsHelp()) + std::string(repositoryFlagsHelp())
        + std::string(continueHelp()) + std::string(remoteAskHelp());
    return {"ask", "a question to a model on this machine or on a server", usage, runAsk};
}

} // namespace tf::cli
