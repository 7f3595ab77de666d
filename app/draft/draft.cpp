#include "app/draft/draft.h"

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
    return messages;
}

std::int64_t tokensOfWords(const Draft& draft, const ingest::CountText& count)
{
    return count(howToCite()) + count(draft.question) + (draft.system ? count(*draft.system) : 0);
}

} // namespace tf::draft
