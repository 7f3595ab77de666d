#include "engine/text/prompt/template.h"

#include "engine/text/prompt/past_reply.h"
#include "engine/text/prompt/python_text.h"
#include "engine/text/prompt/template_text.h"
#include "engine/text/prompt/tool_xml.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::text {

namespace {

constexpr int kMaxDepth = json::Limits{}.maxDepth;

/// Recurses no deeper than `numLevels`, whatever the value.
bool isNestedDeeper(const json::Value& value, int numLevels)
{
    if (value.items.empty() && value.members.empty())
        return false;
    if (numLevels == 0)
        return true;
    const auto deeper = [&](const json::Value& v) { return isNestedDeeper(v, numLevels - 1); };
    return std::any_of(value.items.begin(), value.items.end(), deeper)
        || std::any_of(value.members.begin(), value.members.end(),
                       [&](const json::Member& member) { return deeper(member.second); });
}

Result<void> checkDepth(const json::Value& value, std::string_view place)
{
    if (isNestedDeeper(value, kMaxDepth))
        return Error(Code::BadInput, words(place, ": nested deeper than ", kMaxDepth, " levels"));
    return {};
}

bool isInstruction(Role role)
{
    return role == Role::System || role == Role::Developer;
}

std::string_view modeLine(ThinkingMode mode)
{
    switch (mode) {
    case ThinkingMode::Adaptive:
        return kModeAdaptive;
    case ThinkingMode::Enabled:
        return kModeEnabled;
    case ThinkingMode::Disabled:
        return kModeDisabled;
    case ThinkingMode::Unnamed:
        return "";
    }
    UNREACHABLE();
}

/// The messages before the conversation, by the block that they fill.
struct Leading {
    const Message* system = nullptr;
    const Message* developer = nullptr;
    std::size_t numMessages = 0;
};

Leading findLeading(const std::vector<Message>& messages)
{
    Leading leading;
    if (!messages.empty() && messages[0].role == Role::Root)
        leading.system = &messages[leading.numMessages++];
    if (leading.numMessages < messages.size() && isInstruction(messages[leading.numMessages].role))
        leading.developer = &messages[leading.numMessages++];
    return leading;
}

class Renderer {
public:
    Renderer(const ChatRequest& request, Steering steering)
        : m_request(request)
        , m_mode(request.thinkingMode.value_or(ThinkingMode::Adaptive))
        , m_namedMode(steering == Steering::Steered ? ThinkingMode::Adaptive : m_mode)
        , m_leading(findLeading(request.messages))
    {
    }

    Result<Rendered> run() &&
    {
        systemBlock();
        TRY(developerBlock());
        for (std::size_t idx = m_leading.numMessages; idx < m_request.messages.size(); ++idx)
            TRY(message(idx));
        if (m_request.addGenerationPrompt)
            generationPrompt();
        m_rendered.segments = std::move(m_out).take();
        return std::move(m_rendered);
    }

private:
    void systemBlock()
    {
        m_out.addTemplate(kDocumentStart);
        openTurn("system\n");
        if (m_leading.system != nullptr && !m_leading.system->parts.empty())
            content(0);
        else
            m_out.addTemplate(kDefaultSystem);
        m_out.addTemplate(kThinkingOpen);
        m_out.addTemplate(modeLine(m_namedMode));
        m_out.addTemplate(kThinkingClose);
        closeTurn();
    }

    Result<void> developerBlock()
    {
        openTurn("developer\n");
        if (m_leading.developer != nullptr && !m_leading.developer->parts.empty())
            content(m_leading.numMessages - 1);
        else if (m_request.modelIdentity)
            m_out.addContent(*m_request.modelIdentity, {.origin = Origin::Identity});
        else
            m_out.addTemplate(kDefaultDeveloper);
        if (!m_request.tools.empty())
            TRY(toolsBlock());
        closeTurn();
        return {};
    }

    Result<void> toolsBlock()
    {
        m_out.addTemplate(kToolsOpen);
        for (std::size_t idx = 0; idx < m_request.tools.size(); ++idx) {
            const auto& function = m_request.tools[idx].function;
            TRY(checkDepth(function, words("tools[", idx, "].function")));
            m_out.addTemplate("<tool>");
            m_out.addContent(pythonJson(function), {Origin::ToolSchema, idx});
            m_out.addTemplate("</tool>\n");
        }
        m_out.addTemplate(kToolsClose);
        return {};
    }

    Result<void> message(std::size_t idx)
    {
        switch (m_request.messages[idx].role) {
        case Role::User:
            userTurn(idx);
            return {};
        case Role::Assistant:
            return assistantTurn(idx);
        case Role::Tool:
            return toolResult(idx);
        case Role::Root:
        case Role::System:
        case Role::Developer:
        case Role::Other:
            m_rendered.droppedMessages.push_back(idx);
            return {};
        }
        UNREACHABLE();
    }

