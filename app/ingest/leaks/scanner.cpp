#include "app/ingest/leaks/scanner.h"
#include "app/ingest/leaks/assignment.h"
#include "app/ingest/leaks/value.h"

#include <algorithm>
#include <map>
#include <string>

namespace tf::ingest {

namespace {

// A name and a length say much already, so a value may look a little like a word.
constexpr std::size_t kMostBehindName = 16;
constexpr std::size_t kLeastOfMarks = 3;
constexpr std::size_t kMostOfShortName = 4;

std::vector<Shape> shapesOf(std::span<const Rule> rules)
{
    std::vector<Shape> shapes;
    for (const Rule& rule : rules)
        shapes.emplace_back(rule.shape);
    return shapes;
}

std::string loweredWord(std::string_view word)
{
    std::string lower(word);
    for (char& letter : lower)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter + 32);
    return lower;
}

std::vector<std::string_view> parted(std::string_view names)
{
    std::vector<std::string_view> all;
    while (!names.empty()) {
        const auto bar = std::min(names.find('|'), names.size());
        all.push_back(names.substr(0, bar));
        names.remove_prefix(std::min(bar + 1, names.size()));
    }
    return all;
}

/// What stands for the runs of a shape: all but its literals at the beginning.
std::string_view drawnPart(const Shape& shape, std::string_view match)
{
    const auto& first = shape.pieces().front();
    return match.substr(std::min(first.literal.size(), match.size()));
}

/// A token whose literals are few must itself look like one.
bool isMarked(const Shape& shape)
{
    std::size_t length = 0;
    for (const ShapePiece& piece : shape.pieces())
        length += piece.literal.size();
    return length >= kLeastOfMarks;
}

bool isLikely(const Rule& rule, const Shape& shape, std::string_view match)
{
    const auto drawn = drawnPart(shape, match);
    const bool isEnough = rule.names.empty() && isMarked(shape);
    return entropyOf(drawn) >= rule.entropy && !isPlaceholder(drawn)
        && (isEnough || looksDrawn(match, kMostBehindName));
}

bool isLetter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

/// "lob" begins a word in "my_lob" and "myLob", but not in "blob". A longer name is one anywhere.
bool isName(std::string_view text, Span word)
{
    const auto at = word.begin;
    if (word.size() > kMostOfShortName)
        return true;
    const bool isHump = text[at] >= 'A' && text[at] <= 'Z' && at > 0 && text[at - 1] >= 'a';
    return at == 0 || isHump || !isLetter(text[at - 1]);
}

/// In order, and what overlaps as one.
std::vector<Finding> merged(std::vector<Finding> found)
{
    std::sort(found.begin(), found.end(), [](const Finding& one, const Finding& other) {
        return std::pair(one.where.begin, one.rank) < std::pair(other.where.begin, other.rank);
    });
    std::vector<Finding> kept;
    for (const Finding& next : found) {
        if (kept.empty() || next.where.begin >= kept.back().where.end) {
            kept.push_back(next);
            continue;
        }
        Finding& last = kept.back();
        const Span together{last.where.begin, std::max(last.where.end, next.where.end)};
        if (next.rank < last.rank)
            last = next;
        last.where = together;
    }
    return kept;
}

} // namespace

Scanner::Scanner()
    : m_tokenShapes(shapesOf(tokenRules()))
    , m_namedShapes(shapesOf(namedRules()))
    , m_words(wordsOf(m_tokenShapes))
    , m_anchors(spelled(m_words))
{
}

std::vector<Scanner::Word> Scanner::wordsOf(const std::vector<Shape>& tokenShapes)
{
    std::vector<Word> all;
    std::map<std::string, std::size_t> known;
    const auto wordFor = [&](std::string_view word) -> Word& {
        const auto [place, isNew] = known.try_emplace(loweredWord(word), all.size());
        if (isNew)
            all.push_back({word, {}, {}, {}});
        return all[place->second];
    };
    for (std::size_t idx = 0; idx < tokenShapes.size(); ++idx)
        wordFor(tokenShapes[idx].anchor()).tokens.push_back(static_cast<std::uint16_t>(idx));
    for (std::size_t idx = 0; idx < namedRules().size(); ++idx)
        for (const auto name : parted(namedRules()[idx].names))
            wordFor(name).named.push_back(static_cast<std::uint16_t>(idx));
    for (std::size_t idx = 0; idx < structures().size(); ++idx)
        wordFor(structures()[idx].word).structures.push_back(static_cast<std::uint16_t>(idx));
    return all;
}

std::vector<std::string_view> Scanner::spelled(const std::vector<Word>& words)
{
    std::vector<std::string_view> all;
    for (const Word& word : words)
        all.push_back(word.spelled);
    return all;
}

void Scanner::lookForTokens(const Word& word, const Place& place, std::vector<Finding>& found) const
{
    for (const auto idx : word.tokens) {
        const Rule& rule = tokenRules()[idx];
        const Shape& shape = m_tokenShapes[idx];
        const auto where = shape.around(place.text, place.word.begin);
        if (where && isLikely(rule, shape, where->of(place.text)))
            found.push_back({rule.id, rule.title, *where, idx});
    }
}

void Scanner::lookForNamed(const Word& word, const Place& place, std::vector<Finding>& found) const
{
    if (word.named.empty() || !isName(place.text, place.word))
        return;
    const auto assignment = assignmentAround(place.text, place.word);
    if (!assignment)
        return;
    for (const auto idx : word.named) {
        const Rule& rule = namedRules()[idx];
        const Shape& shape = m_namedShapes[idx];
        const auto where = shape.from(place.text, assignment->value.begin);
        const auto value = where ? where->of(place.text) : std::string_view();
        if (where && isLikely(rule, shape, value))
            found.push_back({rule.id, rule.title, *where, tokenRules().size() + idx});
    }
}

void Scanner::lookForStructures(const Word& word, const Place& place, std::vector<Finding>& found)
{
    const auto firstRank = tokenRules().size() + namedRules().size();
    for (const auto idx : word.structures) {
        const Structure& structure = structures()[idx];
        if (const auto where = structure.find(place))
            found.push_back({structure.id, structure.title, *where, firstRank + idx});
    }
}

std::vector<Finding> Scanner::scan(std::string_view path, std::string_view text) const
{
    std::vector<Finding> found;
    m_anchors.scan(text, [&](std::uint16_t idx, std::size_t end) {
        const Word& word = m_words[idx];
        const Place place{path, text, {end - word.spelled.size(), end}};
        lookForTokens(word, place, found);
        lookForNamed(word, place, found);
        lookForStructures(word, place, found);
    });
    return merged(std::move(found));
}

} // namespace tf::ingest
