#include "app/draft/draft.h"

#include "app/draft/history.h"

namespace tf::draft {

std::string_view howToCite()
{
    return "Each line of the files above stands behind its number. Cite places in them as "
           "`path:line` or `path:first-last`.\n\n";
}

std::vector<wire::Message> messagesOf(const Draft& draft)
{
    std::vector<wire::Message> messages;
    const auto begin = [&](wire::Role role) -> std::vector<wire::Part>& {
        messages.emplace_back().role = role;
        return messages.back().parts;
    };
    if (draft.system)
        begin(wire::Role::System).emplace_back(wire::TextPart{*draft.system});
    auto& parts = begin(wire::Role::User);
    if (draft.repository) {
        parts.emplace_back(wire::TextPart{draft.repository->pack.text});
        parts.emplace_back(wire::TextPart{std::string(howToCite())});
    }
    parts.insert(parts.end(), draft.media.begin(), draft.media.end());
    parts.emplace_back(wire::TextPart{draft.question});
    return followedBy(draft.earlier.messages, std::move(messages));
}

std::int64_t tokensOfWords(const Draft& draft, const ingest::CountText& count)
{
    std::int64_t earlier = 0;
    for (const wire::Message& message : draft.earlier.messages) {
        earlier += message.reasoning.empty() ? 0 : count(message.reasoning);
        for (const wire::Part& part : message.parts) {
            if (const auto* text = std::get_if<wire::TextPart>(&part))
                earlier += count(text->text);
        }
    }
    return earlier + count(howToCite()) + count(draft.question)
        + (draft.system ? count(*draft.system) : 0);
}

} // namespace tf::draft
