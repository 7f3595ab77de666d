#include "app/wire/reply_reader.h"

#include "app/wire/fields.h"
#include "engine/text/answer/answer_marker.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace tf::wire {

namespace {

Finish finishOf(std::string_view word)
{
    if (word == "length" || word == "max_tokens" || word == "model_length")
        return Finish::Length;
    if (word == "tool_calls" || word == "function_call" || word == "tool_use")
        return Finish::Calls;
    if (word == "content_filter" || word == "sensitive")
        return Finish::Filtered;
    return word == "error" || word == "abort" ? Finish::Fault : Finish::Stop;
}

/// Schemas that cannot be read only leave values of calls in the text as strings.
std::shared_ptr<const text::Tools> knownTools(const std::vector<Tool>& tools)
{
    json::Value list = json::Value::array();
    for (const Tool& tool : tools)
        list.items.push_back(tool.function);
    auto known = text::Tools::read(list);
    return known ? std::make_shared<const text::Tools>(std::move(*known)) : nullptr;
}

bool isSameEntry(const json::Value& left, const json::Value& right)
{
    const auto same = [&](std::string_view name) {
        const json::Value* a = left.find(name);
        const json::Value* b = right.find(name);
        return a == nullptr || b == nullptr ? a == b : *a == *b;
    };
    return stringIn(left, "text") != nullptr && stringIn(right, "text") != nullptr && same("index")
        && same("type");
}

} // namespace

ReplyReader::ReplyReader(Growth growth, const std::vector<Tool>& tools)
    : m_growth(growth)
    , m_reasoning(growth)
    , m_content(growth)
    , m_markup(knownTools(tools))
{
}

std::vector<ReplyEvent> ReplyReader::feed(const Chunk& chunk)
{
    Events events;
    if (!chunk.model.empty())
        m_model = chunk.model;
    if (chunk.usage)
        m_usage = chunk.usage;
    if (!chunk.finish.empty())
        m_finish = finishOf(chunk.finish);
    takeDetails(chunk);
    takeReasoning(events, chunk);
    takeContent(events,
                chunk.extent == Extent::Piece ? m_content.feed(chunk.content)
                                              : m_content.complete(chunk.content));
    settleGrowth(events);
    takeCalls(events, chunk);
    return events;
}

std::vector<ReplyEvent> ReplyReader::finish()
{
    Events events;
    addThink(events, m_reasoning.finish());
    takeContent(events, m_content.finish());
    takePieces(events, m_tags.finish());
    endThink(events);
    takeMarkup(events, m_markup.finish());
    add(events, ReplyEvent::Kind::Text, m_marks.finish());
    std::size_t callIdx = m_numMarkupCalls;
    for (GatheredCall& call : m_calls.finish()) {
        const bool isBroken = !call.fault.empty();
        events.push_back({isBroken ? ReplyEvent::Kind::BrokenCall : ReplyEvent::Kind::Call,
                          std::move(call.arguments), callIdx++, std::move(call.id),
                          std::move(call.name), std::move(call.fault)});
    }
    return events;
}

json::Value ReplyReader::reasoningDetails() const
{
    if (m_details.empty())
        return json::Value::null();
    json::Value list = json::Value::array();
    for (const DetailEntry& entry : m_details) {
        json::Value value = entry.value;
        GrowingText growing = entry.growing;
        for (auto& [name, member] : value.members) {
            if (name == "text" && member.kind == json::Kind::String)
                member.text = entry.text + growing.finish();
        }
        list.items.push_back(std::move(value));
    }
    return list;
}

/// A server that fills two fields says the same in both.
void ReplyReader::takeReasoning(Events& events, const Chunk& chunk)
{
    std::size_t field = m_reasoningField.value_or(0);
    if (chunk.reasoning[field].empty()) {
        const auto* spoken = std::find_if(chunk.reasoning.begin(), chunk.reasoning.end(),
                                          [](const std::string& text) { return !text.empty(); });
        if (spoken == chunk.reasoning.end())
            return;
        field = static_cast<std::size_t>(spoken - chunk.reasoning.begin());
    }
    m_reasoningField = m_reasoningField.value_or(field);
    m_tags.knowThinking();
    const std::string& text = chunk.reasoning[field];
    addThink(events,
             chunk.extent == Extent::Piece ? m_reasoning.feed(text) : m_reasoning.complete(text));
}

