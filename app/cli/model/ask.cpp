#include "app/cli/model/ask.h"

#include "app/cli/answer/asking.h"
#include "app/cli/command_line.h"
#include "app/cli/endpoint/kept_answer.h"
#include "app/cli/endpoint/remote_ask.h"
#include "app/cli/ingest/citation_report.h"
#include "app/cli/ingest/sent_repository.h"
#include "app/cli/interrupt.h"
#include "app/cli/media/seen_files.h"
#include "app/cli/model/group_flags.h"
#include "app/cli/progress_line.h"
#include "app/cli/session/store_option.h"
#include "app/cli/standard_input.h"
#include "app/endpoint/local/local_endpoint.h"
#include "app/endpoint/local/seen_before.h"
#include "engine/json/utf8_repair.h"
#include "engine/viewing.h"
#include "kernels/base/words.h"

#include <QCoreApplication>

#include <array>
#include <cstdio>
#include <future>

namespace tf::cli {

namespace {

constexpr std::string_view kAskUsage =
    "usage: m3 ask --model DIR [options] QUESTION\n"
    "       m3 ask --model DIR [options] < question\n"
    "\n"
    "The answer goes to standard output as it is written. Ctrl-C stops it.\n"
    "\n"
    "  --model DIR        config.json, safetensors, tokenizer.json\n"
    "  --image FILE       a picture before the question; may be given more than once\n"
    "  --video FILE       a clip before the question, after the pictures; the same\n"
    "  --think MODE       adaptive (default), enabled, disabled\n"
    "  --show-thinking    reasoning goes to standard error\n"
    "  --json             events on standard output instead, an object a line; citations last\n"
    "  --system TEXT      a system message before the question\n"
    "  --raw              the question is the whole prompt, control tokens and all\n"
    "  --max-tokens N     of the answer (default: as many as fit)\n"
    "  --temperature T    0: always the likeliest token (default 1)\n"
    "  --top-k N          default 40; 0: all\n"
    "  --top-p P          default 0.95\n"
    "  --min-p P          default 0\n"
    "  --seed N           the same seed writes the same answer (default 0)\n"
    "  --stop TEXT        ends the answer; may be given more than once\n"
    "  --context FILE     what was computed for the prompt is taken from there, and kept there\n"
    "  --context-tokens N room for prompt and answer (default 8192)\n"
    "  --no-drafts        check no guessed tokens: the same answer, usually later\n"
    "  --stats            what it took, on standard error\n"
    "  --no-session       nothing is kept; else question and answer are\n";

struct AskOptions {
    engine::EngineOptions engine;
    std::vector<std::string> images; ///< files
    std::vector<std::string> videos;
    SeeingFlags seeing;
    RepositoryFlags repository;
    AnswerPrinter::Show show;
    bool raw = false;
    std::optional<std::string> contextFile;
    wire::ChatRequest chat; ///< how it is answered; its messages come from the rest
    double minP = 0;
    engine::Drafting drafting = engine::Drafting::WhenItPays;
    std::optional<session::StorePlace> store; ///< none: nothing is kept
    draft::Draft draft; ///< media are names of files in it

