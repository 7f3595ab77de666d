#include "app/session/store/desk_contents.h"

#include <algorithm>

namespace tf::session {

namespace {

constexpr std::string_view kDigits = "0123456789abcdef";
constexpr std::size_t kIdLength = 64;

} // namespace

std::set<std::string> idsIn(std::string_view desk)
{
    std::set<std::string> ids;
    std::size_t begin = desk.find_first_of(kDigits);
    while (begin != std::string_view::npos) {
        const std::size_t end = std::min(desk.find_first_not_of(kDigits, begin), desk.size());
        if (end - begin == kIdLength)
            ids.emplace(desk.substr(begin, kIdLength));
        begin = desk.find_first_of(kDigits, end);
    }
    return ids;
}

} // namespace tf::session
