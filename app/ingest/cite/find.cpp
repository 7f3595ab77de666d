#include "app/ingest/cite/citation.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace tf::ingest {

namespace {

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool isLetter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

/// Letters of other scripts are parts of paths too.
bool isOfPath(char letter)
{
    return isDigit(letter) || isLetter(letter) || static_cast<unsigned char>(letter) >= 0x80
        || std::string_view("/._-+@~#$").find(letter) != std::string_view::npos;
}

/// A reader over the text. Numbers of more than nine digits are none.
struct Cursor {
    std::string_view text;
    std::size_t at = 0;

    [[nodiscard]] char peek(std::size_t ahead = 0) const
    {
        return at + ahead < text.size() ? text[at + ahead] : '\0';
    }
    bool take(std::string_view word)
    {
        if (!text.substr(at).starts_with(word))
            return false;
        at += word.size();
        return true;
    }
    std::optional<std::int64_t> number()
    {
        std::size_t end = at;
        while (end < text.size() && isDigit(text[end]))
            ++end;
        std::int64_t value = 0;
        if (end == at || end - at > 9)
            return std::nullopt;
        std::from_chars(text.data() + at, text.data() + end, value);
        at = end;
        return value;
    }
};

/// "-40", "–40", "-L40" behind a first line.
std::optional<std::int64_t> lastLine(Cursor& cursor)
{
    Cursor ahead = cursor;
    if (!ahead.take("-") && !ahead.take("\xe2\x80\x93"))
        return std::nullopt;
    ahead.take("L");
    const auto last = ahead.number();
    if (last)
        cursor = ahead;
    return last;
}

bool hasLetter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char letter) {
        return isLetter(letter) || static_cast<unsigned char>(letter) >= 0x80;
    });
}

/// A name with a dot in it, one behind a slash, or one that everybody knows; no network address.
bool looksLikeFile(std::string_view path)
{
    constexpr std::string_view kKnown[] = {"Makefile",    "Dockerfile", "LICENSE",     "README",
                                           "Jenkinsfile", "Gemfile",    "Vagrantfile", "BUILD",
                                           "Rakefile",    "WORKSPACE",  "CODEOWNERS"};
    if (path.starts_with("//") || path.ends_with('/') || path.ends_with('.'))
        return false;
    const auto slash = path.rfind('/');
    const auto file = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const bool isKnown = std::find(std::begin(kKnown), std::end(kKnown), path) != std::end(kKnown);
    return hasLetter(file)
        && (isKnown || slash != std::string_view::npos || file.find('.') != std::string_view::npos);
}

/// What stands behind a colon as a line, or behind "#L".
std::optional<Citation> linesAfter(std::string_view text, std::size_t begin, std::size_t end)
{
    const auto path = text.substr(begin, end - begin);
    Cursor cursor{text, end};
    const bool hasMark = cursor.take("#L") || cursor.take(":L") || cursor.take(":");
    if (!hasMark || !looksLikeFile(path))
        return std::nullopt;
    const auto first = cursor.number();
    if (!first || isLetter(cursor.peek()) || cursor.peek() == '_')
        return std::nullopt;
    const auto last = lastLine(cursor).value_or(*first);
    if (*first < 1 || last < *first)
        return std::nullopt;
    return Citation{CiteKind::Lines, begin, cursor.at, std::string(path), {*first, last}, 0};
}

/// A host's name with a port is no file.
bool isAddress(const Citation& citation)
{
    const auto& path = citation.path;
    if (path.find('/') != std::string::npos)
        return false;
    const auto ending = path.substr(path.rfind('.') + 1);
    return ending == "com" || ending == "org" || ending == "net" || ending == "io"
        || ending == "local" || path == "localhost" || path.starts_with("www.");
}

/// "[02:13]", "[1:02:13]", "[02:13.5]".
std::optional<Citation> momentAt(std::string_view text, std::size_t begin)
{
    Cursor cursor{text, begin};
    if (!cursor.take("["))
        return std::nullopt;
    double seconds = 0;
    int numParts = 0;
    do {
        const std::size_t partBegin = cursor.at;
        const auto part = cursor.number();
        const auto numDigits = cursor.at - partBegin;
        if (!part || (numParts > 0 && (numDigits != 2 || *part > 59)) || numDigits > 3)
            return std::nullopt;
        seconds = seconds * 60 + static_cast<double>(*part);
        ++numParts;
    } while (numParts < 3 && cursor.take(":"));
    if (numParts < 2)
        return std::nullopt;
    if (cursor.peek() == '.' && isDigit(cursor.peek(1))) {
        double scale = 0.1;
        for (cursor.take("."); isDigit(cursor.peek()); ++cursor.at, scale /= 10)
            seconds += scale * (cursor.peek() - '0');
    }
    if (!cursor.take("]"))
        return std::nullopt;
    return Citation{CiteKind::Moment, begin, cursor.at, {}, {}, seconds};
}

} // namespace

std::vector<Citation> findCitations(std::string_view answer)
{
    std::vector<Citation> found;
    std::size_t at = 0;
    while (at < answer.size()) {
        if (const auto moment = momentAt(answer, at)) {
            found.push_back(*moment);
            at = moment->end;
            continue;
        }
        std::size_t end = at;
        while (end < answer.size() && isOfPath(answer[end])
               && !answer.substr(end).starts_with("#L"))
            ++end;
        if (end == at) {
            ++at;
            continue;
        }
        const auto lines = linesAfter(answer, at, end);
        if (lines && !isAddress(*lines))
            found.push_back(*lines);
        at = lines ? lines->end : end;
    }
    return found;
}

} // namespace tf::ingest
