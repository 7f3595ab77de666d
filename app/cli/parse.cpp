#include "app/cli/parse.h"

#include "app/cli/command_line.h"
#include "app/cli/json_lines.h"
#include "app/cli/parse_case.h"
#include "engine/json/utf8_repair.h"
#include "kernels/base/mapped_file.h"
#include "kernels/base/words.h"

#include <cstdio>

namespace tf::cli {

namespace {

using text::AnswerEvent;

constexpr std::string_view kUsage =
    "usage: m3 parse [--tools FILE] [--mode enabled|disabled|adaptive] [--chunk N] [--pieces]\n"
    "       m3 parse --jsonl\n"
    "\n"
    "Takes an answer of the model from standard input apart and prints its events, one a line:\n"
    "  {\"type\":\"think\",\"text\":…}         reasoning\n"
    "  {\"type\":\"text\",\"text\":…}          what the reader sees\n"
    "  {\"type\":\"call\",\"name\":…,\"arguments\":{…}}\n"
    "  {\"type\":\"broken_call\",\"raw\":…,\"reason\":…}\n"
    "  {\"type\":\"done\"}\n"
    "\n"
    "  --tools FILE  the tools of the request, whose schemas give arguments their types:\n"
    "                a JSON list of OpenAI tools or of bare functions\n"
    "  --mode MODE   the thinking mode that the prompt was rendered with (adaptive)\n"
    "  --chunk N     feed the parser N bytes at a time; the events are the same\n"
    "  --pieces      print texts in the pieces in which they come, not joined\n"
    "  --jsonl       a case a line in, {\"text\":…,\"tools\":[…],\"mode\":…,\"chunk\":N} (only "
    "text\n"
    "                is needed), a result a line out, {\"events\":[…]} or {\"error\":…}\n";

enum class Joining : std::uint8_t { Joined, Pieces };

struct ParseArguments {
    std::string toolsPath;
    ParseOrder order;
    Joining joining = Joining::Joined;
    bool jsonLines = false;
};

/// Prints events as they come, texts of one kind joined or in their pieces. A character that lies
/// in two pieces is printed with the second.
class EventPrinter {
public:
    explicit EventPrinter(Joining joining)
        : m_joining(joining)
    {
    }

    void add(std::vector<AnswerEvent> events)
    {
        for (AnswerEvent& event : events) {
            if (event.kind == AnswerEvent::Kind::CallBegin)
                continue;
            addJoined(m_waiting, std::move(event));
            while (m_waiting.size() > 1)
                printFirst();
            if (m_joining == Joining::Pieces)
                printPiece();
        }
        std::fflush(stdout);
    }

    void finish()
    {
        while (!m_waiting.empty())
            printFirst();
        std::fflush(stdout);
    }

private:
    void printFirst()
    {
        print(m_waiting.front());
        m_waiting.erase(m_waiting.begin());
    }

    void printPiece()
    {
        AnswerEvent& event = m_waiting.front();
        const bool isText =
            event.kind == AnswerEvent::Kind::Think || event.kind == AnswerEvent::Kind::Text;
        if (!isText)
            return;
        const auto numKept = json::unfinishedUtf8(event.text);
        AnswerEvent piece = event;
        piece.text.resize(piece.text.size() - numKept);
        event.text.erase(0, piece.text.size());
        print(piece);
        if (event.text.empty())
            m_waiting.clear();
    }

    static void print(const AnswerEvent& event)
    {
        const auto value = eventJson(event);
        const bool isEmptyText = event.text.empty()
            && (event.kind == AnswerEvent::Kind::Think || event.kind == AnswerEvent::Kind::Text);
        if (!value || isEmptyText)
            return;
        const std::string line = jsonLine(json::write(*value));
        std::fwrite(line.data(), 1, line.size(), stdout);
    }

    Joining m_joining;
    std::vector<AnswerEvent> m_waiting; ///< at most one between calls
};

Result<std::shared_ptr<const text::Tools>> readTools(const std::string& path)
{
    const auto file = TRY(MappedFile::open(path));
    const auto bytes = TRY(file.bytes(0, file.size()));
    const std::string content(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    TRY(file.intact());
    auto list = json::parse(content);
    if (!list)
        return std::move(list).error().because(words("reading ", path));
    auto tools = text::Tools::read(*list);
    if (!tools)
        return std::move(tools).error().because(words("reading ", path));
    return std::make_shared<const text::Tools>(std::move(tools).value());
}

/// An option that takes a value has it in `value`.
Result<> readOption(ParseArguments& arguments, std::string_view option, const std::string& value)
{
    if (option == "--tools")
        arguments.toolsPath = value;
    else if (option == "--mode")
        arguments.order.start = TRY(replyStartOf(value));
    else
        arguments.order.chunkBytes = TRY(chunkBytesOf(value));
    return {};
}

Result<ParseArguments> readArguments(std::span<const std::string> given)
{
    ParseArguments arguments;
    for (std::size_t argIdx = 0; argIdx < given.size(); ++argIdx) {
        const std::string& option = given[argIdx];
        if (option == "--pieces") {
            arguments.joining = Joining::Pieces;
        } else if (option == "--jsonl") {
            arguments.jsonLines = true;
        } else if (option != "--tools" && option != "--mode" && option != "--chunk") {
            return Error(Code::BadInput, words("there is no option \"", option, "\""));
        } else if (++argIdx == given.size()) {
            return Error(Code::BadInput, words(option, " needs a value"));
        } else {
            TRY(readOption(arguments, option, given[argIdx]));
        }
    }
    if (arguments.jsonLines && given.size() > 1)
        return Error(Code::BadInput, "--jsonl stands alone: its cases hold the rest");
    return arguments;
}

int parseOne(const ParseArguments& arguments)
{
    text::AnswerParser parser(arguments.order.start, arguments.order.tools);
    EventPrinter printer(arguments.joining);
    std::string chunk(arguments.order.chunkBytes, '\0');
    while (const auto numBytes = std::fread(chunk.data(), 1, chunk.size(), stdin))
        printer.add(parser.feed(std::string_view(chunk).substr(0, numBytes)));
    if (std::ferror(stdin))
        return failed("standard input cannot be read");
    printer.add(parser.finish());
    printer.finish();
    return kDone;
}

int runParse(std::span<const std::string> given)
{
    auto arguments = readArguments(given);
    if (!arguments)
        return misused("parse", arguments.error().text);
    if (!arguments->toolsPath.empty()) {
        auto tools = readTools(arguments->toolsPath);
        if (!tools)
            return failed(tools.error().text);
        arguments->order.tools = std::move(tools).value();
    }
    return arguments->jsonLines ? runJsonLines(parseCaseLine) : parseOne(*arguments);
}

} // namespace

Verb parseVerb()
{
    return {"parse", "an answer of the model → reasoning, text and tool calls, as JSON lines",
            kUsage, runParse};
}

} // namespace tf::cli
