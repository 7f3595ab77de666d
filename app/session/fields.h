#pragma once

// The members of a JSON object read or written by name, in one list for both directions.
//
// fieldsOf(F&, value) lists the members of a type once; F is Fields (JSON to values) or Members
// (values to JSON), which have the same functions. What is missing is read as its zero, which is
// left out when written. The first mistake is kept with its place ("turns[3].parts[0].kind");
// until it is asked for, every call fills in something.

#include "engine/json/value.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tf::session {

/// The spellings of an enumeration, in its order.
template <class E>
struct Spelling;

/// How fieldsOf() takes a value: to fill it in, or only to read it.
template <class F, class T>
using Field = typename F::template Field<T>;

/// From JSON.
class Fields {
public:
    /// What a listed value is here: filled in.
    template <class T>
    using Field = T;

    /// Requires: `object` and `trouble` outlive this.
    Fields(const json::Value& object, std::string place, std::string& trouble);

    void text(std::string_view name, std::string& value);
    void flag(std::string_view name, bool& value);
    void count(std::string_view name, std::int64_t& value); ///< from 0
    void texts(std::string_view name, std::vector<std::string>& values);

    template <class E>
    void choice(std::string_view name, E& value)
    {
        value = E{};
        const json::Value* member = of(name, json::Kind::String);
        if (member == nullptr)
            return;
        const auto& names = Spelling<E>::names;
        const auto found = std::find(names.begin(), names.end(), member->text);
        if (found == names.end())
            blame(name, "is none of the known words");
        else
            value = static_cast<E>(found - names.begin());
    }

    template <class T>
    void object(std::string_view name, T& value)
    {
        const json::Value* member = of(name, json::Kind::Object);
        Fields fields(member == nullptr ? kNothing() : *member, placeOf(name), m_trouble);
        fieldsOf(fields, value);
    }

    /// An array of objects.
    template <class T>
    void list(std::string_view name, std::vector<T>& values)
    {
        values.clear();
        const json::Value* member = of(name, json::Kind::Array);
        for (std::size_t idx = 0; member != nullptr && idx < member->items.size(); ++idx) {
            const std::string place = placeOf(name) + "[" + std::to_string(idx) + "]";
            if (member->items[idx].kind != json::Kind::Object)
                blame(name, "holds something else than objects");
            Fields fields(member->items[idx], place, m_trouble);
            fieldsOf(fields, values.emplace_back());
        }
    }

private:
    static const json::Value& kNothing();
    const json::Value* of(std::string_view name, json::Kind kind);
    [[nodiscard]] std::string placeOf(std::string_view name) const;
    void blame(std::string_view name, std::string_view what);

    const json::Value& m_object;
    std::string m_place;
    std::string& m_trouble;
};

/// To JSON.
class Members {
public:
    /// What a listed value is here: read only.
    template <class T>
    using Field = const T;

    void text(std::string_view name, const std::string& value);
    void flag(std::string_view name, bool value);
    void count(std::string_view name, std::int64_t value);
    void texts(std::string_view name, const std::vector<std::string>& values);
    void value(std::string_view name, json::Value value);

    template <class E>
    void choice(std::string_view name, E value)
    {
        text(name, std::string(Spelling<E>::names[static_cast<std::size_t>(value)]));
    }

    template <class T>
    void object(std::string_view name, const T& value)
    {
        Members members;
        fieldsOf(members, value);
        this->value(name, members.take());
    }

    template <class T>
    void list(std::string_view name, const std::vector<T>& values)
    {
        if (values.empty())
            return;
        std::vector<json::Value> items;
        for (const T& item : values) {
            Members members;
            fieldsOf(members, item);
            items.push_back(members.take());
        }
        value(name, json::Value::array(std::move(items)));
    }

    json::Value take() { return json::Value::object(std::move(m_members)); }

private:
    std::vector<json::Member> m_members;
};

} // namespace tf::session
