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

std::string Fields::text(std::string_view name)
{
    const json::Value* member = of(name, json::Kind::String);
    return member == nullptr ? std::string() : member->text;
}

bool Fields::flag(std::string_view name)
{
    const json::Value* member = of(name, json::Kind::Bool);
    return member != nullptr && member->flag;
}

std::int64_t Fields::count(std::string_view name)
{
    const json::Value* member = of(name, json::Kind::Number);
    if (member == nullptr)
        return 0;
    std::int64_t number = 0;
    const char* end = member->text.data() + member->text.size();
    const auto [at, code] = std::from_chars(member->text.data(), end, number);
    if (code == std::errc() && at == end && number >= 0)
        return number;
    blame(name, "is no whole number from 0");
    return 0;
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

Members& Members::text(std::string_view name, const std::string& value)
{
    if (!value.empty())
        m_members.emplace_back(name, json::Value::string(value));
    return *this;
}

Members& Members::flag(std::string_view name, bool value)
{
    if (value)
        m_members.emplace_back(name, json::Value::boolean(true));
    return *this;
}

Members& Members::count(std::string_view name, std::int64_t value)
{
    if (value != 0)
        m_members.emplace_back(name, json::Value::number(std::to_string(value)));
    return *this;
}

Members& Members::value(std::string_view name, json::Value value)
{
    m_members.emplace_back(name, std::move(value));
    return *this;
}

} // namespace tf::session
