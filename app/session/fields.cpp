#include "app/session/fields.h"

#include "kernels/base/words.h"

#include <charconv>

namespace tf::session {

Fields::Fields(const json::Value& object, std::string place, std::string& trouble)
    : m_object(object)
    , m_place(std::move(place))
    , m_trouble(trouble)
{
}

void Fields::text(std::string_view name, std::string& value)
{
    const json::Value* member = of(name, json::Kind::String);
    value = member == nullptr ? std::string() : member->text;
}

void Fields::flag(std::string_view name, bool& value)
{
    const json::Value* member = of(name, json::Kind::Bool);
    value = member != nullptr && member->flag;
}

void Fields::count(std::string_view name, std::int64_t& value)
{
    value = 0;
    const json::Value* member = of(name, json::Kind::Number);
    if (member == nullptr)
        return;
    std::int64_t number = 0;
    const char* end = member->text.data() + member->text.size();
    const auto [at, code] = std::from_chars(member->text.data(), end, number);
    if (code == std::errc() && at == end && number >= 0)
        value = number;
    else
        blame(name, "is no whole number from 0");
}

void Fields::texts(std::string_view name, std::vector<std::string>& values)
{
    values.clear();
    const json::Value* member = of(name, json::Kind::Array);
    if (member == nullptr)
        return;
    for (const json::Value& item : member->items) {
        if (item.kind != json::Kind::String)
            return blame(name, "holds something else than texts");
        values.push_back(item.text);
    }
}

void Fields::blame(std::string_view name, std::string_view what)
{
    if (m_trouble.empty())
        m_trouble = words(placeOf(name), " ", what);
}

const json::Value& Fields::kNothing()
{
    static const json::Value nothing = json::Value::object();
    return nothing;
}

const json::Value* Fields::of(std::string_view name, json::Kind kind)
{
    const json::Value* member = m_object.find(name);
    if (member == nullptr || member->kind == kind)
        return member;
    blame(name, words("is not a ", json::name(kind)));
    return nullptr;
}

std::string Fields::placeOf(std::string_view name) const
{
    return m_place.empty() ? std::string(name) : words(m_place, ".", name);
}

void Members::text(std::string_view name, const std::string& value)
{
    if (!value.empty())
        m_members.emplace_back(name, json::Value::string(value));
}

void Members::flag(std::string_view name, bool value)
{
    if (value)
        m_members.emplace_back(name, json::Value::boolean(true));
}

void Members::count(std::string_view name, std::int64_t value)
{
    if (value != 0)
        m_members.emplace_back(name, json::Value::number(std::to_string(value)));
}

void Members::texts(std::string_view name, const std::vector<std::string>& values)
{
    if (values.empty())
        return;
    std::vector<json::Value> items;
    items.reserve(values.size());
    for (const std::string& text : values)
        items.push_back(json::Value::string(text));
    value(name, json::Value::array(std::move(items)));
}

void Members::value(std::string_view name, json::Value value)
{
    m_members.emplace_back(name, std::move(value));
}

} // namespace tf::session
