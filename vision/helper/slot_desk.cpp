#include "vision/helper/slot_desk.h"

#include <algorithm>
#include <utility>

namespace tf::vision {

namespace {

constexpr std::chrono::milliseconds kBetweenWords(200);

Error nonsenseFromAsker()
{
    return {Code::Network, "the asker speaks nonsense"};
}

} // namespace

SlotDesk::SlotDesk(const Channel& channel, FrameSlots slots)
    : m_channel(channel)
    , m_slots(std::move(slots))
    , m_isTaken(static_cast<std::size_t>(m_slots.layout().count), false)
{
}

Result<std::optional<std::int32_t>> SlotDesk::freeSlot()
{
    for (;;) {
        if (m_isEnough)
            return std::optional<std::int32_t>();
        const auto slot = std::find(m_isTaken.begin(), m_isTaken.end(), false);
        if (slot != m_isTaken.end())
            return std::optional(static_cast<std::int32_t>(slot - m_isTaken.begin()));
        TRY(listen());
    }
}

Result<> SlotDesk::show(const FrameSeen& seen)
{
    m_isTaken[static_cast<std::size_t>(seen.slot)] = true;
    return send(seen);
}

Result<> SlotDesk::tell(const ClipProgress& progress)
{
    const auto now = Deadline::Clock::now();
    if (now - m_lastWord < kBetweenWords)
        return {};
    while (m_channel.hasMore())
        TRY(listen());
    return send(progress);
}

Result<std::optional<FrameCall>> SlotDesk::nextCall()
{
    while (!m_call && !m_isEnough)
        TRY(listen());
    if (m_isEnough)
        return std::optional<FrameCall>();
    return std::exchange(m_call, std::nullopt);
}

Result<bool> SlotDesk::isReplaced()
{
    while (m_channel.hasMore())
        TRY(listen());
    return m_isEnough || m_call.has_value();
}

Result<> SlotDesk::listen()
{
    const auto parcel = TRY(m_channel.receive({}));
    const auto message = orderFromBytes(parcel.bytes);
    if (!message)
        return nonsenseFromAsker();
    if (std::holds_alternative<Enough>(*message)) {
        m_isEnough = true;
        return {};
    }
    if (const auto* call = std::get_if<FrameCall>(&*message); call != nullptr && m_takesCalls) {
        m_call = *call;
        return {};
    }
    const auto* back = std::get_if<SlotBack>(&*message);
    if (back == nullptr || std::cmp_greater_equal(back->slot, m_isTaken.size())
        || !m_isTaken[static_cast<std::size_t>(back->slot)])
        return nonsenseFromAsker();
    m_isTaken[static_cast<std::size_t>(back->slot)] = false;
    return {};
}

Result<> SlotDesk::send(const FromDecoder& message)
{
    m_lastWord = Deadline::Clock::now();
    return m_channel.send(toBytes(message), {}, {});
}

} // namespace tf::vision
