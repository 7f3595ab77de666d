#pragma once

// Words and numbers joined into one string, for errors and the log.
//
// g++ 12 has no std::format and this room takes no library, so this is the one place that turns
// values into text. Numbers print in shortest form, the same in every locale.

#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace tf {

namespace detail {

inline void append(std::string& out, std::string_view part)
{
    out += part;
}
inline void append(std::string& out, const char* part)
{
    out += part;
}
inline void append(std::string& out, char part)
{
    out += part;
}
inline void append(std::string& out, bool part)
{
    out += part ? "true" : "false";
}

template <class N>
requires(std::integral<N> || std::floating_point<N>) void append(std::string& out, N number)
{
    char digits[64];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

} // namespace detail

/// All parts, one after the other. Thread: any.
template <class... Parts>
[[nodiscard]] std::string words(const Parts&... parts)
{
    std::string out;
    (detail::append(out, parts), ...);
    return out;
}

} // namespace tf
