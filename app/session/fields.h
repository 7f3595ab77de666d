#pragma once

// The members of a JSON object read by name: what is missing is its default, what is wrong is told.
//
// The first mistake is kept with its place ("turns[3].parts[0].kind"); until it is asked for, every
// call answers with something, so that a reader reads all members in a row.

#include "engine/json/value.h"

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

class Fields {
public:
    /// Requires: `object` and `trouble` outlive this.
    Fields(const json::Value& object, std::string place, std::string& trouble);

    std::string text(std::string_view name);
    bool flag(std::string_view name);
    std::int64_t count(std::string_view name); ///< from 0

    template <class E>
    E choice(std::string_view name)
    {
        const json::Value* member = of(name, json::Kind::String);
        for (std::size_t idx = 0; member != nullptr && idx < Spelling<E>::names.size(); ++idx) {
            if (member->text == Spelling<E>::names[idx])
                return static_cast<E>(idx);
        }
        if (member != nullptr)
            blame(name, "is none of the known words");
        return E{};
    }

    /// read(Fields&) of a member that is an object.
    template <class F>
    auto object(std::string_view name, F&& read)
    {
        const json::Value* member = of(name, json::Kind::Object);
        Fields fields(member == nullptr ? kNothing() : *member, placeOf(name), m_trouble);
        return read(fields);
    }

    /// read(Fields&) of each item of a member that is an array of objects.
    template <class F>
    auto list(std::string_view name, F&& read)
    {
        std::vector<decltype(read(*this))> values;
        const json::Value* member = of(name, json::Kind::Array);
        for (std::size_t idx = 0; member != nullptr && idx < member->items.size(); ++idx) {
            const std::string place = placeOf(name) + "[" + std::to_string(idx) + "]";
            if (member->items[idx].kind != json::Kind::Object)
                blame(name, "holds something else than objects");
            Fields fields(member->items[idx], place, m_trouble);
            values.push_back(read(fields));
        }
        return values;
    }

    void blame(std::string_view name, std::string_view what);
    [[nodiscard]] bool has(std::string_view name) const { return m_object.find(name) != nullptr; }

private:
    static const json::Value& kNothing();
    const json::Value* of(std::string_view name, json::Kind kind);
    [[nodiscard]] std::string placeOf(std::string_view name) const;

    const json::Value& m_object;
    std::string m_place;
    std::string& m_trouble;
};

/// The members of a JSON object being written; what has its default value is left out.
class Members {
public:
    Members& text(std::string_view name, const std::string& value);
    Members& flag(std::string_view name, bool value);
    Members& count(std::string_view name, std::int64_t value);
    Members& value(std::string_view name, json::Value value);

    template <class E>
    Members& choice(std::string_view name, E value)
    {
        return text(name, std::string(Spelling<E>::names[static_cast<std::size_t>(value)]));
    }

    template <class T, class F>
    Members& list(std::string_view name, const std::vector<T>& values, F&& write)
    {
        if (values.empty())
            return *this;
        std::vector<json::Value> items;
        for (const T& item : values)
            items.push_back(write(item));
        return value(name, json::Value::array(std::move(items)));
    }

    json::Value take() { return json::Value::object(std::move(m_members)); }

private:
    std::vector<json::Member> m_members;
};

} // namespace tf::session
