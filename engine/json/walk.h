#pragma once

// A JSON document read once, member by member, without a tree: for long lists of one shape.
//
// Strict where it looks: valid UTF-8, no repeated names where the caller keeps count, nothing after
// the end; what is skipped is only balanced. For the readers of this folder alone, since it shows
// simdjson.

#include "kernels/base/result.h"
#include "kernels/base/words.h"

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tf::json {

/// The first name, in order of spelling, that is there more than once. Sorted and not hashed, so
/// that no choice of names makes it slow.
inline std::optional<std::string_view> repeatedName(std::vector<std::string_view> names)
{
    std::sort(names.begin(), names.end());
    const auto repeated = std::adjacent_find(names.begin(), names.end());
    return repeated == names.end() ? std::nullopt : std::optional(*repeated);
}

/// Fit to be shown to a person: no control characters.
inline bool isPlainName(std::string_view name)
{
    return std::none_of(name.begin(), name.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

class Walk {
public:
    using Object = simdjson::ondemand::object;
    using Element = simdjson::ondemand::value;

    /// `what` names the document in errors: "a safetensors header".
    Walk(std::string_view text, std::string_view what)
        : m_text(text)
        , m_what(what)
    {
    }

    /// Calls member(name, value) for each member of the document, an object; it must end there.
    /// Requires: called once.
    template <class F>
    Result<> overDocument(F&& member)
    {
        if (const auto code = m_parser.iterate(m_text).get(m_document))
            return broken(simdjson::error_message(code), m_text.size());
        Object root;
        if (const auto code = m_document.get_object().get(root))
            return fault(code);
        TRY(over(root, member));
        const char* at = nullptr;
        if (m_document.current_location().get(at) != simdjson::OUT_OF_BOUNDS)
            return broken("more follows after the end", place());
        return {};
    }

    /// Calls member(name, value) for each member of an object.
    template <class F>
    Result<> overMembers(Element& element, F&& member)
    {
        Object object;
        if (const auto code = element.get_object().get(object))
            return fault(code);
        return over(object, member);
    }

    /// Calls item(value) for each item of an array.
    template <class F>
    Result<> overItems(Element& element, F&& item)
    {
        simdjson::ondemand::array array;
        if (const auto code = element.get_array().get(array))
            return fault(code);
        for (auto entry : array) {
            Element value;
            if (const auto code = entry.get(value))
                return fault(code);
            TRY(item(value));
        }
        return {};
    }

    /// Lives until the next string is read.
    Result<std::string_view> string(Element& element)
    {
        std::string_view text;
        if (const auto code = element.get_string().get(text))
            return fault(code);
        return text;
    }

    /// A whole number from 0 to 2^64 - 1.
    Result<std::uint64_t> number(Element& element)
    {
        std::uint64_t number = 0;
        if (const auto code = element.get_uint64().get(number))
            return fault(code);
        return number;
    }

    /// An error at the place that is being read.
    Error wrong(std::string_view what) { return broken(what, place()); }

private:
    Error broken(std::string_view what, std::size_t place) const
    {
        return {Code::BadInput, words("not ", m_what, " at byte ", place, ": ", what)};
    }

    Error fault(simdjson::error_code code) { return wrong(simdjson::error_message(code)); }

    [[nodiscard]] std::size_t place()
    {
        const char* at = nullptr;
        if (m_document.current_location().get(at) != simdjson::SUCCESS)
            return m_text.size();
        return static_cast<std::size_t>(at - m_text.data());
    }

    template <class F>
    Result<> over(Object& object, F& member)
    {
        for (auto element : object) {
            simdjson::ondemand::field field;
            if (const auto code = std::move(element).get(field))
                return fault(code);
            std::string_view key;
            if (const auto code = field.unescaped_key().get(key))
                return fault(code);
            TRY(member(std::string(key), field.value()));
        }
        return {};
    }

    simdjson::padded_string m_text;
    std::string_view m_what;
    simdjson::ondemand::parser m_parser;
    simdjson::ondemand::document m_document;
};

} // namespace tf::json
