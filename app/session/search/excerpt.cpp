#include "app/session/search/excerpt.h"

#include <algorithm>

namespace tf::session {

namespace {

constexpr std::size_t kBytesAround = 90;

struct Match {
    std::size_t begin = 0;
    std::size_t end = 0;
};

bool fits(const std::string& term, const std::string& wanted, bool isOpen)
{
    return isOpen ? term.starts_with(wanted) : term == wanted;
}

/// Where the phrase stands among terms of one kind.
Match find(const std::vector<Term>& terms, const Phrase& phrase)
{
    const std::size_t numWanted = phrase.terms.size();
    for (std::size_t at = 0; at + numWanted <= terms.size(); ++at) {
        std::size_t idx = 0;
        while (
            idx < numWanted
            && fits(terms[at + idx].text, phrase.terms[idx], phrase.isOpen && idx + 1 == numWanted))
            ++idx;
        if (idx == numWanted)
            return {terms[at].begin, terms[at + numWanted - 1].end};
    }
    return {};
}

Match find(std::string_view text, const Phrase& phrase)
{
    std::vector<Term> words;
    std::vector<Term> parts;
    for (Term& term : termsOf(text))
        (term.kind == TermKind::Part ? parts : words).push_back(std::move(term));
    const Match match = find(words, phrase);
    return match.end != 0 ? match : find(parts, phrase);
}

/// Most places are near the beginning: the rest is not taken apart before it must be.
Match findEarly(std::string_view text, const Phrase& phrase)
{
    Match match;
    for (std::size_t numBytes = 400; match.end == 0; numBytes *= 8) {
        const auto window = text.substr(0, numBytes);
        match = find(window, phrase);
        if (window.size() == text.size())
            break;
        if (match.end == window.size())
            match = Match(); // a word at the cut may go on behind it
    }
    return match;
}

bool isInsideCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

} // namespace

Excerpt excerptOf(std::string_view text, const std::vector<Phrase>& wanted)
{
    const Match match = wanted.empty() ? Match() : findEarly(text, wanted.front());
    std::size_t begin = match.begin > kBytesAround ? match.begin - kBytesAround : 0;
    std::size_t end = std::min(text.size(), match.end + kBytesAround);
    while (begin > 0 && isInsideCharacter(text[begin]))
        --begin;
    while (end < text.size() && isInsideCharacter(text[end]))
        ++end;
    Excerpt excerpt = {std::string(text.substr(begin, end - begin)), 0, 0};
    std::replace_if(
        excerpt.text.begin(), excerpt.text.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    if (match.end != 0) {
        excerpt.matchBegin = match.begin - begin;
        excerpt.matchEnd = match.end - begin;
    }
    return excerpt;
}

} // namespace tf::session
