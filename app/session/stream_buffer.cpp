#include "app/session/stream_buffer.h"

#include "app/session/moment.h"
#include "app/session/replay.h"
#include "engine/json/utf8_repair.h"

namespace tf::session {

namespace {

/// A full disk is not asked again at the pace of the tokens.
constexpr std::chrono::seconds kPauseAfterTrouble{2};

} // namespace

StreamBuffer::StreamBuffer(std::chrono::milliseconds flushAfter)
    : m_flushAfter(flushAfter)
{
}

void StreamBuffer::add(const SessionId& id, TurnId turn, Part part)
{
    // A model may be cut off inside a character; the rest of the answer is not lost over it.
    part.text = json::repairedUtf8(part.text);
    if (!m_due)
        m_due = Clock::now() + m_flushAfter;
    for (Event& event : m_waiting) {
        auto& grew = std::get<PartsGrew>(event.change);
        if (event.session != id || grew.turn != turn)
            continue;
        if (part.kind == PartKind::TextWasReasoning)
            grew.parts.push_back(std::move(part)); // it means what was committed before, too
        else
            addPart(grew.parts, std::move(part));
        return;
    }
    m_waiting.push_back(
        {.session = id, .time = nowMs(), .change = PartsGrew{turn, {std::move(part)}}});
}

Result<> StreamBuffer::flush(Journal& journal)
{
    while (!m_refused.empty() || !m_waiting.empty()) {
        if (m_refused.empty())
            m_refused.swap(m_waiting);
        auto kept = append(journal);
        if (!kept) {
            m_due = Clock::now() + kPauseAfterTrouble;
            if (kept.error().code == Code::BadInput)
                m_refused.clear(); // no later try would end otherwise
            return std::move(kept).error();
        }
        m_refused.clear();
    }
    m_due.reset();
    return {};
}

/// What streams into a session that was deleted would bring it back.
Result<> StreamBuffer::append(Journal& journal)
{
    for (const Event& event : m_refused) {
        if (TRY(journal.has(event.session)))
            continue;
        std::erase_if(m_refused,
                      [id = event.session](const Event& one) { return one.session == id; });
        return append(journal);
    }
    if (!m_refused.empty())
        TRY(journal.append(m_refused));
    return {};
}

std::optional<StreamBuffer::Clock::time_point> StreamBuffer::due() const
{
    return m_due;
}

} // namespace tf::session
