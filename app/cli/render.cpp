#include "app/cli/render.h"

#include "app/cli/command_line.h"
#include "app/cli/json_lines.h"
#include "app/cli/standard_input.h"
#include "engine/json/value.h"
#include "engine/text/prompt/chat_json.h"
#include "engine/text/prompt/template.h"
#include "kernels/base/words.h"

#include <cstdio>

namespace tf::cli {

namespace {

using json::Value;

constexpr std::string_view kRenderUsage =
    "usage: m3 render [--segments] [--steered] [--shape SHAPE] [--jsonl] < request.json\n"
    "\n"
    "Renders a chat request as MiniMax M3's own template does, byte for byte.\n"
    "\n"
    "  --segments      the prompt as a JSON list of pieces: template (trusted), content\n"
    "                  (untrusted), image, video, each with where it came from\n"
    "  --steered       keep the adaptive mode in the first block and follow the thinking mode\n"
    "                  in the generation prompt alone, so that switching keeps the cache\n"
    "  --shape SHAPE   openai: a chat completion request; template: what the official template\n"
    "                  is given; auto (default): template if there is an add_generation_prompt\n"
    "                  and no model\n"
    "  --jsonl         a request a line in, a result a line out: {\"rendered\": text},\n"
    "                  {\"segments\": list} or {\"error\": words}; with \"dropped\", the messages\n"
    "                  that the template passes over, and \"cut\", those it shows in part\n"
    "\n"
    "Messages that the template drops are named on standard error. Exit code 1 if any request\n"
    "fails.\n";

enum class Output : std::uint8_t { Text, Segments };

struct RenderOptions {
    Output output = Output::Text;
    text::Steering steering = text::Steering::Faithful;
    std::optional<text::Shape> shape;
    bool isLines = false;
};

Result<text::Rendered> renderJson(const std::string& source, const RenderOptions& options)
{
    const Value request = TRY(json::parse(source));
    const auto shape = options.shape.value_or(text::shapeOf(request));
    return text::render(TRY(text::readChatRequest(request, shape)), options.steering);
}

Value toJson(const text::Segment& segment)
{
    const auto number = [](std::size_t n) { return Value::number(words(n)); };
    const auto& source = segment.source;
    Value out = Value::object({{"kind", Value::string(std::string(name(segment.kind)))}});
    if (source.origin != text::Origin::Template)
        out.members.emplace_back("origin", Value::string(std::string(name(source.origin))));
    if (source.origin == text::Origin::ToolSchema) {
        out.members.emplace_back("tool", number(source.itemIdx));
    } else if (source.origin != text::Origin::Template && source.origin != text::Origin::Identity) {
        out.members.emplace_back("message", number(source.itemIdx));
        out.members.emplace_back("part", number(source.partIdx));
    }
    out.members.emplace_back("text", Value::string(segment.text));
    return out;
}

Value toJson(const std::vector<text::Segment>& segments)
{
    Value list = Value::array();
    for (const text::Segment& segment : segments)
        list.items.push_back(toJson(segment));
    return list;
}

Value toJson(const std::vector<std::size_t>& messages)
{
    Value list = Value::array();
    for (const std::size_t idx : messages)
        list.items.push_back(Value::number(words(idx)));
    return list;
}

Value resultOf(const text::Rendered& prompt, Output output)
{
    Value out = Value::object();
    if (output == Output::Segments)
        out.members.emplace_back("segments", toJson(prompt.segments));
    else
        out.members.emplace_back("rendered", Value::string(joined(prompt.segments)));
    if (!prompt.droppedMessages.empty())
        out.members.emplace_back("dropped", toJson(prompt.droppedMessages));
    if (!prompt.cutMessages.empty())
        out.members.emplace_back("cut", toJson(prompt.cutMessages));
    return out;
}

void put(std::FILE* out, std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), out);
}

void warnOfLosses(const text::Rendered& rendered)
{
    for (const std::size_t idx : rendered.droppedMessages)
        put(stderr,
            words("m3 render: messages[", idx,
                  "] is dropped: the template shows system, "
                  "developer and root messages only at the start, and no unknown role\n"));
    for (const std::size_t idx : rendered.cutMessages)
        put(stderr,
            words("m3 render: messages[", idx,
                  "] is shown in part: the template passes "
                  "over parts of unknown type and text outside the last answer\n"));
}

int renderOne(const RenderOptions& options)
{
    const auto source = readAll(stdin);
    if (!source)
        return failed(source.error().text);
    const auto rendered = renderJson(source.value(), options);
    if (!rendered)
        return failed(rendered.error().text);
    warnOfLosses(rendered.value());
    if (options.output == Output::Segments)
        put(stdout, jsonLine(json::write(toJson(rendered.value().segments))));
    else
        put(stdout, joined(rendered.value().segments));
    return kDone;
}

Result<std::optional<text::Shape>> shapeNamed(std::string_view word)
{
    if (word == "auto")
        return std::optional<text::Shape>();
    if (word == "openai")
        return std::optional(text::Shape::OpenAi);
    if (word == "template")
        return std::optional(text::Shape::Template);
    return Error(Code::BadInput, words("no shape \"", word, "\"; auto, openai or template"));
}

Result<RenderOptions> readRenderOptions(std::span<const std::string> arguments)
{
    RenderOptions options;
    for (std::size_t idx = 0; idx < arguments.size(); ++idx) {
        const std::string& argument = arguments[idx];
        if (argument == "--segments")
            options.output = Output::Segments;
        else if (argument == "--steered")
            options.steering = text::Steering::Steered;
        else if (argument == "--jsonl")
            options.isLines = true;
        else if (argument == "--shape")
            options.shape =
                TRY(shapeNamed(++idx < arguments.size() ? std::string_view(arguments[idx]) : ""));
        else
            return Error(Code::BadInput, words("what is \"", argument, "\"?"));
    }
    return options;
}

int runRender(std::span<const std::string> arguments)
{
    const auto options = readRenderOptions(arguments);
    if (!options)
        return misused("render", options.error().text);
    if (!options.value().isLines)
        return renderOne(options.value());
    return runJsonLines([&options](const std::string& line) -> Result<std::string> {
        const auto rendered = TRY(renderJson(line, options.value()));
        return json::write(resultOf(rendered, options.value().output));
    });
}

} // namespace

Verb renderVerb()
{
    return {"render", "a chat request becomes the prompt that the model reads", kRenderUsage,
            runRender};
}

} // namespace tf::cli
