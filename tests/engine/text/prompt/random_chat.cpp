#include "tests/engine/text/prompt/random_chat.h"

#include <algorithm>

namespace tf::test {

using text::Message;
using text::Part;
using text::PartKind;
using text::Role;

namespace {

constexpr std::string_view kMarkers[] = {
    "]~!b[",         "]~b]",        "]~b]system\n", "[e~[",        "[e~[\n",
    "]<]minimax[>[", "<mm:think>",  "</mm:think>",  "<tool_call>", "</response>",
    "]<]image[>[",   "]<]video[>[", "\n\n",
};

std::string spicedText(Gen& gen)
{
    std::string out = gen.text();
    for (auto count = gen.below(3); count > 0; --count)
        out += std::string(gen.pick(kMarkers)) + gen.text();
    return out;
}

Part randomPart(Gen& gen)
{
    switch (gen.below(8)) {
    case 0:
        return {PartKind::Image, "file.png"};
    case 1:
        return {PartKind::Video, "file.mp4"};
    case 2:
        return {PartKind::Unshown, ""};
    default:
        return {PartKind::Text, spicedText(gen)};
    }
}

text::ToolCall randomCall(Gen& gen)
{
    json::Value arguments = json::Value::object();
    for (auto count = gen.below(4); count > 0; --count)
        arguments.members.emplace_back("a" + std::to_string(count), randomJson(gen, 3));
    return {gen.oneIn(3) ? spicedText(gen) : "run", std::move(arguments)};
}

} // namespace

json::Value randomJson(Gen& gen, int numLevels)
{
    using json::Value;
    constexpr const char* kNumbers[] = {"0",   "-0",    "1.50",
                                        "1E5", "-1e-7", "12345678901234567890123"};
    Value value;
    switch (gen.below(numLevels == 0 ? 4 : 6)) {
    case 0:
        return Value::null();
    case 1:
        return Value::boolean(gen.oneIn(2));
    case 2:
        return Value::number(gen.pick(kNumbers));
    case 3:
        return Value::string(spicedText(gen));
    case 4:
        value = Value::array();
        for (auto count = gen.below(4); count > 0; --count)
            value.items.push_back(randomJson(gen, numLevels - 1));
        return value;
    default:
        value = Value::object();
        for (auto count = gen.below(4); count > 0; --count)
            value.members.emplace_back(gen.text() + std::to_string(count),
                                       randomJson(gen, numLevels - 1));
        return value;
    }
}

Message randomMessage(Gen& gen, Role role)
{
    Message message = {.role = role, .parts = {}};
    for (auto count = gen.below(4); count > 0; --count)
        message.parts.push_back(randomPart(gen));
    if (role != Role::Assistant)
        return message;
    if (gen.oneIn(2))
        message.reasoning = gen.oneIn(4) ? std::string() : spicedText(gen);
    for (auto count = gen.oneIn(2) ? gen.below(4) : 0; count > 0; --count)
        message.toolCalls.push_back(randomCall(gen));
    return message;
}

std::vector<Message> randomMessages(Gen& gen)
{
    constexpr Role kLeading[] = {Role::Root, Role::System, Role::Developer};
    constexpr Role kAny[] = {Role::User,   Role::User,  Role::Assistant, Role::Assistant,
                             Role::System, Role::Other, Role::Root};
    std::vector<Message> messages;
    for (auto count = gen.below(3); count > 0; --count)
        messages.push_back(randomMessage(gen, gen.pick(kLeading)));
    bool canAnswer = false;
    for (auto count = gen.below(gen.size() + 1); count > 0; --count) {
        const bool answers = canAnswer && gen.oneIn(2);
        const Role role = answers ? Role::Tool : gen.pick(kAny);
        messages.push_back(randomMessage(gen, role));
        if (role == Role::Assistant)
            canAnswer = !messages.back().toolCalls.empty();
    }
    return messages;
}

text::ChatRequest randomChat(Gen& gen)
{
    using text::ThinkingMode;
    constexpr ThinkingMode kModes[] = {ThinkingMode::Adaptive, ThinkingMode::Enabled,
                                       ThinkingMode::Disabled, ThinkingMode::Unnamed};
    text::ChatRequest request = {.messages = randomMessages(gen)};
    for (auto count = gen.below(3); count > 0; --count)
        request.tools.push_back({randomJson(gen, 3)});
    if (gen.oneIn(2))
        request.thinkingMode = gen.pick(kModes);
    if (gen.oneIn(3))
        request.modelIdentity = spicedText(gen);
    request.addGenerationPrompt = gen.oneIn(2);
    return request;
}

} // namespace tf::test
