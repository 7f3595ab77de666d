#include "app/session/search/wanted.h"

namespace tf::session {

namespace {

/// A beginning must have so many bytes: a shorter one would match half of everything.
constexpr std::size_t kLeastOpenBytes = 3;

/// What stands between spaces, or between quotes.
std::vector<std::string_view> itemsOf(std::string_view typed)
{
    std::vector<std::string_view> items;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= typed.size(); ++at) {
        const bool ends = at == typed.size() || typed[at] == '"'
            || (!quoted && (typed[at] == ' ' || typed[at] == '\t' || typed[at] == '\n'));
        if (!ends)
            continue;
        if (at > begin)
            items.push_back(typed.substr(begin, at - begin));
        if (at < typed.size() && typed[at] == '"')
            quoted = !quoted;
        begin = at + 1;
    }
    return items;
}

/// Returns of which kind the last term was. Pairs and words do not follow each other in the index
/// the way they do in the text.
TermKind addPhrases(std::string_view item, std::vector<Phrase>& wanted)
{
    TermKind last = TermKind::Part;
    std::size_t pairEnd = 0;
    for (Term& term : termsOf(item)) {
        if (term.kind == TermKind::Part)
            continue;
        const bool isLone = term.kind == TermKind::Pair && term.end == pairEnd;
        if (isLone)
            continue; // the last character of a run stands in the pair before
        const bool goesOn = term.kind == last && (last == TermKind::Word || term.begin < pairEnd);
        if (!goesOn)
            wanted.emplace_back();
        wanted.back().terms.push_back(std::move(term.text));
        last = term.kind;
        pairEnd = term.kind == TermKind::Pair ? term.end : 0;
    }
    return last;
}

} // namespace

std::vector<Phrase> wantedIn(std::string_view typed, LastWord lastWord)
{
    std::vector<Phrase> wanted;
    TermKind last = TermKind::Pair;
    for (const std::string_view item : itemsOf(typed))
        last = addPhrases(item, wanted);
    const bool endsInWord = !typed.empty() && typed.back() != ' ' && typed.back() != '"';
    if (lastWord == LastWord::Open && last == TermKind::Word && endsInWord
        && wanted.back().terms.back().size() >= kLeastOpenBytes)
        wanted.back().isOpen = true;
    return wanted;
}

std::string matchOf(const std::vector<Phrase>& wanted)
{
    std::string match;
    for (const Phrase& phrase : wanted) {
        match += match.empty() ? "\"" : " AND \"";
        for (const std::string& term : phrase.terms)
            match += &term == &phrase.terms.front() ? term : " " + term;
        match += phrase.isOpen ? "\" *" : "\"";
    }
    return match;
}

} // namespace tf::session
