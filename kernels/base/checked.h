#pragma once

// Integer arithmetic on numbers from outside: the answer, or an error, never a wrap-around.

#include "kernels/base/result.h"
#include "kernels/base/words.h"

#include <concepts>
#include <utility>

namespace tf {

template <std::integral N>
Result<N> checkedAdd(N a, N b)
{
    N sum;
    if (__builtin_add_overflow(a, b, &sum))
        return Error(Code::BadInput, words(a, " + ", b, " does not fit ", sizeof(N) * 8, " bits"));
    return sum;
}

template <std::integral N>
Result<N> checkedSub(N a, N b)
{
    N difference;
    if (__builtin_sub_overflow(a, b, &difference))
        return Error(Code::BadInput, words(a, " - ", b, " does not fit ", sizeof(N) * 8, " bits"));
    return difference;
}

template <std::integral N>
Result<N> checkedMul(N a, N b)
{
    N product;
    if (__builtin_mul_overflow(a, b, &product))
        return Error(Code::BadInput, words(a, " * ", b, " does not fit ", sizeof(N) * 8, " bits"));
    return product;
}

/// The same number in another type, if it has room.
template <std::integral To, std::integral From>
Result<To> checkedCast(From number)
{
    if (!std::in_range<To>(number))
        return Error(Code::BadInput,
                     words(number, " does not fit ",
                           std::is_signed_v<To> ? "a signed " : "an unsigned ", sizeof(To) * 8,
                           "-bit number"));
    return static_cast<To>(number);
}

} // namespace tf