    void userTurn(std::size_t idx)
    {
        openTurn("user\n");
        content(idx);
        closeTurn();
    }

    Result<void> assistantTurn(std::size_t idx)
    {
        const Message& message = m_request.messages[idx];
        const PastReply reply = splitPastReply(message);
        noteCut(idx, reply.isCut);
        openTurn("ai\n");
        if (message.reasoning ? !message.reasoning->empty() : !reply.reasoning.empty()) {
            m_out.addTemplate(kThinkOpen);
            if (message.reasoning)
                m_out.addContent(*message.reasoning, {Origin::Reasoning, idx});
            runs(reply.reasoning, idx);
        }
        m_out.addTemplate(kThinkClose);
        runs(reply.answer, idx);
        if (!message.toolCalls.empty())
            TRY(toolCalls(idx));
        m_canAnswerCall = !message.toolCalls.empty();
        closeTurn();
        return {};
    }

    Result<void> toolCalls(std::size_t idx)
    {
        const auto& calls = m_request.messages[idx].toolCalls;
        m_out.addTemplate(words(kNamespace, "<tool_call>\n"));
        for (std::size_t callIdx = 0; callIdx < calls.size(); ++callIdx) {
            const auto& arguments = calls[callIdx].arguments;
            const auto place =
                words("messages[", idx, "].tool_calls[", callIdx, "].function.arguments");
            if (arguments.kind != json::Kind::Object)
                return Error(Code::BadInput,
                             words(place, ": ", name(arguments.kind), ", wanted an object"));
            TRY(checkDepth(arguments, place));
            appendToolCall(m_out, calls[callIdx], {Origin::ToolCall, idx, callIdx});
        }
        m_out.addTemplate(words(kNamespace, "</tool_call>"));
        return {};
    }

    /// Neighbouring results share one turn; a dropped message between them parts it.
    Result<void> toolResult(std::size_t idx)
    {
        const auto& messages = m_request.messages;
        if (!m_canAnswerCall)
            return Error(Code::BadInput,
                         words("messages[", idx,
                               "]: a tool's result, but the assistant called no tool before it"));
        const auto isResult = [&](std::size_t i) { return messages[i].role == Role::Tool; };
        if (idx == m_leading.numMessages || !isResult(idx - 1))
            openTurn("tool");
        m_out.addTemplate("\n<response>");
        content(idx);
        m_out.addTemplate("</response>");
        if (idx + 1 == messages.size() || !isResult(idx + 1))
            closeTurn();
        return {};
    }

    void generationPrompt()
    {
        openTurn("ai\n");
        m_rendered.replyStart = ReplyStart::Undecided;
        if (m_mode == ThinkingMode::Enabled) {
            m_out.addTemplate(kThinkOpen);
            m_rendered.replyStart = ReplyStart::Thinking;
        } else if (m_mode == ThinkingMode::Disabled) {
            m_out.addTemplate(kThinkClose);
            m_rendered.replyStart = ReplyStart::Answering;
        }
    }

    void content(std::size_t idx)
    {
        noteCut(idx, false);
        runs(visibleRuns(m_request.messages[idx]), idx);
    }

    void runs(const std::vector<Run>& pieces, std::size_t idx)
    {
        for (const Run& run : pieces) {
            const Source source = {Origin::Content, idx, run.partIdx};
            if (run.kind == PartKind::Text)
                m_out.addContent(run.text, source);
            else
                m_out.addPlaceholder(
                    run.kind == PartKind::Image ? SegmentKind::Image : SegmentKind::Video, source);
        }
    }

    void noteCut(std::size_t idx, bool isCut)
    {
        const auto& parts = m_request.messages[idx].parts;
        const bool hasUnshown = std::any_of(parts.begin(), parts.end(), [](const Part& part) {
            return part.kind == PartKind::Unshown;
        });
        if (isCut || hasUnshown)
            m_rendered.cutMessages.push_back(idx);
    }

    void openTurn(std::string_view role)
    {
        m_out.addTemplate(kRoleStart);
        m_out.addTemplate(role);
    }

    void closeTurn()
    {
        m_out.addTemplate(kTurnEnd);
        m_out.addTemplate("\n");
    }

    const ChatRequest& m_request;
    ThinkingMode m_mode;
    ThinkingMode m_namedMode; ///< in the first block
    Leading m_leading;
    bool m_canAnswerCall = false; ///< the last assistant turn called a tool
    SegmentList m_out;
    Rendered m_rendered;
};

} // namespace

Result<Rendered> render(const ChatRequest& request, Steering steering)
{
    return Renderer(request, steering).run();
}

} // namespace tf::text
