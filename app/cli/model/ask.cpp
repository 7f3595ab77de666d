#include "app/cli/model/ask.h"

#include "app/cli/answer/asking.h"
#include "app/cli/command_line.h"
#include "app/cli/endpoint/remote_ask.h"
#include "app/cli/interrupt.h"
#include "app/cli/media/seen_files.h"
#include "app/cli/model/group_flags.h"
#include "app/cli/progress_line.h"
#include "app/cli/standard_input.h"
#include "app/endpoint/local/local_endpoint.h"
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
    "  --thinking MODE    adaptive (default), enabled, disabled\n"
    "  --show-thinking    reasoning goes to standard error\n"
    "  --json             events on standard output instead, an object a line\n"
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
    "  --stats            what it took, on standard error\n";

struct AskOptions {
    engine::EngineOptions engine;
    std::vector<std::string> images; ///< files
    std::vector<std::string> videos;
    SeeingFlags seeing;
    AnswerPrinter::Show show;
    std::optional<std::string> system;
    bool raw = false;
    std::optional<std::string> contextFile;
    wire::ChatRequest chat; ///< how it is answered; its messages come from the rest
    double minP = 0;
    engine::Drafting drafting = engine::Drafting::WhenItPays;
    std::string question;

    [[nodiscard]] bool hasMedia() const { return !images.empty() || !videos.empty(); }
};

constexpr std::array<std::pair<std::string_view, wire::Thinking>, 3> kThinking{
    {{"adaptive", wire::Thinking::Adaptive},
     {"enabled", wire::Thinking::On},
     {"disabled", wire::Thinking::Off}}};

constexpr std::int64_t kMostTokens = 1 << 20;

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
    ask.chat.thinking = options.choice<wire::Thinking>("--thinking", kThinking);
    ask.show.thinking = options.flag("--show-thinking");
    if (options.flag("--json"))
        ask.show.form = AnswerPrinter::Form::JsonLines;
    ask.system = options.text("--system");
    ask.raw = options.flag("--raw");
    if (ask.raw && ask.hasMedia())
        options.blame("--raw has no place for --image and --video");
    ask.show.stats = options.flag("--stats");
    ask.contextFile = options.text("--context");
    readSampling(options, ask);
    for (const std::string& word : options.rest())
        ask.question += (ask.question.empty() ? "" : " ") + word;
    return ask;
}

/// Media stand before the question, as the model learned it; each is a file's name here.
std::vector<wire::Message> messagesOf(const AskOptions& ask)
{
    std::vector<wire::Message> messages;
    const auto add = [&](wire::Role role) -> std::vector<wire::Part>& {
        messages.emplace_back().role = role;
        return messages.back().parts;
    };
    if (ask.system)
        add(wire::Role::System).emplace_back(wire::TextPart{*ask.system});
    auto& parts = add(wire::Role::User);
    for (const std::string& file : ask.images)
        parts.emplace_back(wire::ImagePart{{{}, nullptr, file}, {}, {}});
    for (const std::string& file : ask.videos)
        parts.emplace_back(wire::VideoPart{{{}, nullptr, file}, {}, {}, {}, {}});
    parts.emplace_back(wire::TextPart{ask.question});
    return messages;
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
    const auto ids = TRY(tokenizer.encode(ask.question, text::ControlTokens::Match));
    request.prompt.tokens.assign(ids.begin(), ids.end());
    endpoint::setAnswering(request, ask.chat.sampling);
    return prepared;
}

Result<endpoint::Prepared> prepare(AskOptions& ask, const text::Tokenizer& tokenizer,
                                   const CancelToken& cancel)
{
    if (ask.raw)
        return prepareRaw(ask, tokenizer);
    ask.chat.messages = messagesOf(ask);
    const auto eyes = [&](const wire::Part& part) { return seePart(ask, part, cancel); };
    return endpoint::prepare(ask.chat, tokenizer, text::Steering::Faithful, eyes, cancel);
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
    return printAnswer(
        [&](endpoint::Sink sink) { return endpoint.start(std::move(prepared), std::move(sink)); },
        printer, interrupt);
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
    auto prepared = TRY(prepare(ask, *tokenizer, interrupt));
    prepared.request.sampling.minP = ask.minP;
    prepared.request.drafting = ask.drafting;
    engine::SequenceText prompt = TRY(cachedText(prepared.request, config));
    engine::Limits& limits = ask.engine.group.limits;
    limits.positions = std::min(limits.positions, config.maxPositions);
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
    if (asked.question.empty()) {
        auto question = readAll(stdin);
        if (!question)
            return failed(question.error().text);
        asked.question = std::move(*question);
    }
    if (asked.question.empty())
        return misused("ask", "there is no question");
    const auto answered = ask(asked);
    return answered ? int(kDone) : failed(answered.error().text);
}

} // namespace

Verb askVerb()
{
    static const std::string usage = std::string(kAskUsage) + std::string(seeingFlagsHelp())
        + std::string(groupFlagsHelp()) + std::string(remoteAskHelp());
    return {"ask", "a question to a model on this machine or on a server", usage, runAsk};
}

} // namespace tf::cli
