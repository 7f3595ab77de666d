#include "tests/engine/text/answer/answer_text.h"

#include "kernels/base/words.h"

namespace tf::test {

namespace {

using namespace std::string_view_literals;

std::string replaced(std::string_view text, std::string_view what, std::string_view with)
{
    std::string out;
    for (;;) {
        const auto place = text.find(what);
        out += text.substr(0, place);
        if (place == std::string_view::npos)
            return out;
        out += with;
        text.remove_prefix(place + what.size());
    }
}

void addPart(std::string& out, std::string_view kind, std::string_view text)
{
    const std::string head = words(kind, ":");
    const auto lastBar = out.rfind(" | ");
    const auto lastPart =
        std::string_view(out).substr(lastBar == std::string::npos ? 0 : lastBar + 3);
    const bool joins = (kind == "text" || kind == "think") && lastPart.starts_with(head);
    if (!joins)
        out += words(out.empty() ? "" : " | ", head);
    out += text;
}

constexpr std::string_view kFragments[] = {
    "@"sv,
    "@<tool_call>"sv,
    "@</tool_call>"sv,
    "@<invoke name=\"f\">"sv,
    "@</invoke>"sv,
    "@<x>"sv,
    "@</x>"sv,
    "@<n>"sv,
    "@</n>"sv,
    "@<item>"sv,
    "@</item>"sv,
    "</x>"sv,
    "</n>"sv,
    "</invoke>"sv,
    "</tool_call>"sv,
    "@<parameter name=\"x\">"sv,
    "@</parameter>"sv,
    "</parameter>"sv,
    "@<invoke name=\"x\">"sv,
    "@<invoke name='g'>"sv,
    "@<invoke name=g>"sv,
    "@<invoke>"sv,
    "<mm:think>"sv,
    "</mm:think>"sv,
    "]<]mini"sv,
    "@<"sv,
    "@</"sv,
    "@<tool_c"sv,
    "</tool_c"sv,
    "</mm:th"sv,
    "<mm"sv,
    "\n"sv,
    " "sv,
    "42"sv,
    "null"sv,
    "a < b"sv,
    "]"sv,
    "]<"sv,
    "\xff\xc3"sv,
    "\n@<invoke name=\"g\">"sv,
    "@</x>@</invoke>\n"sv,
    "</x></invoke>\n"sv,
    "@<>"sv,
    "@</>"sv,
};

constexpr std::string_view kWhole[] = {
    "@<tool_call>\n@<invoke name=\"f\">@<x>1@</x>@</invoke>\n@</tool_call>"sv,
    "@<tool_call>\n@<invoke name=\"f\">@<x>1</x></invoke>\n@</tool_call>"sv,
    "@<tool_call>\n@<invoke name=\"f\">@<n>@<item>1@</item>@<item>@</item>@</n>@</invoke>\n"
    "@<invoke name=\"g\">@</invoke>\n@</tool_call>"sv,
    "@<tool_call>@<invoke name=\"f\">@<parameter name=\"x\">v@</parameter>@</invoke>@</tool_call>"sv,
    "@<tool_call>@<invoke name=\"f\">@<invoke name=\"x\">v@</invoke>@</invoke>@</tool_call>"sv,
    "@<tool_call>@<invoke name=\"f\">@<x>q@<x>r@</x>s@</x>@</invoke>@</tool_call>"sv,
    "<mm:think>why</mm:think>because"sv,
};

void breakBytes(Gen& gen, std::string& text)
{
    for (auto numHits = gen.below(3); numHits > 0 && !text.empty(); --numHits) {
        const auto place = gen.below(text.size());
        switch (gen.below(3)) {
        case 0:
            text.erase(place, 1 + gen.below(12));
            break;
        case 1:
            text.insert(place, longForm(gen.pick(kFragments)));
            break;
        default:
            text += text.substr(place, gen.below(64));
            break;
        }
    }
}

} // namespace

std::string longForm(std::string_view text)
{
    return replaced(text, "@", text::kNamespace);
}

std::string shortForm(std::string_view text)
{
    return replaced(text, text::kNamespace, "@");
}

std::shared_ptr<const text::Tools> toolsOf(std::string_view json)
{
    return std::make_shared<const text::Tools>(MUST(text::Tools::read(MUST(json::parse(json)))));
}

std::string told(const std::vector<text::AnswerEvent>& events)
{
    using Kind = text::AnswerEvent::Kind;
    std::string out;
    for (const auto& event : events) {
        switch (event.kind) {
        case Kind::Think:
            addPart(out, "think", event.text);
            break;
        case Kind::Text:
            addPart(out, "text", event.text);
            break;
        case Kind::CallBegin:
            addPart(out, "begin", event.name);
            break;
        case Kind::Call:
            addPart(out, "call", event.name + json::write(event.arguments));
            break;
        case Kind::BrokenCall:
            addPart(out, "broken", event.text + " " + event.reason);
            break;
        case Kind::Done:
            addPart(out, "done", "");
            break;
        }
    }
    return shortForm(out);
}

std::string told(const std::vector<text::ToolEvent>& events)
{
    using Kind = text::ToolEvent::Kind;
    std::string out;
    for (const auto& event : events) {
        switch (event.kind) {
        case Kind::Text:
            addPart(out, "text", event.raw);
            break;
        case Kind::Markup:
        case Kind::CallBegin:
            break;
        case Kind::Call:
            addPart(out, "call", event.name + json::write(event.arguments));
            break;
        case Kind::BrokenCall:
            addPart(out, "broken", event.raw);
            break;
        }
    }
    return shortForm(out);
}

std::string told(const std::vector<text::ThinkPiece>& pieces)
{
    using Kind = text::ThinkPiece::Kind;
    std::string out;
    for (const auto& piece : pieces) {
        if (piece.kind != Kind::Marker)
            addPart(out, piece.kind == Kind::Think ? "think" : "text", piece.text);
    }
    return shortForm(out);
}

std::vector<text::ToolEvent> toolEvents(std::string_view answer,
                                        std::shared_ptr<const text::Tools> tools)
{
    text::ToolParser parser(std::move(tools));
    auto events = parser.feed(answer);
    for (auto& event : parser.finish())
        events.push_back(std::move(event));
    return events;
}

std::string randomAnswer(Gen& gen)
{
    std::string text = gen.oneIn(2) ? "@<tool_call>" : "";
    const auto numParts = 1 + gen.below(gen.size() + 1);
    for (std::size_t partIdx = 0; partIdx < numParts; ++partIdx) {
        switch (gen.below(8)) {
        case 0:
            text += gen.bytes();
            break;
        case 1:
            text += gen.pick(kWhole);
            break;
        default:
            text += gen.pick(kFragments);
            break;
        }
    }
    text = longForm(text);
    breakBytes(gen, text);
    return text;
}

std::shared_ptr<const text::Tools> randomAnswerTools()
{
    return toolsOf(R"([
        {"name":"f","parameters":{"properties":{"x":{"type":["integer","string","null"]},
            "n":{"type":"array","items":{"type":["integer","null"]}}}}},
        {"name":"g","parameters":{}}])");
}

} // namespace tf::test
