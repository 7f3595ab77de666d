#include "app/session/title.h"

namespace tf::session {

namespace {

constexpr std::size_t kMostTitleBytes = 80;
constexpr const char* kBlanks = " \t\r\n";

} // namespace

std::string titleOf(const std::string& question)
{
    const std::size_t begin = question.find_first_not_of(kBlanks);
    if (begin == std::string::npos)
        return {};
    const std::string line = question.substr(begin, question.find('\n', begin) - begin);
    if (line.size() <= kMostTitleBytes)
        return line;
    std::size_t end = kMostTitleBytes;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xc0) == 0x80)
        --end; // not inside a character
    return line.substr(0, end) + "…";
}

} // namespace tf::session
