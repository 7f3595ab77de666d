#include "app/cli/model/local_order.h"

#include "app/cli/model/group_flags.h"

#include <algorithm>
#include <array>

namespace tf::cli {

namespace {

constexpr std::string_view kAskUsage =
    "usage: m3 ask --model DIR [options] QUESTION\n"
    "       m3 ask --model DIR [options] < question\n"
    "       m3 ask --session ID [options] QUESTION\n"
    "\n"
    "The answer goes to standard output as it is written. Ctrl-C stops it.\n"
    "\n"
    "  --model DIR        config.json, safetensors, tokenizer.json\n"
    "  --image FILE       a picture before the question; may be given more than once\n"
    "  --video FILE       a clip before the question, after the pictures; the same\n"
    "  --think MODE       adaptive (default), enabled, disabled\n"
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
    "  --stats            what it took, on standard error\n"
    "  --no-session       nothing is kept; else question and answer are\n";

constexpr std::array<std::pair<std::string_view, wire::Thinking>, 3> kThinking{
    {{"adaptive", wire::Thinking::Adaptive},
     {"enabled", wire::Thinking::On},
     {"disabled", wire::Thinking::Off}}};

constexpr std::int64_t kMostTokens = 1 << 20;

wire::Thinking thinkingBefore(const ContinuedSession* continued)
{
    if (continued == nullptr || continued->settings.thinking == session::Thinking::Adaptive)
        return wire::Thinking::Adaptive;
    return continued->settings.thinking == session::Thinking::Enabled ? wire::Thinking::On
                                                                      : wire::Thinking::Off;
}

void readModel(Options& options, LocalOrder& ask)
{
    const std::string before = ask.continued ? ask.continued->settings.folder : "";
    ask.engine.model = before.empty() ? options.required("--model", "DIR")
                                      : options.text("--model").value_or(before);
}

void readSampling(Options& options, LocalOrder& ask)
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
void addMedia(LocalOrder& ask)
{
    for (const std::string& file : ask.images)
        ask.draft.media.emplace_back(wire::ImagePart{{{}, nullptr, file}, {}, {}});
    for (const std::string& file : ask.videos)
        ask.draft.media.emplace_back(wire::VideoPart{{{}, nullptr, file}, {}, {}, {}, {}});
    for (const auto* files : {&ask.images, &ask.videos})
        for (const std::string& file : *files)
            ask.draft.mediaNames.push_back(std::filesystem::path(file).filename().native());
}

} // namespace

bool LocalOrder::hasMedia() const
{
    const auto isMedium = [](const wire::Part& part) {
        return !std::holds_alternative<wire::TextPart>(part);
    };
    const auto& earlier = draft.earlier.messages;
    return !draft.media.empty()
        || std::any_of(earlier.begin(), earlier.end(), [&](const wire::Message& message) {
               return std::any_of(message.parts.begin(), message.parts.end(), isMedium);
           });
}

Follows LocalOrder::follows() const
{
    return continued ? Follows{continued->id, continued->turn} : Follows();
}

LocalOrder readLocalOrder(Options& options, QuestionPlace place)
{
    LocalOrder ask;
    ask.continued = std::move(place.continued);
    const ContinuedSession* continued = ask.continued ? &*ask.continued : nullptr;
    readModel(options, ask);
    ask.engine.group = readGroupFlags(options, DefaultPrecision::Fast);
    const auto room = options.number("--context-tokens", 8192, 1, kMostTokens);
    ask.engine.group.limits.positions = room;
    ask.images = options.texts("--image");
    ask.videos = options.texts("--video");
    ask.seeing = readSeeingFlags(options);
    ask.chat.thinking =
        options.choice<wire::Thinking>("--think", kThinking, thinkingBefore(continued));
    ask.show.thinking = options.flag("--show-thinking");
    if (options.flag("--json"))
        ask.show.form = AnswerPrinter::Form::JsonLines;
    ask.repository = readRepositoryFlags(options, continued);
    if (ask.repository.kept)
        ask.repository.kept->form = ask.show.form;
    ask.draft.system = options.text("--system");
    ask.raw = options.flag("--raw");
    if (ask.raw && !(ask.images.empty() && ask.videos.empty()))
        options.blame("--raw has no place for --image and --video");
    if (ask.raw && ask.repository.source)
        options.blame("--raw has no place for --repo");
    if (continued != nullptr && (ask.raw || ask.draft.system))
        options.blame("--raw and --system stand at a session's beginning");
    ask.show.stats = options.flag("--stats");
    ask.contextFile = options.text("--context");
    ask.store = std::move(place.store);
    if (options.flag("--no-session"))
        ask.store.reset();
    readSampling(options, ask);
    for (const std::string& word : options.rest())
        ask.draft.question += (ask.draft.question.empty() ? "" : " ") + word;
    addMedia(ask);
    if (continued != nullptr)
        ask.draft.earlier = continued->earlier;
    return ask;
}

std::string_view localOrderHelp()
{
    return kAskUsage;
}

} // namespace tf::cli