    [[nodiscard]] bool hasMedia() const { return !images.empty() || !videos.empty(); }
};

constexpr std::array<std::pair<std::string_view, wire::Thinking>, 3> kThinking{
    {{"adaptive", wire::Thinking::Adaptive},
     {"enabled", wire::Thinking::On},
     {"disabled", wire::Thinking::Off}}};

constexpr std::int64_t kMostTokens = 1 << 20;
constexpr std::int64_t kUsualAnswerTokens = 4096;

void readSampling(Options& options, AskOptions& ask)
{
    wire::Sampling& sampling = ask.chat.sampling;
    sampling.temperature = options.real("--temperature", 1.0, 0.0, 100.0);
    sampling.topK = options.number("--top-k", 40, 0, kMostTokens);
    sampling.topP = options.real("--top-p", 0.95, 0.0, 1.0);
    sampling.seed = options.number("--seed", 0, 0, INT64_MAX);
    sampling.stops = options.texts("--stop");
    sampling.maxTokens = options.number("--max-tokens", 0, 1, kMostTokens);
    ask.minP = options.real("--min-p", 0.0, 0.0, 1.0);
    if (options.flag("--no-drafts"))
        ask.drafting = engine::Drafting::Never;
}

/// Pictures before clips; each is a file's name here. The files stay where they are: of them the
/// names are kept.
void addMedia(AskOptions& ask)
{
    for (const std::string& file : ask.images)
        ask.draft.media.emplace_back(wire::ImagePart{{{}, nullptr, file}, {}, {}});
    for (const std::string& file : ask.videos)
        ask.draft.media.emplace_back(wire::VideoPart{{{}, nullptr, file}, {}, {}, {}, {}});
    for (const auto* files : {&ask.images, &ask.videos})
        for (const std::string& file : *files)
            ask.draft.mediaNames.push_back(std::filesystem::path(file).filename().native());
}

AskOptions readAskOptions(Options& options)
{
    AskOptions ask;
    ask.engine.model = options.required("--model", "DIR");
    ask.engine.group = readGroupFlags(options, DefaultPrecision::Fast);
    const auto room = options.number("--context-tokens", 8192, 1, kMostTokens);
    ask.engine.group.limits.positions = room;
    ask.images = options.texts("--image");
    ask.videos = options.texts("--video");
    ask.seeing = readSeeingFlags(options);
    ask.repository = readRepositoryFlags(options);
    ask.chat.thinking = options.choice<wire::Thinking>("--think", kThinking);
    ask.show.thinking = options.flag("--show-thinking");
    if (options.flag("--json"))
        ask.show.form = AnswerPrinter::Form::JsonLines;
    ask.draft.system = options.text("--system");
    ask.raw = options.flag("--raw");
    if (ask.raw && ask.hasMedia())
        options.blame("--raw has no place for --image and --video");
    if (ask.raw && ask.repository.source)
        options.blame("--raw has no place for --repo");
    ask.show.stats = options.flag("--stats");
    ask.contextFile = options.text("--context");
    ask.store = storePlaceOf(options);
    if (options.flag("--no-session"))
        ask.store.reset();
    readSampling(options, ask);
    for (const std::string& word : options.rest())
        ask.draft.question += (ask.draft.question.empty() ? "" : " ") + word;
    addMedia(ask);
    return ask;
}

void note(std::string_view message)
{
    const std::string line = words("m3 ask: ", message, "\n");
    std::fwrite(line.data(), 1, line.size(), stderr);
}

/// Sees the file that a part names, and tells what is missing of it.
Result<app::SeenMedium> seePart(const AskOptions& ask, const wire::Part& part,
                                const CancelToken& cancel)
{
    const auto* clip = std::get_if<wire::VideoPart>(&part);
    const std::string& file =
        clip != nullptr ? clip->media.url : std::get<wire::ImagePart>(part).media.url;
    const FileKind kind = clip != nullptr ? FileKind::Clip : FileKind::Picture;
    auto seen = TRY(seeFile(file, kind, ask.seeing, cancel));
    for (const std::string& line : std::exchange(seen.notes, {}))
        note(words(file, ": ", line));
    const std::string pairs =
        clip != nullptr ? words(", pairs: ", seen.stamps.size(), ", each ") : ", ";
    if (ask.show.stats)
        note(words(file, ": ", seen.size.width, " x ", seen.size.height, pairs, seen.tokens,
                   " tokens"));
    return seen;
}

/// The question as the whole prompt, for who knows the model's language.
Result<endpoint::Prepared> prepareRaw(const AskOptions& ask, const text::Tokenizer& tokenizer)
{
    endpoint::Prepared prepared;
    engine::Request& request = prepared.request;
    const auto ids = TRY(tokenizer.encode(ask.draft.question, text::ControlTokens::Match));
    request.prompt.tokens.assign(ids.begin(), ids.end());
    endpoint::setAnswering(request, ask.chat.sampling);
    return prepared;
}

/// Conversations made into prompts; what was seen for one is there for the next.
class Preparing {
public:
    Preparing(AskOptions& ask, const text::Tokenizer& tokenizer, const CancelToken& cancel)
        : m_ask(ask)
        , m_tokenizer(tokenizer)
        , m_cancel(cancel)
    {
    }

    Result<endpoint::Prepared> run()
    {
        m_ask.chat.messages = draft::messagesOf(m_ask.draft);
        const auto eyes = [this](const wire::Part& part) { return see(part); };
        return endpoint::prepare(m_ask.chat, m_tokenizer, text::Steering::Faithful, eyes, m_cancel);
    }

private:
    Result<app::SeenMedium> see(const wire::Part& part)
    {
        if (const app::SeenMedium* known = m_seen.find(part))
            return *known;
        auto seen = TRY(seePart(m_ask, part, m_cancel));
        m_seen.keep({part, seen});
        return seen;
    }

