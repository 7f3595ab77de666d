#include "app/cli/model/ask.h"

#include "app/cli/command_line.h"
#include "app/cli/interrupt.h"
#include "app/cli/media/seen_files.h"
#include "app/cli/model/answer_printer.h"
#include "app/cli/model/group_flags.h"
#include "app/cli/progress_line.h"
#include "app/cli/standard_input.h"
#include "engine/engine.h"
#include "engine/text/prompt/shown_media.h"
#include "engine/text/prompt/template.h"
#include "engine/text/prompt_ids.h"
#include "engine/viewing.h"
#include "kernels/base/words.h"

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
    text::ThinkingMode thinking = text::ThinkingMode::Adaptive;
    bool showThinking = false;
    std::optional<std::string> system;
    bool raw = false;
    bool stats = false;
    std::optional<std::string> contextFile;
    engine::Request request;
    std::string question;

    [[nodiscard]] bool hasMedia() const { return !images.empty() || !videos.empty(); }
};

constexpr std::array<std::pair<std::string_view, text::ThinkingMode>, 3> kThinking{
    {{"adaptive", text::ThinkingMode::Adaptive},
     {"enabled", text::ThinkingMode::Enabled},
     {"disabled", text::ThinkingMode::Disabled}}};

constexpr std::int64_t kMostTokens = 1 << 20;

void readSampling(Options& options, engine::Request& request)
{
    engine::Sampling& sampling = request.sampling;
    sampling.temperature = options.real("--temperature", 1.0, 0.0, 100.0);
    sampling.topK = static_cast<std::int32_t>(options.number("--top-k", 40, 0, kMostTokens));
    sampling.topP = options.real("--top-p", 0.95, 0.0, 1.0);
    sampling.minP = options.real("--min-p", 0.0, 0.0, 1.0);
    sampling.seed = static_cast<std::uint64_t>(options.number("--seed", 0, 0, INT64_MAX));
    request.stops = options.texts("--stop");
    request.maxTokens = options.number("--max-tokens", 0, 1, kMostTokens);
    if (options.flag("--no-drafts"))
        request.drafting = engine::Drafting::Never;
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
    ask.thinking = options.choice<text::ThinkingMode>("--thinking", kThinking);
    ask.showThinking = options.flag("--show-thinking");
    ask.system = options.text("--system");
    ask.raw = options.flag("--raw");
    if (ask.raw && ask.hasMedia())
        options.blame("--raw has no place for --image and --video");
    ask.stats = options.flag("--stats");
    ask.contextFile = options.text("--context");
    readSampling(options, ask.request);
    for (const std::string& word : options.rest())
        ask.question += (ask.question.empty() ? "" : " ") + word;
    return ask;
}

/// Media stand before the question, as the model learned it.
text::ChatRequest chatOf(const AskOptions& ask)
{
    text::ChatRequest chat;
    chat.thinkingMode = ask.thinking;
    if (ask.system)
        chat.messages.push_back({text::Role::System, {{text::PartKind::Text, *ask.system}}});
    text::Message question{text::Role::User, {}};
    for (const std::string& file : ask.images)
        question.parts.push_back({text::PartKind::Image, file});
    for (const std::string& file : ask.videos)
        question.parts.push_back({text::PartKind::Video, file});
    question.parts.push_back({text::PartKind::Text, ask.question});
    chat.messages.push_back(std::move(question));
    return chat;
}

void note(std::string_view message)
{
    const std::string line = words("m3 ask: ", message, "\n");
    std::fwrite(line.data(), 1, line.size(), stderr);
}

/// Gives the request the media of one file, and tells what is missing of it.
Result<text::ShownMedium> addFile(AskOptions& ask, const std::string& file, FileKind kind,
                                  const CancelToken& cancel)
{
    auto seen = TRY(seeFile(file, kind, ask.seeing, cancel));
    for (const std::string& line : seen.notes)
        note(words(file, ": ", line));
    const bool isClip = kind == FileKind::Clip;
    const std::string pairs = isClip ? words(", pairs: ", seen.stamps.size(), ", each ") : ", ";
    if (ask.stats)
        note(words(file, ": ", seen.size.width, " x ", seen.size.height, pairs, seen.tokens,
                   " tokens"));
    ask.request.media.push_back(std::move(seen.media));
    return text::ShownMedium{isClip ? text::SegmentKind::Video : text::SegmentKind::Image,
                             seen.tokens, std::move(seen.stamps)};
}

Result<std::vector<text::ShownMedium>> addFiles(AskOptions& ask, const CancelToken& cancel)
{
    std::vector<text::ShownMedium> shown;
    for (const std::string& file : ask.images)
        shown.push_back(TRY(addFile(ask, file, FileKind::Picture, cancel)));
    for (const std::string& file : ask.videos)
        shown.push_back(TRY(addFile(ask, file, FileKind::Clip, cancel)));
    return shown;
}

Result<> encodePrompt(AskOptions& ask, const std::vector<text::ShownMedium>& shown)
{
    const auto tokenizer = TRY(text::Tokenizer::load(ask.engine.model / "tokenizer.json")
                                   .because("a question in words needs the model's tokenizer"));
    text::Encoder encoder(tokenizer);
    std::vector<std::int32_t>& tokens = ask.request.prompt.tokens;
    if (ask.raw) {
        const auto ids = TRY(encoder.encode(ask.question, text::ControlTokens::Match));
        tokens.assign(ids.begin(), ids.end());
        return {};
    }
    auto rendered = TRY(text::render(chatOf(ask)));
    const auto segments = TRY(text::withMedia(std::move(rendered.segments), shown));
    const auto ids = TRY(text::promptIds(encoder, tokenizer, segments));
    tokens.assign(ids.begin(), ids.end());
    ask.request.replyStart = rendered.replyStart.value_or(text::ReplyStart::Undecided);
    return {};
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

Result<> ask(AskOptions& ask)
{
    const Interrupt pressed;
    const CancelToken interrupt = pressed.token();
    const auto config = TRY(engine::Checkpoint::open(ask.engine.model, {}, interrupt)).config();
    if (ask.hasMedia())
        TRY(checkSees(config, ask.engine.model));
    TRY(encodePrompt(ask, TRY(addFiles(ask, interrupt))));
    engine::SequenceText prompt = TRY(cachedText(ask.request, config));
    engine::Limits& limits = ask.engine.group.limits;
    limits.positions = std::min(limits.positions, config.maxPositions);
    limits.pages = (limits.positions + config.block() - 1) / config.block();
    const auto engine = TRY(loadEngine(ask.engine, interrupt));
    if (ask.contextFile)
        TRY(restore(*engine, *ask.contextFile, interrupt));
    AnswerPrinter printer({ask.showThinking, ask.stats});
    ask.request.events = printer.events();
    auto ticket = engine->submit(std::move(ask.request));
    TRY(printer.printAll(ticket, interrupt));
    if (ask.contextFile)
        TRY(keep(*engine, std::move(prompt), *ask.contextFile, {}));
    return {};
}

int runAsk(std::span<const std::string> arguments)
{
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
    static const std::string usage =
        std::string(kAskUsage) + std::string(seeingFlagsHelp()) + std::string(groupFlagsHelp());
    return {"ask", "a question to a model on this machine", usage, runAsk};
}

} // namespace tf::cli
