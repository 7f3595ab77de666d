#include "engine/text/answer/tool_parser.h"

#include <algorithm>

namespace tf::text {

ToolParser::ToolParser(std::shared_ptr<const Tools> tools)
    : m_tools(tools ? std::move(tools) : std::make_shared<const Tools>())
{
}

std::vector<ToolEvent> ToolParser::feed(std::string_view bytes)
{
    // Moved down only when half of it is done with, so that every byte moves once on average.
    if (m_taken > m_buffer.size() / 2) {
        m_buffer.erase(0, m_taken);
        m_taken = 0;
    }
    m_buffer += bytes;
    return read(Reading::Goes);
}

std::vector<ToolEvent> ToolParser::finish()
{
    return read(Reading::Ended);
}

ToolParser::Events ToolParser::read(Reading reading)
{
    Events events;
    for (auto step = Step::Done; step == Step::Done;) {
        switch (m_state) {
        case State::Text:
            step = stepText(events, reading);
            break;
        case State::Block:
            step = stepBlock(events, reading);
            break;
        case State::Call:
            step = stepCall(events, reading);
            break;
        case State::Broken:
            step = stepBroken(events, reading);
            break;
        }
    }
    return events;
}

ToolParser::Step ToolParser::stepText(Events& events, Reading reading)
{
    const auto opener = rest().find(kBlockOpen);
    if (opener == std::string_view::npos) {
        const auto held = reading == Reading::Ended ? 0 : heldBytes(rest(), kBlockOpen);
        m_numBytesRead += rest().size();
        take(events, ToolEvent::Kind::Text, rest().size() - held);
        return Step::Waits;
    }
    m_numBytesRead += opener;
    take(events, ToolEvent::Kind::Text, opener);
    take(events, ToolEvent::Kind::Markup, kBlockOpen.size());
    m_state = State::Block;
    m_blockIsEmpty = true;
    m_blank = 0;
    return Step::Done;
}

/// Inside of a block, outside of its calls.
ToolParser::Step ToolParser::stepBlock(Events& events, Reading reading)
{
    const auto before = m_blank;
    m_blank = std::min(rest().find_first_not_of(kMarkupSpace, m_blank), rest().size());
    m_numBytesRead += m_blank - before;
    const auto ink = rest().substr(m_blank);
    if (ink.empty())
        return reading == Reading::Ended ? endBlock(events) : Step::Waits;
    if (mayBecome(ink, kNamespace) || mayBecome(ink, kBareBlockClose))
        return reading == Reading::Ended ? endBlock(events) : Step::Waits;
    if (ink.starts_with(kBareBlockClose)) {
        take(events, ToolEvent::Kind::Markup, m_blank + kBareBlockClose.size());
        m_state = State::Text;
        return Step::Done;
    }
    if (!ink.starts_with(kNamespace))
        return onJunk(events, m_blank);
    auto search =
        findTag(rest().substr(0, m_blank + kNamespace.size() + kMaxTagBytes + 2), m_blank);
    m_numBytesRead += ink.size() < kMaxTagBytes ? ink.size() : kMaxTagBytes;
    if (search.tag && search.tag->begin == m_blank)
        return onBlockTag(events, *search.tag);
    if (search.searched > m_blank)
        return onJunk(events, m_blank + kNamespace.size() - 1);
    return reading == Reading::Ended ? endBlock(events) : Step::Waits;
}

ToolParser::Step ToolParser::onBlockTag(Events& events, const ToolTag& tag)
{
    const bool isBlockTag = tag.opens("tool_call") || tag.kind == ToolTag::Kind::Close;
    if (isBlockTag) {
        take(events, ToolEvent::Kind::Markup, tag.end);
        m_state = tag.closes("tool_call") ? State::Text : State::Block;
        m_blank = 0;
        return Step::Done;
    }
    take(events, ToolEvent::Kind::Markup, tag.begin);
    m_blockIsEmpty = false;
    ToolTag moved = tag;
    moved.begin = 0;
    moved.end -= tag.begin;
    openCall(events, moved);
    return Step::Done;
}

/// What stands between the calls is text: the closing tag of the block may be missing.
ToolParser::Step ToolParser::onJunk(Events& events, std::size_t begin)
{
    auto end = begin + 1;
    while (end < rest().size() && !isMarkupSpace(rest()[end]) && rest()[end] != '<'
           && rest()[end] != kNamespace.front())
        ++end;
    m_numBytesRead += end - begin;
    take(events, ToolEvent::Kind::Text, end);
    m_blockIsEmpty = false;
    m_blank = 0;
    return Step::Done;
}

/// The answer ends here. A closing tag that is missing or cut costs nothing.
ToolParser::Step ToolParser::endBlock(Events& events)
{
    const auto ink = rest().substr(m_blank);
    const bool isCutTag = !mayBecome(ink, kBlockClose) && !mayBecome(ink, kBareBlockClose);
    if (!isCutTag && !m_blockIsEmpty) {
        take(events, ToolEvent::Kind::Markup, rest().size());
    } else {
        take(events, ToolEvent::Kind::Markup, m_blank);
        m_invoke = {};
        breakCall({"the answer ends where a call should begin", rest().size(), 0, false, {}});
        giveBroken(events, rest().size());
    }
    m_state = State::Text;
    return Step::Waits;
}

void ToolParser::openCall(Events& events, const ToolTag& tag)
{
    m_invoke = tag;
    if (tag.kind != ToolTag::Kind::Invoke) {
        m_invoke.name.clear();
        breakCall({"a tag where <invoke name=\"…\"> should stand", 0, tag.end, false, {}});
    } else if (tag.name.empty()) {
        breakCall({"the call names no tool", 0, tag.end, false, {}});
    } else {
        m_strictness = Strictness::Strict;
        m_reader.emplace(tag, m_strictness);
        m_state = State::Call;
    }
    ToolEvent event;
    event.kind = ToolEvent::Kind::CallBegin;
    event.name = m_invoke.name;
    event.callIdx = m_numCalls;
    events.push_back(std::move(event));
}

ToolParser::Step ToolParser::stepCall(Events& events, Reading reading)
{
    const auto before = m_reader->searched();
    auto outcome = m_reader->read(rest(), *m_tools, reading);
    m_numBytesRead += m_reader->searched() - before;
    switch (outcome.kind) {
    case CallReading::Kind::GoesOn:
        return Step::Waits;
    case CallReading::Kind::Closed:
        return closeCall(events, outcome.end);
    case CallReading::Kind::Faulty:
        return onFault(events, std::move(outcome.fault));
    }
    UNREACHABLE();
}

ToolParser::Step ToolParser::closeCall(Events& events, std::size_t end)
{
    auto arguments = argumentsOf(m_reader->invoke(), m_tools->parameters(m_invoke.name), rest());
    if (!arguments) {
        breakCall({arguments.error().text, end, end, false, {}});
        return giveBroken(events, end);
    }
    ToolEvent event;
    event.kind = ToolEvent::Kind::Call;
    event.name = m_invoke.name;
    event.callIdx = m_numCalls++;
    event.arguments = std::move(arguments).value();
    event.raw = takeRaw(end);
    events.push_back(std::move(event));
    m_state = State::Block;
    m_blank = 0;
    return Step::Done;
}

ToolParser::Step ToolParser::onFault(Events& events, CallFault fault)
{
    if (m_strictness == Strictness::Strict) {
        m_strictness = Strictness::Lenient;
        m_reader.emplace(m_invoke, m_strictness);
        return Step::Done;
    }
    const auto nextCall = fault.nextCall;
    breakCall(std::move(fault));
    return nextCall ? giveBroken(events, *nextCall) : Step::Done;
}

void ToolParser::breakCall(CallFault fault)
{
    m_fault = std::move(fault);
    m_reader.reset();
    m_brokenText = m_searched = m_fault.resume;
    m_numParameters = 0;
    m_numBlocks = 0;
    m_state = State::Broken;
}

/// Looks for the end of a broken call.
ToolParser::Step ToolParser::stepBroken(Events& events, Reading reading)
{
    const auto search = findTag(rest(), m_searched);
    m_numBytesRead += search.searched - m_searched;
    m_searched = search.searched;
    if (!search.tag && reading == Reading::Goes)
        return Step::Waits;
    const auto textEnd = search.tag ? search.tag->begin : rest().size();
    const auto text = rest().substr(m_brokenText, textEnd - m_brokenText);
    if (const auto bareEnd = m_numBlocks > 0 ? std::nullopt : bareCallEnd(text))
        return giveBroken(events, m_brokenText + *bareEnd);
    if (!search.tag)
        return giveBroken(events, rest().size());
    if (const auto end = brokenEnd(*search.tag))
        return giveBroken(events, *end);
    m_brokenText = m_searched = search.tag->end;
    return Step::Done;
}

std::optional<std::size_t> ToolParser::brokenEnd(const ToolTag& tag)
{
    const auto text = rest().substr(m_brokenText, tag.begin - m_brokenText);
    const bool opensBlock = tag.opens("tool_call");
    const bool closesBlock = tag.closes("tool_call");
    if (opensBlock && m_fault.insideValue)
        ++m_numBlocks;
    else if (closesBlock && m_numBlocks > 0)
        --m_numBlocks;
    else if (m_numBlocks > 0)
        return std::nullopt;
    else if (opensBlock || closesBlock)
        return tag.begin;
    else if (tag.closes("invoke") && m_numParameters == 0)
        return tag.end;
    else if (tag.closes("invoke"))
        --m_numParameters;
    else if (tag.kind == ToolTag::Kind::Invoke) {
        if (meaningOfInvoke(*m_tools, m_invoke.name, tag.name, text) == InvokeMeaning::NextCall)
            return tag.begin;
        ++m_numParameters;
    }
    return std::nullopt;
}

ToolParser::Step ToolParser::giveBroken(Events& events, std::size_t end)
{
    ToolEvent event;
    event.kind = ToolEvent::Kind::BrokenCall;
    event.name = m_invoke.name;
    event.callIdx = m_numCalls++;
    event.reason = std::move(m_fault.reason);
    event.place = std::min(m_fault.place, end);
    event.raw = takeRaw(end);
    events.push_back(std::move(event));
    m_state = State::Block;
    m_blank = 0;
    return Step::Done;
}

void ToolParser::take(Events& events, ToolEvent::Kind kind, std::size_t numBytes)
{
    if (numBytes == 0)
        return;
    if (!events.empty() && events.back().kind == kind) {
        events.back().raw += rest().substr(0, numBytes);
        m_taken += numBytes;
        return;
    }
    ToolEvent event;
    event.kind = kind;
    event.raw = takeRaw(numBytes);
    events.push_back(std::move(event));
}

std::string ToolParser::takeRaw(std::size_t numBytes)
{
    std::string raw(rest().substr(0, numBytes));
    m_taken += numBytes;
    return raw;
}

std::string_view ToolParser::rest() const
{
    return std::string_view(m_buffer).substr(m_taken);
}

} // namespace tf::text
