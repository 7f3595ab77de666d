#include "app/workspace/tray/amount.h"

#include "kernels/base/words.h"

#include <cmath>

namespace tf::workspace {

namespace {

constexpr std::string_view kUnits[] = {" KB", " MB", " GB", " TB"};

std::string twoDigits(std::int64_t number)
{
    return words(number < 10 ? "0" : "", number);
}

} // namespace

std::string shownNumber(std::int64_t number)
{
    std::string digits = words(number);
    const std::int64_t first = number < 0 ? 1 : 0;
    for (auto at = std::ssize(digits) - 3; at > first; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

std::string shownCount(std::int64_t number, std::string_view one, std::string_view many)
{
    return words(shownNumber(number), " ", number == 1 ? one : many);
}

std::string shownBytes(std::int64_t bytes)
{
    if (bytes < 1000)
        return shownCount(bytes, "byte", "bytes");
    auto amount = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    while (amount >= 999.5 && unit + 1 < std::size(kUnits)) {
        amount /= 1000;
        ++unit;
    }
    const auto tenths = std::llround(amount * 10);
    const bool isShort = tenths < 100 && tenths % 10 != 0;
    return words(isShort ? words(tenths / 10, ".", tenths % 10) : words((tenths + 5) / 10),
                 kUnits[unit]);
}

std::string shownSeconds(double seconds)
{
    const auto whole = static_cast<std::int64_t>(std::llround(seconds));
    const auto minutes = whole / 60 % 60;
    const auto end = words(":", twoDigits(whole % 60));
    if (whole < 3600)
        return words(minutes, end);
    return words(whole / 3600, ":", twoDigits(minutes), end);
}

} // namespace tf::workspace
