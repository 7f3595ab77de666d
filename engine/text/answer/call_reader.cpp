#include "engine/text/answer/call_reader.h"

#include "kernels/base/words.h"

#include <algorithm>

namespace tf::text {

namespace {

constexpr std::string_view kInvokeTag = "invoke";
constexpr std::string_view kParameterTag = "parameter";
constexpr std::string_view kBlockTag = "tool_call";

std::size_t pastSpace(std::string_view text, std::size_t from)
{
    return std::min(text.find_first_not_of(kMarkupSpace, from), text.size());
}

/// Past "</tag>" at that place; 0 when something else stands there.
std::size_t pastBareCloser(std::string_view text, std::size_t from, std::string_view tag)
{
    const auto rest = text.substr(from);
    const bool isCloser = rest.starts_with("</") && rest.substr(2).starts_with(tag)
        && rest.substr(2 + tag.size()).starts_with('>');
    return isCloser ? from + tag.size() + 3 : 0;
}

bool endsWithInk(std::string_view text, std::string_view end)
{
    return text.substr(0, text.find_last_not_of(kMarkupSpace) + 1).ends_with(end);
}

bool endsInLineOrInvoke(std::string_view text)
{
    const auto lastInk = text.find_last_not_of(kMarkupSpace);
    const auto inkEnd = lastInk == std::string_view::npos ? 0 : lastInk + 1;
    return text.find('\n', inkEnd) != std::string_view::npos
        || text.substr(0, inkEnd).ends_with(kBareInvokeClose);
}

CallReading closedAt(std::size_t end)
{
    return {CallReading::Kind::Closed, end, {}};
}

} // namespace

InvokeMeaning meaningOfInvoke(const Tools& tools, std::string_view openTool, std::string_view name,
                              std::string_view textBefore)
{
    const bool newLine = endsInLineOrInvoke(textBefore);
    const bool isTool = tools.knows(name);
    if (tools.hasParameter(openTool, name))
        return isTool && newLine ? InvokeMeaning::NextCall : InvokeMeaning::Parameter;
    return isTool || newLine ? InvokeMeaning::NextCall : InvokeMeaning::Parameter;
}

std::optional<std::size_t> bareCallEnd(std::string_view text)
{
    auto closer = text.find(kBareInvokeClose);
    while (closer != std::string_view::npos) {
        const auto next = pastSpace(text, closer + kBareInvokeClose.size());
        if (text.substr(next).starts_with(kBareBlockClose))
            return next;
        closer = text.find(kBareInvokeClose, next);
    }
    return std::nullopt;
}

CallReader::CallReader(const ToolTag& invoke, Strictness strictness)
    : m_strictness(strictness)
    , m_nextCalls(1, 0)
    , m_textBegin(invoke.end - invoke.begin)
    , m_searched(m_textBegin)
{
    ToolElement call;
    call.name = invoke.name;
    call.tag = kInvokeTag;
    call.innerBegin = m_textBegin;
    m_open.push_back(std::move(call));
}

CallReading CallReader::read(std::string_view call, const Tools& tools, Reading reading)
{
    for (;;) {
        const auto search = findTag(call, m_searched);
        m_searched = search.searched;
        if (!search.tag)
            return reading == Reading::Goes ? CallReading{} : onEnd(call);
        const auto outcome = onTag(call, *search.tag, tools);
        if (outcome.kind != CallReading::Kind::GoesOn)
            return outcome;
        m_textBegin = m_searched = search.tag->end;
    }
}

CallReading CallReader::onTag(std::string_view call, const ToolTag& tag, const Tools& tools)
{
    if (m_strictness == Strictness::Lenient) {
        const auto closer = tag.kind == ToolTag::Kind::Close ? std::string_view(tag.name) : "";
        if (const auto end = closeBare(call, tag.begin, closer))
            return closedAt(*end);
    }
    const auto text = call.substr(m_textBegin, tag.begin - m_textBegin);
    if (m_open.size() == 1 && !isBlank(text))
        return fault("text stands between the parameters", m_textBegin + pastSpace(text, 0));
    switch (tag.kind) {
    case ToolTag::Kind::Open:
        return onOpen(text, tag);
    case ToolTag::Kind::Invoke:
        return onInvoke(text, tag, tools);
    case ToolTag::Kind::Parameter:
        return onParameter(text, tag);
    case ToolTag::Kind::Close:
        return onClose(text, tag);
    }
    UNREACHABLE();
}

CallReading CallReader::onOpen(std::string_view text, const ToolTag& tag)
{
    const bool isBlock = tag.name == kBlockTag;
    if (isBlock && m_strictness == Strictness::Strict && endsWithInk(text, kBareBlockClose))
        return fault("the next tool block begins before the call is closed", tag.begin);
    if (isBlock && m_numBlocks == kMaxQuotedBlocks)
        return fault(words("more than ", kMaxQuotedBlocks, " tool blocks inside each other"),
                     tag.begin);
    if (isBlock && m_open.size() == 1)
        return fault("a tool block begins before the call is closed", tag.begin);
    ToolElement element;
    element.name = element.tag = tag.name;
    element.begin = tag.begin;
    element.innerBegin = tag.end;
    element.quotesCall = isBlock;
    return push(std::move(element), text);
}

CallReading CallReader::onInvoke(std::string_view text, const ToolTag& tag, const Tools& tools)
{
    ToolElement element;
    element.name = tag.name;
    element.tag = kInvokeTag;
    element.begin = tag.begin;
    element.innerBegin = tag.end;
    const auto meaning = meaningOfInvoke(tools, m_open.front().name, tag.name, text);
    const bool isDirect = m_open.size() == 1;
    if (isDirect && (meaning == InvokeMeaning::NextCall || m_strictness == Strictness::Strict)) {
        auto broken = fault("the next call begins before this one is closed", tag.begin);
        broken.fault.nextCall = tag.begin;
        return broken;
    }
    element.quotesCall = !isDirect;
    const bool looksLikeCall = !isDirect && !insideBlock() && meaning == InvokeMeaning::NextCall;
    if (looksLikeCall && m_strictness == Strictness::Strict && endsWithInk(text, kBareInvokeClose))
        return fault("the next call begins before this one is closed", tag.begin);
    // One call inside of a value that is not closed may be quoted; two are calls that lost closers.
    if (looksLikeCall && hasNextCall())
        return fault("the next call begins before this one is closed", tag.begin);
    if (looksLikeCall && m_nextCalls.back() == 0)
        m_nextCalls.back() = tag.begin;
    return push(std::move(element), text);
}

CallReading CallReader::onParameter(std::string_view text, const ToolTag& tag)
{
    if (m_strictness == Strictness::Strict && !insideBlock())
        return fault("a tag <parameter name=…> instead of the parameter's own", tag.begin);
    ToolElement element;
    element.name = tag.name;
    element.tag = kParameterTag;
    element.begin = tag.begin;
    element.innerBegin = tag.end;
    return push(std::move(element), text);
}

CallReading CallReader::onClose(std::string_view text, const ToolTag& tag)
{
    if (tag.name != m_open.back().tag)
        return fault(words("</", tag.name, "> closes ",
                           m_open.size() == 1 ? "a parameter that is not open"
                                              : words("<", m_open.back().name, ">")),
                     tag.begin);
    if (m_open.size() == 1)
        return closedAt(tag.end);
    m_open.back().text += text;
    pop(tag.begin);
    return {};
}

/// At the end of the answer only closing tags without the namespace marker can save a call.
CallReading CallReader::onEnd(std::string_view call)
{
    if (m_strictness == Strictness::Lenient) {
        if (const auto end = closeBare(call, m_searched, ""))
            return closedAt(*end);
    }
    // A call that stands in a value which was cut is no call: the value may have quoted it.
    auto cut = fault("the answer ends before the call is closed", call.size());
    cut.fault.nextCall.reset();
    return cut;
}

/// Closes what bare closing tags at the end of the text close: those of the innermost elements, in
/// their order, and nothing but white space behind. Where </invoke></tool_call> follow each other
/// anything may come behind. Returns the end of the call if it was among them.
///
/// A tag with the marker that closes the innermost element by right is believed instead.
std::optional<std::size_t> CallReader::closeBare(std::string_view call, std::size_t textEnd,
                                                 std::string_view nextCloser)
{
    if (nextCloser == m_open.back().tag)
        return std::nullopt;
    const auto text = call.substr(0, textEnd);
    auto begin = m_open.size() == 1 ? pastSpace(text, m_textBegin) : text.find("</", m_textBegin);
    while (begin < text.size()) {
        if (const auto numClosers = numBareClosers(text.substr(begin))) {
            const bool closesCall = numClosers == m_open.size();
            const auto end = closeRun(call, begin, numClosers);
            return closesCall ? std::optional(end) : std::nullopt;
        }
        if (m_open.size() == 1)
            return std::nullopt;
        begin = text.find("</", begin + 2);
    }
    return std::nullopt;
}

/// How many open elements the bare closing tags close that begin here; 0 when they do not count.
std::size_t CallReader::numBareClosers(std::string_view text) const
{
    std::size_t at = 0;
    for (std::size_t numClosed = 0; numClosed < m_open.size();) {
        const auto past = pastBareCloser(text, at, m_open[m_open.size() - 1 - numClosed].tag);
        if (past == 0)
            return 0;
        ++numClosed;
        at = pastSpace(text, past);
        if (at == text.size())
            return numClosed;
        if (numClosed == m_open.size() && text.substr(at).starts_with(kBareBlockClose))
            return numClosed;
    }
    return 0;
}

std::size_t CallReader::closeRun(std::string_view call, std::size_t begin, std::size_t numClosers)
{
    if (m_open.size() > 1)
        m_open.back().text += call.substr(m_textBegin, begin - m_textBegin);
    for (std::size_t closerIdx = 0; closerIdx < numClosers; ++closerIdx) {
        const auto past = pastBareCloser(call, pastSpace(call, begin), m_open.back().tag);
        if (m_open.size() > 1)
            pop(begin);
        begin = past;
    }
    m_textBegin = begin;
    return begin;
}

CallReading CallReader::push(ToolElement element, std::string_view text)
{
    if (m_open.size() > kMaxToolDepth)
        return fault(words("values nest deeper than ", kMaxToolDepth, " levels"), element.begin);
    if (m_open.size() > 1)
        m_open.back().text += text;
    m_numBlocks += element.tag == kBlockTag;
    m_open.push_back(std::move(element));
    m_nextCalls.push_back(0);
    return {};
}

void CallReader::pop(std::size_t innerEnd)
{
    ToolElement element = std::move(m_open.back());
    m_open.pop_back();
    m_nextCalls.pop_back();
    element.innerEnd = innerEnd;
    m_numBlocks -= element.tag == kBlockTag;
    m_open.back().quotesCall |= element.quotesCall;
    m_open.back().children.push_back(std::move(element));
}

bool CallReader::hasNextCall() const
{
    return std::any_of(m_nextCalls.begin(), std::prev(m_nextCalls.end()),
                       [](std::size_t begin) { return begin != 0; });
}

bool CallReader::insideBlock() const
{
    return m_numBlocks > 0;
}

CallReading CallReader::fault(std::string reason, std::size_t place) const
{
    CallReading reading;
    reading.kind = CallReading::Kind::Faulty;
    reading.fault.reason = std::move(reason);
    reading.fault.place = place;
    reading.fault.resume = m_textBegin;
    reading.fault.insideValue = m_open.size() > 1;
    const auto next = std::find_if(m_nextCalls.begin(), m_nextCalls.end(),
                                   [](std::size_t begin) { return begin != 0; });
    if (next != m_nextCalls.end())
        reading.fault.nextCall = *next;
    return reading;
}

} // namespace tf::text