    AskOptions& m_ask;
    const text::Tokenizer& m_tokenizer;
    CancelToken m_cancel;
    endpoint::SeenBefore m_seen;
};

/// For all words, so that the whole prompt leaves room for an answer; `numTokens` has the prompt
/// without the repository.
std::int64_t roomForWords(const AskOptions& ask, std::int64_t numTokens,
                          const text::Tokenizer& tokenizer)
{
    const auto positions = ask.engine.group.limits.positions;
    const auto wanted = ask.chat.sampling.maxTokens.value_or(0);
    const auto answer = wanted > 0 ? wanted : std::min(positions / 4, kUsualAnswerTokens);
    const auto count = draft::countingWith(&tokenizer);
    const auto marks =
        numTokens + count(draft::howToCite()) - draft::tokensOfWords(ask.draft, count);
    return std::max<std::int64_t>(positions - answer - marks, 1);
}

Result<endpoint::Prepared> prepare(AskOptions& ask, const text::Tokenizer& tokenizer,
                                   const CancelToken& cancel)
{
    if (ask.raw)
        return prepareRaw(ask, tokenizer);
    Preparing preparing(ask, tokenizer, cancel);
    const bool redacts = ask.repository.policy == draft::LeakPolicy::Redact;
    auto prepared = TRY(preparing.run());
    if (!ask.repository.source && !redacts)
        return prepared;
    const auto numTokens = static_cast<std::int64_t>(prepared.request.prompt.tokens.size());
    draft::LeakGate gate(redacts ? draft::LeakPolicy::Redact : draft::LeakPolicy::Open);
    TRY(addRepository(ask.draft, ask.repository,
                      {&tokenizer, roomForWords(ask, numTokens, tokenizer)}, gate, cancel));
    return preparing.run();
}

/// The prompt as the cache knows it. BadInput where the tokenizer writes other placeholders than
/// the model has.
Result<engine::SequenceText> cachedText(const engine::Request& request,
                                        const engine::ModelConfig& config)
{
    engine::SequenceText text = request.prompt;
    text.media = TRY(engine::Viewing::make(request.media, request.prompt.tokens, config)).spans();
    return text;
}

/// Waits for what the engine does with a context file.
Result<std::int64_t> await(const std::function<void(engine::Engine::SavedSink)>& ask)
{
    std::promise<Result<std::int64_t>> promise;
    auto future = promise.get_future();
    ask([&promise](Result<std::int64_t> positions) { promise.set_value(std::move(positions)); });
    return future.get();
}

Result<> restore(engine::Engine& engine, const std::string& file, const CancelToken& cancel)
{
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return {};
    const auto positions =
        TRY(await([&](auto sink) { engine.restoreContext(file, cancel, std::move(sink)); }));
    note(words("took ", positions, " positions from ", file));
    return {};
}

Result<> keep(engine::Engine& engine, engine::SequenceText text, const std::string& file,
              const CancelToken& cancel)
{
    const auto positions = await(
        [&](auto sink) { engine.saveContext(std::move(text), file, cancel, std::move(sink)); });
    if (!positions && positions.error().code == Code::NotFound)
        return {}; // a prompt shorter than a page: nothing worth keeping
    if (!positions)
        return Error(positions.error().code, positions.error().text);
    note(words("kept ", *positions, " positions in ", file));
    return {};
}

Result<std::unique_ptr<engine::Engine>> loadEngine(const engine::EngineOptions& options,
                                                   const CancelToken& interrupt)
{
    ProgressLine line(Counted::Bytes);
    return engine::Engine::load(
        options,
        [&line](const engine::Progress& now) { line.show(now.doing, now.done, now.total); },
        interrupt);
}

session::RequestSettings settingsOf(const AskOptions& ask)
{
    session::RequestSettings settings;
    settings.model = json::repairedUtf8(ask.engine.model.filename().native());
    settings.budget = ask.repository.budget.value_or(0);
    settings.thinking = keptThinking(ask.chat.thinking);
    return settings;
}

Result<> answer(AskOptions& ask, std::shared_ptr<engine::Engine> engine,
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
    const auto kept = TRY(keepLoudly(ask.store, ask.draft, settingsOf(ask), {}));
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
        tellSession(ask.show.form, kept->id());
    TRY(std::move(answered));
    return finished;
}

Result<> ask(AskOptions& ask)
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
    auto prepared = TRY(prepare(ask, *tokenizer, interrupt));
    prepared.request.sampling.minP = ask.minP;
    prepared.request.drafting = ask.drafting;
    engine::SequenceText prompt = TRY(cachedText(prepared.request, config));
    limits.pages = (limits.positions + config.block() - 1) / config.block();
    const std::shared_ptr<engine::Engine> engine = TRY(loadEngine(ask.engine, interrupt));
    if (ask.contextFile)
        TRY(restore(*engine, *ask.contextFile, interrupt));
    TRY(answer(ask, engine, tokenizer, std::move(prepared), interrupt));
    if (ask.contextFile)
        TRY(keep(*engine, std::move(prompt), *ask.contextFile, {}));
    return {};
}

int runAsk(std::span<const std::string> arguments)
{
    if (asksServer(arguments))
        return runRemoteAsk(arguments);
    Options options(arguments);
    AskOptions asked = readAskOptions(options);
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
    const auto answered = ask(asked);
    return answered ? int(kDone) : failed(answered.error().text);
}

} // namespace

Verb askVerb()
{
    static const std::string usage = std::string(kAskUsage) + std::string(seeingFlagsHelp())
        + std::string(groupFlagsHelp()) + std::string(repositoryFlagsHelp())
        + std::string(remoteAskHelp());
    return {"ask", "a question to a model on this machine or on a server", usage, runAsk};
}

} // namespace tf::cli
