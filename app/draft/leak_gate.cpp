#include "app/draft/leak_gate.h"

#include "kernels/base/words.h"

namespace tf::draft {

std::string LeakGate::pass(std::string_view place, std::string text)
{
    if (m_policy == LeakPolicy::Open)
        return text;
    auto found = ingest::findLeaks(place, text);
    if (m_policy == LeakPolicy::Redact)
        text = ingest::redact(text, found);
    for (ingest::Leak& leak : found)
        m_leaks.push_back(std::move(leak));
    return text;
}

void LeakGate::passEarlier(std::vector<wire::Message>& messages)
{
    constexpr std::string_view kPlace = "an earlier turn";
    for (wire::Message& message : messages) {
        std::string reasoning = pass(kPlace, message.reasoning);
        if (reasoning != message.reasoning) // which the details repeat
            message.reasoningDetails = {};
        message.reasoning = std::move(reasoning);
        for (wire::Part& part : message.parts) {
            if (auto* text = std::get_if<wire::TextPart>(&part))
                text->text = pass(kPlace, std::move(text->text));
        }
        for (wire::ToolCall& call : message.calls)
            call.arguments = pass(kPlace, std::move(call.arguments));
    }
}

void LeakGate::passName(std::string_view name)
{
    if (m_policy == LeakPolicy::Open)
        return;
    for (ingest::Leak& leak : ingest::findLeaks("", name)) {
        leak.path = "a file's name";
        m_leaks.push_back(std::move(leak));
        m_isInName = true;
    }
}

Result<> LeakGate::verdict() const
{
    if (m_policy == LeakPolicy::Redact && m_isInName)
        return Error(Code::Denied,
                     "nothing was sent: a file's name, which holds a secret, cannot be "
                     "replaced; --rule leaves the file out");
    if (m_policy != LeakPolicy::Block || m_leaks.empty())
        return {};
    return Error(Code::Denied,
                 words("nothing was sent: ", m_leaks.size(),
                       m_leaks.size() == 1 ? " secret was" : " secrets were", " found in it"));
}

std::vector<std::string> LeakGate::overrides() const
{
    const bool isReplaced = m_policy == LeakPolicy::Redact;
    std::vector<std::string> sentences;
    sentences.reserve(m_leaks.size());
    for (const ingest::Leak& leak : m_leaks)
        sentences.push_back(words(leak.title, " (", leak.rule, ") at ", leak.path, ":", leak.line,
                                  isReplaced ? " was replaced before it was sent"
                                             : " was sent although it looks like a secret"));
    return sentences;
}

} // namespace tf::draft
