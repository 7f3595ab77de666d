#include "app/ingest/leaks/structure.h"

#include <algorithm>
#include <charconv>

namespace tf::ingest {

namespace {

constexpr std::string_view kDashes = "-----";
constexpr std::size_t kMostOfTitle = 120;
constexpr std::size_t kLeastOfLine = 32;

bool isBase64(char letter)
{
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z') || letter == '+' || letter == '/' || letter == '=';
}

/// The end of the last piece that is long enough to be key and no word; 0 if there is none.
std::size_t endOfBody(std::string_view body)
{
    std::size_t end = 0;
    std::size_t length = 0;
    for (std::size_t idx = 0; idx < body.size(); ++idx) {
        length = isBase64(body[idx]) ? length + 1 : 0;
        if (length >= kLeastOfLine)
            end = idx + 1;
    }
    return end;
}

} // namespace

std::optional<Span> findPemKey(const Place& place)
{
    const auto& [path, text, word] = place;
    const auto title = text.substr(word.end, kMostOfTitle);
    const auto titleEnd = title.find(kDashes);
    if (titleEnd == std::string_view::npos)
        return std::nullopt;
    const auto kind = title.substr(0, titleEnd);
    if (!kind.ends_with("PRIVATE KEY") && !kind.ends_with("PRIVATE KEY BLOCK"))
        return std::nullopt;
    // Everything up to the next dashes is looked at once, however many keys begin.
    const auto bodyBegin = word.end + titleEnd + kDashes.size();
    const auto bodyEnd = std::min(text.find(kDashes, bodyBegin), text.size());
    const auto length = endOfBody(text.substr(bodyBegin, bodyEnd - bodyBegin));
    if (length == 0)
        return std::nullopt;
    const auto rest = text.substr(bodyEnd);
    const auto close = rest.substr(0, kMostOfTitle).find(kDashes, kDashes.size());
    const bool isClosed = rest.starts_with("-----END") && close != std::string_view::npos;
    return Span{word.begin, isClosed ? bodyEnd + close + kDashes.size() : bodyBegin + length};
}

std::optional<Span> findPuttyKey(const Place& place)
{
    const auto& [path, text, word] = place;
    auto at = std::min(text.find_first_not_of(' ', word.end), text.size());
    int numLines = 0;
    std::from_chars(text.data() + at, text.data() + text.size(), numLines);
    at = text.find('\n', at);
    const auto begin = at;
    for (int line = 0; line < std::min(numLines, 200) && at < text.size(); ++line)
        at = text.find('\n', at + 1);
    if (begin == std::string_view::npos)
        return std::nullopt;
    const auto body = text.substr(begin, std::min(at, text.size()) - begin);
    const auto length = endOfBody(body);
    return length > 0 ? std::optional(Span{begin + 1, begin + length}) : std::nullopt;
}

} // namespace tf::ingest
