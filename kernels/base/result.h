#pragma once

// A value, or the Error that kept it from being made.
//
// Spelled like std::expected, which g++ 12 has only in C++23 and nvcc and clang 14 not at all; the
// day all three have a complete one this becomes an alias. Move only, so that an error is handled
// in one place.

#include "kernels/base/check.h"
#include "kernels/base/error.h"

#include <concepts>
#include <type_traits>
#include <utility>
#include <variant>

namespace tf {

template <class T = void>
class [[nodiscard]] Result;

namespace detail {

template <class T>
inline constexpr bool isResult = false;
template <class T>
inline constexpr bool isResult<Result<T>> = true;

/// What the value of a Result may be made of: no other Result, and no Error.
template <class U, class T, class Stored>
concept makesValue =
    !std::is_void_v<
        T> && !isResult<std::remove_cvref_t<U>> && !std::same_as<std::remove_cvref_t<U>, Error> && std::constructible_from<Stored, U>;

/// What Result<void> holds when all went well.
struct Nothing { };

} // namespace detail

template <class T>
class [[nodiscard]] Result {
    using Stored = std::conditional_t<std::is_void_v<T>, detail::Nothing, T>;

public:
    using value_type = T;

    Result() requires std::is_void_v<T> : m_state(std::in_place_index<0>) { }

    // The requires clause keeps it from hiding the copies and moves.
    // NOLINTBEGIN(bugprone-forwarding-reference-overload)
    template <class U = Stored>
    requires detail::makesValue<U, T, Stored> Result(U&& value)
        : m_state(std::in_place_index<0>, std::forward<U>(value))
    {
    }
    // NOLINTEND(bugprone-forwarding-reference-overload)

    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    Result(Result&&) noexcept = default;
    Result& operator=(Result&&) noexcept = default;
    Result(const Result&) = delete;
    Result& operator=(const Result&) = delete;
    ~Result() = default;

    [[nodiscard]] bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    /// Requires: has_value().
    std::add_lvalue_reference_t<T> value() &
    {
        expectValue();
        if constexpr (!std::is_void_v<T>)
            return *std::get_if<0>(&m_state);
    }
    std::add_lvalue_reference_t<std::add_const_t<T>> value() const&
    {
        expectValue();
        if constexpr (!std::is_void_v<T>)
            return *std::get_if<0>(&m_state);
    }
    T value() &&
    {
        expectValue();
        if constexpr (!std::is_void_v<T>)
            return std::move(*std::get_if<0>(&m_state));
    }

    std::add_lvalue_reference_t<T> operator*() & { return value(); }
    std::add_lvalue_reference_t<std::add_const_t<T>> operator*() const& { return value(); }
    T operator*() && { return std::move(*this).value(); }
    Stored* operator->() { return &value(); }
    const Stored* operator->() const { return &value(); }

    /// Requires: !has_value().
    [[nodiscard]] const Error& error() const&
    {
        CHECK(!has_value(), "error() of a Result that holds a value");
        return *std::get_if<1>(&m_state);
    }
    [[nodiscard]] Error error() &&
    {
        CHECK(!has_value(), "error() of a Result that holds a value");
        return std::move(*std::get_if<1>(&m_state));
    }

    template <class U>
    requires(!std::is_void_v<T>) T value_or(U&& fallback) && {
        return has_value() ? std::move(*this).value() : static_cast<T>(std::forward<U>(fallback));
    }

    /// f(value) → Result; an error passes by.
    template <class F>
    auto and_then(F&& f) &&
    {
        using Next = std::remove_cvref_t<decltype(call(f))>;
        static_assert(detail::isResult<Next>, "and_then wants a function that returns a Result");
        if (!has_value())
            return Next(std::move(*this).error());
        return call(f);
    }

    /// f(value) → plain value; an error passes by.
    template <class F>
    auto transform(F&& f) &&
    {
        using Next = Result<std::remove_cvref_t<decltype(call(f))>>;
        if (!has_value())
            return Next(std::move(*this).error());
        if constexpr (std::is_void_v<typename Next::value_type>) {
            call(f);
            return Next();
        } else {
            return Next(call(f));
        }
    }

    /// f(error) → Error; a value passes by.
    template <class F>
    Result transform_error(F&& f) &&
    {
        if (has_value())
            return std::move(*this);
        return Result(std::forward<F>(f)(std::move(*this).error()));
    }

    /// Adds what was being done to an error: readHeader(f).because("while reading shard 3").
    Result because(std::string_view doing) &&
    {
        if (has_value())
            return std::move(*this);
        return Result(std::move(*this).error().because(doing));
    }

private:
    void expectValue() const
    {
        if (!has_value()) [[unlikely]]
            detail::failCheck("has_value()", error().describe(), __FILE__, __LINE__);
    }

    template <class F>
    decltype(auto) call(F& f)
    {
        if constexpr (std::is_void_v<T>)
            return f();
        else
            return f(std::move(*std::get_if<0>(&m_state)));
    }

    std::variant<Stored, Error> m_state;
};

} // namespace tf

/// The value of an expression that returns a Result; on an error, returns it from this function.
/// Not inside a braced initialiser (`return Call{name, TRY(…)}`): g++ and clang leak the members
/// already made when a statement expression leaves early. Take it into a variable first.
#define TRY(...)                                                                                   \
    __extension__({                                                                                \
        auto tryResult = (__VA_ARGS__);                                                            \
        if (!tryResult.has_value()) [[unlikely]]                                                   \
            return std::move(tryResult).error();                                                   \
        std::move(tryResult).value();                                                              \
    })

/// The value of a Result that cannot be an error here; aborts with its words if it is one.
#define MUST(...) ((__VA_ARGS__).value())
