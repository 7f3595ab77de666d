// The tool parser fed whole and in pieces must say the same, lose no byte, and make valid JSON.
//
// The first byte seeds the sizes of the pieces; in the rest @ stands for the namespace marker.

#include "engine/text/answer/tool_parser.h"
#include "kernels/base/check.h"

#include <algorithm>

using namespace tf;
using namespace tf::text;

namespace {

void addEvents(std::vector<ToolEvent>& all, std::vector<ToolEvent> events)
{
    using Kind = ToolEvent::Kind;
    for (ToolEvent& event : events) {
        const bool joins = !all.empty() && all.back().kind == event.kind
            && (event.kind == Kind::Text || event.kind == Kind::Markup);
        if (joins)
            all.back().raw += event.raw;
        else
            all.push_back(std::move(event));
    }
}

std::vector<ToolEvent> inPieces(const std::shared_ptr<const Tools>& tools, std::string_view answer,
                                std::uint8_t seed)
{
    ToolParser parser(tools);
    std::vector<ToolEvent> all;
    for (unsigned state = seed; !answer.empty(); state = state * 5 + 3) {
        const auto numBytes = std::min<std::size_t>(answer.size(), state % 29);
        addEvents(all, parser.feed(answer.substr(0, numBytes)));
        answer.remove_prefix(numBytes);
    }
    addEvents(all, parser.finish());
    return all;
}

std::shared_ptr<const Tools> fuzzTools()
{
    constexpr std::string_view kTools =
        R"([{"name":"f","parameters":{"properties":{"x":{"type":["integer","string","null"]},
              "n":{"type":"array","items":{"type":["number","boolean"]}},"s":{"type":"string"},
              "o":{"type":"object"}}}},{"name":"g"}])";
    return std::make_shared<const Tools>(MUST(Tools::read(MUST(json::parse(kTools)))));
}

std::string expanded(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '@')
            out += kNamespace;
        else
            out += c;
    }
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto tools = fuzzTools();
    if (size < 1)
        return 0;
    const std::string answer = expanded({reinterpret_cast<const char*>(data) + 1, size - 1});
    ToolParser parser(tools);
    std::vector<ToolEvent> whole;
    addEvents(whole, parser.feed(answer));
    addEvents(whole, parser.finish());
    CHECK(whole == inPieces(tools, answer, data[0]), "the pieces change the events");
    CHECK(parser.numBytesRead() < 40 * answer.size() + 4096, "bytes are read too often");
    std::string joined;
    for (const ToolEvent& event : whole) {
        joined += event.raw;
        if (event.kind == ToolEvent::Kind::Call)
            CHECK(json::parse(json::write(event.arguments)).has_value(), "arguments are no JSON");
    }
    CHECK(joined == answer, "bytes were lost");
    return 0;
}
