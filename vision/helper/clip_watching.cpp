#include "vision/helper/clip_watching.h"

#include "vision/helper/frame_fit.h"

#include <algorithm>
#include <cstdlib>

namespace tf::vision {

namespace {

constexpr std::int64_t kKeptBytes = 128LL << 20;
constexpr std::int64_t kMostKeptFrames = 32;

} // namespace

ClipWatching::ClipWatching(ClipReader& reader, SlotDesk& desk)
    : m_reader(reader)
    , m_desk(desk)
    , m_reading(reader, desk)
{
    const auto bytesEach = std::max<std::int64_t>(reader.facts().size.area() * 3 / 2, 1);
    m_mostKept = static_cast<std::size_t>(
        std::clamp<std::int64_t>(kKeptBytes / bytesEach, 2, kMostKeptFrames));
}

Result<ClipDone> ClipWatching::run()
{
    m_desk.takeCalls();
    TRY(m_desk.say(Facts{m_reader.facts()}));
    for (;;) {
        const auto call = TRY(m_desk.nextCall());
        if (!call)
            return m_reading.done({});
        TRY(answer(*call));
    }
}

Result<> ClipWatching::answer(const FrameCall& call)
{
    if (std::cmp_greater_equal(call.index, m_reader.facts().times.size()))
        return m_desk.say(FrameMissing{call.call, "the clip has no such frame"});
    const auto frame = find(call.index);
    if (!frame && frame.error().code == Code::Network)
        return frame.error();
    if (!frame)
        return m_desk.say(FrameMissing{call.call, frame.error().text});
    if (*frame)
        return show(call, **frame);
    return {};
}

/// The frame that is on the screen at that index; nothing when another is wanted by now.
Result<std::optional<ClipFrame>> ClipWatching::find(std::int64_t index)
{
    if (const auto kept = m_kept.find(index); kept != m_kept.end())
        return std::optional(kept->second.share());
    TRY(m_reader.goTo(index));
    for (;;) {
        auto frame = TRY(m_reading.next());
        if (frame) {
            keep(*frame, index);
            if (frame->index() == index)
                return frame;
        }
        if (!frame || frame->index() > index) {
            if (m_desk.isEnough())
                return std::optional<ClipFrame>();
            // It cannot be decoded: a player shows the one before it for longer.
            if (const ClipFrame* before = heldAt(index))
                return std::optional(before->share());
            if (!frame)
                return Error(Code::Corrupt, "this part of the clip cannot be decoded");
            return frame;
        }
        if (TRY(m_desk.isReplaced()))
            return std::optional<ClipFrame>();
    }
}

const ClipFrame* ClipWatching::heldAt(std::int64_t index) const
{
    const auto after = m_kept.upper_bound(index);
    return after == m_kept.begin() ? nullptr : &std::prev(after)->second;
}

void ClipWatching::keep(const ClipFrame& frame, std::int64_t wanted)
{
    m_kept.insert_or_assign(frame.index(), frame.share());
    if (m_kept.size() <= m_mostKept)
        return;
    const bool isFirstFarther =
        wanted - m_kept.begin()->first > std::abs(m_kept.rbegin()->first - wanted);
    m_kept.erase(isFirstFarther ? m_kept.begin() : std::prev(m_kept.end()));
}

Result<> ClipWatching::show(const FrameCall& call, const ClipFrame& frame)
{
    const Size native = m_reader.facts().size;
    if (call.box.width < 1 || call.box.height < 1)
        return m_desk.say(FrameMissing{call.call, "a frame of no size was called for"});
    const Size size = insideBox(native, call.box);
    if (size.area() * 3 > m_desk.bytesEach())
        return m_desk.say(FrameMissing{call.call, "the frame is larger than the memory for it"});
    const auto slot = TRY(m_desk.freeSlot());
    if (!slot)
        return {};
    auto* pixels = m_desk.pixels(*slot);
    const auto painted = size == native ? frame.toRgb(pixels) : frame.toSmallRgb(size, pixels);
    if (!painted)
        return m_desk.say(FrameMissing{call.call, painted.error().text});
    return m_desk.show(
        {*slot, frame.index(), frame.time(), size, FrameReason::Asked, 0, call.call});
}

} // namespace tf::vision
