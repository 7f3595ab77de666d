#include "app/cli/model/ask.h"

#include "app/cli/command_line.h"
#include "app/cli/interrupt.h"
#include "app/cli/model/answer_printer.h"
#include "app/cli/model/group_flags.h"
#include "app/cli/progress_line.h"
#include "app/cli/standard_input.h"
#include "engine/engine.h"
#include "engine/text/prompt/template.h"
#include "engine/text/prompt_ids.h"
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
    text::ThinkingMode thinking = text::ThinkingMode::Adaptive;
    bool showThinking = false;
    std::optional<std::string> system;
    bool raw = false;
    bool stats = false;
    std::optional<std::string> contextFile;
    engine::Request request;
    std::string question;
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
    ask.thinking = options.choice<text::ThinkingMode>("--thinking", kThinking);
    ask.showThinking = options.flag("--show-thinking");
    ask.system = options.text("--system");
    ask.raw = options.flag("--raw");
    ask.stats = options.flag("--stats");
    ask.contextFile = options.text("--context");
    readSampling(options, ask.request);
    for (const std::string& word : options.rest())
        ask.question += (ask.question.empty() ? "" : " ") + word;
    return ask;
}

text::ChatRequest chatOf(const AskOptions& ask)
{
    text::ChatRequest chat;
    chat.thinkingMode = ask.thinking;
    const auto say = [&chat](text::Role role, const std::string& words) {
        chat.messages.push_back({role, {{text::PartKind::Text, words}}});
    };
    if (ask.system)
        say(text::Role::System, *ask.system);
    say(text::Role::User, ask.question);
    return chat;
}

Result<> encodePrompt(AskOptions& ask)
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
    const auto rendered = TRY(text::render(chatOf(ask)));
    const auto ids = TRY(text::promptIds(encoder, tokenizer, rendered.segments));
    tokens.assign(ids.begin(), ids.end());
    ask.request.replyStart = rendered.replyStart.value_or(text::ReplyStart::Undecided);
    return {};
}

/// Waits for what the engine does with a context file.
Result<std::int64_t> await(const std::function<void(engine::Engine::SavedSink)>& ask)
{
    std::promise<Result<std::int64_t>> promise;
    auto future = promise.get_future();
    ask([&promise](Result<std::int64_t> positions) { promise.set_value(std::move(positions)); });
    return future.get();
}

void note(std::string_view message)
{
    const std::string line = words("m3 ask: ", message, "\n");
    std::fwrite(line.data(), 1, line.size(), stderr);
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
    TRY(encodePrompt(ask));
    const Interrupt pressed;
    const CancelToken interrupt = pressed.token();
    const auto config = TRY(engine::Checkpoint::open(ask.engine.model, {}, interrupt)).config();
    engine::Limits& limits = ask.engine.group.limits;
    limits.positions = std::min(limits.positions, config.maxPositions);
    limits.pages = (limits.positions + config.block() - 1) / config.block();
    const auto engine = TRY(loadEngine(ask.engine, interrupt));
    if (ask.contextFile)
        TRY(restore(*engine, *ask.contextFile, interrupt));
    engine::SequenceText prompt = ask.request.prompt;
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
    static const std::string usage = std::string(kAskUsage) + std::string(groupFlagsHelp());
    return {"ask", "a question to a model on this machine", usage, runAsk};
}

} // namespace tf::cli
