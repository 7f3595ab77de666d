#include "app/wire/call_pieces.h"

#include "engine/json/value.h"

#include <algorithm>

namespace tf::wire {

namespace {

bool isObject(const std::string& text)
{
    const auto value = json::parse(text, {.maxDepth = 128});
    return value && value->kind == json::Kind::Object;
}

void mergeName(std::string& name, const std::string& piece)
{
    if (piece.starts_with(name))
        name = piece; // the first, or the same again
    else
        name += piece;
}

} // namespace

std::size_t CallPieces::feed(const CallDelta& delta)
{
    const auto callIdx = place(delta);
    Open& call = m_calls[callIdx];
    if (call.id.empty())
        call.id = delta.id;
    if (!delta.name.empty())
        mergeName(call.name, delta.name);
    call.appended += delta.arguments;
    if (delta.arguments.starts_with(call.grown))
        call.grown = delta.arguments;
    else
        call.grown += delta.arguments;
    return callIdx;
}

const std::string& CallPieces::name(std::size_t callIdx) const
{
    return m_calls.at(callIdx).name;
}

std::vector<GatheredCall> CallPieces::finish() const
{
    std::vector<GatheredCall> calls;
    for (const Open& call : m_calls) {
        GatheredCall out{call.id, call.name, call.appended, {}};
        if (call.appended.find_first_not_of(" \t\r\n") == std::string::npos)
            out.arguments = "{}";
        else if (!isObject(call.appended) && isObject(call.grown))
            out.arguments = call.grown;
        else if (!isObject(call.appended))
            out.fault = "the arguments are no JSON object";
        if (call.name.empty())
            out.fault = "the call has no name";
        calls.push_back(std::move(out));
    }
    return calls;
}

/// Servers differ: an index for each call, one index for all and an id for each, an id alone, or
/// whole calls without either.
std::size_t CallPieces::place(const CallDelta& delta)
{
    if (delta.index) {
        const auto known = m_byIndex.find(*delta.index);
        const bool isAnother = known != m_byIndex.end() && !delta.id.empty() && !delta.name.empty()
            && !m_calls[known->second].id.empty() && m_calls[known->second].id != delta.id;
        if (known != m_byIndex.end() && !isAnother)
            return known->second;
        return m_byIndex[*delta.index] = open();
    }
    if (!delta.id.empty()) {
        const auto known = std::find_if(m_calls.begin(), m_calls.end(),
                                        [&](const Open& call) { return call.id == delta.id; });
        return known != m_calls.end() ? std::size_t(known - m_calls.begin()) : open();
    }
    return m_calls.empty() || !delta.name.empty() ? open() : m_calls.size() - 1;
}

std::size_t CallPieces::open()
{
    m_calls.emplace_back();
    return m_calls.size() - 1;
}

} // namespace tf::wire
