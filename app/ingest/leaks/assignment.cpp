#include "app/ingest/leaks/assignment.h"
#include "app/ingest/leaks/shape.h"

#include <algorithm>

namespace tf::ingest {

namespace {

constexpr std::size_t kMostBehindWord = 30;
constexpr std::size_t kMostBlanks = 40;
constexpr std::size_t kMostOfName = 80;

bool isOfName(char letter)
{
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z') || letter == '_' || letter == '-' || letter == '.';
}

bool isSpace(char letter)
{
    return letter == ' ' || (letter >= '\t' && letter <= '\r');
}

bool isQuote(char letter)
{
    return letter == '"' || letter == '\'' || letter == '`';
}

/// ":=", "=>", "||" and their like; one character of what could be more.
std::size_t signAt(std::string_view rest)
{
    for (const std::string_view sign : {":::=", "::=", ":=", "=>", "||", "?=", "=", ">", ":", ","})
        if (rest.starts_with(sign))
            return sign.size();
    return 0;
}

template <class Is>
std::size_t skipped(std::string_view text, std::size_t at, std::size_t most, Is is)
{
    const auto end = at + std::min(most, text.size() - at);
    while (at < end && is(text[at]))
        ++at;
    return at;
}

} // namespace

std::optional<Assignment> assignmentAround(std::string_view text, Span word)
{
    Assignment found;
    found.name = word;
    while (found.name.begin > 0 && found.name.size() < kMostOfName
           && isOfName(text[found.name.begin - 1]))
        --found.name.begin;
    auto at = skipped(text, word.end, kMostBehindWord,
                      [](char one) { return isOfName(one) || one == ' ' || one == '\t'; });
    found.name.end = at;
    at = skipped(text, at, kMostBlanks,
                 [](char one) { return isSpace(one) || isQuote(one) || one == '\\'; });
    const auto sign = signAt(text.substr(at));
    if (sign == 0)
        return std::nullopt;
    found.sign = text[at];
    at = skipped(text, at + sign, kMostBlanks,
                 [](char one) { return isSpace(one) || one == '\\' || one == '='; });
    at = skipped(text, at, 4, isQuote);
    found.quoting = isQuote(text[at - 1]) ? Quoting::Quoted : Quoting::Bare;
    found.value.begin = at;
    found.value.end = skipped(text, at, 400, [&](char one) {
        const bool isCode = one == '(' || one == ')' || one == ',' || one == ';' || one == '<';
        return !isSpace(one) && !isQuote(one) && one != '\\'
            && (found.quoting == Quoting::Quoted || !isCode);
    });
    return found.value.size() > 0 ? std::optional(found) : std::nullopt;
}

} // namespace tf::ingest