void ReplyReader::takeDetails(const Chunk& chunk)
{
    for (const json::Value& value : chunk.details) {
        const auto known = std::find_if(m_details.begin(), m_details.end(), [&](const auto& entry) {
            return isSameEntry(entry.value, value);
        });
        DetailEntry& entry = known != m_details.end()
            ? *known
            : m_details.emplace_back(DetailEntry{value, {}, GrowingText(m_growth)});
        if (const std::string* text = stringIn(value, "text"))
            entry.text += chunk.extent == Extent::Piece ? entry.growing.feed(*text)
                                                        : entry.growing.complete(*text);
    }
}

/// A server that sends snapshots of one text sends them of all; short ones do not tell by
/// themselves.
void ReplyReader::settleGrowth(Events& events)
{
    if (m_growth != Growth::Unsettled
        || (m_reasoning.growth() != Growth::Snapshots && m_content.growth() != Growth::Snapshots))
        return;
    m_growth = Growth::Snapshots;
    for (DetailEntry& entry : m_details)
        entry.text += entry.growing.settle(m_growth);
    addThink(events, m_reasoning.settle(m_growth));
    takeContent(events, m_content.settle(m_growth));
}

void ReplyReader::takeContent(Events& events, std::string_view content)
{
    takePieces(events, m_tags.feed(content));
}

void ReplyReader::takePieces(Events& events, const std::vector<ThinkPiece>& pieces)
{
    for (const ThinkPiece& piece : pieces) {
        switch (piece.kind) {
        case ThinkPiece::Kind::Think:
            addThink(events, piece.text);
            break;
        case ThinkPiece::Kind::Text:
            endThink(events);
            takeMarkup(events, m_markup.feed(piece.text));
            break;
        case ThinkPiece::Kind::TextWasThink:
            events.push_back({.kind = ReplyEvent::Kind::TextWasThink});
            break;
        }
    }
}

void ReplyReader::takeMarkup(Events& events, std::vector<text::ToolEvent> found)
{
    using Found = text::ToolEvent::Kind;
    for (text::ToolEvent& event : found) {
        if (event.kind == Found::Text) {
            add(events, ReplyEvent::Kind::Text, m_marks.feed(event.raw));
        } else if (event.kind == Found::Call) {
            m_hasBegun = true;
            events.push_back({.kind = ReplyEvent::Kind::Call,
                              .text = json::write(event.arguments),
                              .callIdx = m_numMarkupCalls++,
                              .name = std::move(event.name)});
        } else if (event.kind == Found::BrokenCall && !isLeftover(event)) {
            m_hasBegun = true;
            events.push_back({.kind = ReplyEvent::Kind::BrokenCall,
                              .text = withoutMarkers(std::move(event.raw)),
                              .callIdx = m_numMarkupCalls++,
                              .name = std::move(event.name),
                              .reason = std::move(event.reason)});
        }
    }
}

/// The frame of calls that the server itself read and sent in their field.
bool ReplyReader::isLeftover(const text::ToolEvent& broken) const
{
    return m_calls.numCalls() > 0 && broken.name.empty() && text::isBlank(broken.raw);
}

void ReplyReader::takeCalls(Events& events, const Chunk& chunk)
{
    if (!chunk.calls.empty())
        endThink(events);
    for (const CallDelta& delta : chunk.calls) {
        m_hasBegun = true;
        const auto callIdx = m_calls.feed(delta);
        events.push_back({.kind = ReplyEvent::Kind::CallGrows,
                          .text = delta.arguments,
                          .callIdx = m_numMarkupCalls + callIdx,
                          .name = m_calls.name(callIdx)});
    }
}

void ReplyReader::addThink(Events& events, std::string_view piece)
{
    add(events, ReplyEvent::Kind::Think, m_thinkMarks.feed(piece));
}

void ReplyReader::endThink(Events& events)
{
    add(events, ReplyEvent::Kind::Think, m_thinkMarks.finish());
}

void ReplyReader::add(Events& events, ReplyEvent::Kind kind, std::string text)
{
    if (text.empty())
        return;
    m_hasBegun = true;
    if (!events.empty() && events.back().kind == kind)
        events.back().text += text;
    else
        events.push_back({.kind = kind, .text = std::move(text)});
}

} // namespace tf::wire
