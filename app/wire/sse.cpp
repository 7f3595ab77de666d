#include "app/wire/sse.h"

#include "kernels/base/words.h"

#include <algorithm>

namespace tf::wire {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

} // namespace

SseParser::SseParser(SseLimits limits)
    : m_limits(limits)
{
}

std::vector<SseEvent> SseParser::feed(std::string_view bytes)
{
    std::vector<SseEvent> events;
    const auto room = m_limits.totalBytes - m_numBytes;
    const bool isTooMuch = bytes.size() > room;
    bytes = bytes.substr(0, room);
    while (!bytes.empty() && !m_fault) {
        if (m_lastWasCr && bytes.front() == '\n') {
            bytes.remove_prefix(1);
            ++m_numBytes;
            m_lastWasCr = false;
            continue;
        }
        m_lastWasCr = false;
        const auto end = std::min(bytes.find_first_of("\r\n"), bytes.size());
        // One byte beyond the limit is enough to know.
        m_line += bytes.substr(0, std::min(end, m_limits.eventBytes + 1 - m_line.size()));
        if (m_line.size() > m_limits.eventBytes) {
            refuse("a line", m_limits.eventBytes);
            break;
        }
        const bool isEnded = end < bytes.size();
        if (isEnded) {
            m_lastWasCr = bytes[end] == '\r';
            takeLine(events);
        }
        const auto numTaken = end + (isEnded ? 1 : 0);
        m_numBytes += numTaken;
        bytes.remove_prefix(numTaken);
    }
    if (isTooMuch && !m_fault)
        refuse("the stream", m_limits.totalBytes);
    return events;
}

std::vector<SseEvent> SseParser::finish()
{
    std::vector<SseEvent> events;
    if (m_fault)
        return events;
    if (!m_line.empty())
        takeLine(events);
    if (!m_fault && m_hasData)
        takeLine(events); // an empty one
    return events;
}

void SseParser::takeLine(std::vector<SseEvent>& events)
{
    std::string_view line = m_line;
    if (m_isFirstLine && line.starts_with(kByteOrderMark))
        line.remove_prefix(kByteOrderMark.size());
    m_isFirstLine = false;
    if (line.empty()) {
        if (m_hasData)
            events.push_back(std::move(m_event));
        m_event = {};
        m_hasData = false;
    } else {
        const auto colon = std::min(line.find(':'), line.size());
        auto value = line.substr(std::min(colon + 1, line.size()));
        if (value.starts_with(' '))
            value.remove_prefix(1);
        takeField(line.substr(0, colon), value);
    }
    m_line.clear();
}

void SseParser::takeField(std::string_view name, std::string_view value)
{
    if (name == "event")
        m_event.type = value;
    if (name != "data")
        return; // a comment, an id, a retry time, or what nobody knows
    if (m_event.data.size() + value.size() + 1 > m_limits.eventBytes) {
        refuse("an event", m_limits.eventBytes);
        return;
    }
    if (m_hasData)
        m_event.data += '\n';
    m_event.data += value;
    m_hasData = true;
}

void SseParser::refuse(std::string_view what, std::size_t limit)
{
    m_fault = Error{Code::BadInput,
                    words(what, " of the answer is longer than ", limit, " bytes; it was left")};
}

std::string sseFrame(std::string_view data)
{
    std::string frame;
    while (true) {
        const auto end = std::min(data.find('\n'), data.size());
        frame += "data: ";
        frame += data.substr(0, end);
        frame += '\n';
        if (end == data.size())
            break;
        data.remove_prefix(end + 1);
    }
    return frame + "\n";
}

} // namespace tf::wire
