#include "engine/text/prompt/python_number.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <system_error>

namespace tf::text {

namespace {

/// Where the first digit that is not zero stands relative to the point: 0 for 1.5, -2 for 0.01.
/// Exponents beyond any double saturate.
std::int64_t decimalExponent(std::string_view spelled)
{
    constexpr std::int64_t kBeyond = 1'000'000'000;
    const auto mark = spelled.find_first_of("eE");
    const auto mantissa = spelled.substr(0, mark);
    std::int64_t exponent = 0;
    if (mark != std::string_view::npos) {
        auto digits = spelled.substr(mark + 1);
        const bool negative = digits.front() == '-';
        if (digits.front() == '-' || digits.front() == '+')
            digits.remove_prefix(1);
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
        if (read.ec != std::errc() || exponent > kBeyond)
            exponent = kBeyond;
        exponent = negative ? -exponent : exponent;
    }
    const auto first = mantissa.find_first_of("123456789");
    const auto point = std::min(mantissa.find('.'), mantissa.size());
    const auto distance = static_cast<std::int64_t>(point) - static_cast<std::int64_t>(first);
    return exponent + (distance > 0 ? distance - 1 : distance);
}

/// Digits and exponent of "-d.ddde±xx" laid out by Python's rule: plain from 1e-4 up to 1e16.
std::string laidOut(std::string_view scientific)
{
    std::string out;
    if (scientific.front() == '-') {
        out += '-';
        scientific.remove_prefix(1);
    }
    const auto mark = scientific.find('e');
    std::string digits(1, scientific.front());
    if (mark > 2)
        digits += scientific.substr(2, mark - 2);
    int exponent = 0;
    const auto sign = scientific[mark + 1];
    const auto* end = scientific.data() + scientific.size();
    std::from_chars(scientific.data() + mark + 2, end, exponent);
    exponent = sign == '-' ? -exponent : exponent;

    if (exponent < -4 || exponent >= 16) {
        out += digits.front();
        if (digits.size() > 1)
            out += '.' + digits.substr(1);
        return out.append(scientific.substr(mark));
    }
    if (exponent < 0)
        return out + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    const auto numWhole = static_cast<std::size_t>(exponent) + 1;
    if (digits.size() <= numWhole)
        return out + digits + std::string(numWhole - digits.size(), '0') + ".0";
    return out + digits.substr(0, numWhole) + '.' + digits.substr(numWhole);
}

} // namespace

std::string pythonNumber(std::string_view spelled)
{
    if (spelled.find_first_of(".eE") == std::string_view::npos)
        return spelled == "-0" ? "0" : std::string(spelled);
    double number = 0;
    const auto* end = spelled.data() + spelled.size();
    const bool negative = spelled.front() == '-';
    if (std::from_chars(spelled.data(), end, number).ec == std::errc::result_out_of_range) {
        const bool tiny = decimalExponent(spelled) < 0;
        if (tiny)
            return negative ? "-0.0" : "0.0";
        return negative ? "-inf" : "inf";
    }
    char buffer[32];
    const auto written =
        std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific);
    return laidOut({buffer, static_cast<std::size_t>(written.ptr - buffer)});
}

} // namespace tf::text
