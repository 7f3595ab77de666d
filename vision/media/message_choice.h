#pragma once

// A message of one of several kinds as bytes: which one it is, then its fields.
//
// For a std::variant; `fieldsOf(wire, message)` writes or reads what one alternative holds. Thread:
// any.

#include "kernels/base/error.h"
#include "vision/media/field_reader.h"
#include "vision/media/field_writer.h"

#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace tf::vision {

/// A message of that kind with nothing in it; an Error has no default.
template <class T>
T blankMessage()
{
    if constexpr (std::is_same_v<T, Error>)
        return {Code::Internal, ""};
    else
        return {};
}

template <class Variant, std::size_t... indices>
Variant blankChoice(std::size_t index, std::index_sequence<indices...> /*all*/)
{
    Variant choice{blankMessage<std::variant_alternative_t<0, Variant>>()};
    static_cast<void>(
        ((index == indices ? (choice.template emplace<indices>(
                                  blankMessage<std::variant_alternative_t<indices, Variant>>()),
                              true)
                           : false)
         || ...));
    return choice;
}

template <class Variant, class Fields>
void writeChoice(FieldWriter& wire, const Variant& choice, Fields fieldsOf)
{
    wire.number<std::uint8_t>(static_cast<std::uint8_t>(choice.index()), 0, 0, {});
    std::visit([&](const auto& message) { fieldsOf(wire, message); }, choice);
}

/// `what` names the kind for the error of a number that is none.
template <class Variant, class Fields>
Variant readChoice(FieldReader& wire, std::string_view what, Fields fieldsOf)
{
    constexpr auto kChoices = std::variant_size_v<Variant>;
    std::uint8_t index = 0;
    wire.number<std::uint8_t>(index, 0, kChoices - 1, what);
    auto choice = blankChoice<Variant>(index, std::make_index_sequence<kChoices>());
    std::visit([&](auto& message) { fieldsOf(wire, message); }, choice);
    return choice;
}

} // namespace tf::vision
