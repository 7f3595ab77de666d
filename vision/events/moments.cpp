#include "vision/events/moments.h"

#include "vision/events/kept_moments.h"
#include "vision/events/tile_motion.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace tf::vision {

namespace {

/// Shares of the screen. A change of 1 % is to be found; letters fill about half of their lines.
constexpr float kEvent = 0.005F;
constexpr float kMotion = 0.002F;
/// Seconds. A screen that stood still for so long is worth a look, and a shorter one if it is the
/// longest of a burst.
constexpr double kStill = 0.3;
constexpr double kFlash = 0.1;
constexpr double kEndless = 2;
constexpr double kPatience = 0.1; ///< between two looks at what small steps add up to
/// What a frame of something that never rests weighs beside one of a change that has an end.
constexpr float kRestlessWeight = 0.1F;
constexpr float kFlashWeight = 0.5F;
constexpr float kBeforeWeight = 0.5F;

} // namespace

class MomentFinder::Search {
public:
    explicit Search(std::int64_t maxFrames)
        : m_kept(maxFrames)
    {
    }

    Result<Verdict> look(FrameLook frame);
    Result<Verdict> finish();
    [[nodiscard]] std::vector<std::int64_t> holds() const;
    [[nodiscard]] float change() const;

private:
    /// A time of motion, until the screen has stood still.
    struct Burst {
        std::optional<FrameLook> before;
        double began = 0;
        double movedAt = 0;
        std::optional<FrameLook> flash; ///< what stood longest in between
        double flashHeld = 0;
    };

    Result<> begin(const FrameLook& frame);
    Result<> follow(const FrameLook& frame);
    Result<> compare(const FrameLook& frame);
    void moved(const FrameLook& frame);
    Result<> lookAtEndless(const FrameLook& frame);
    Result<> settle(FrameReason reason);
    Result<> offerBefore(std::optional<FrameLook> before);
    Result<bool> offerFlash(const Burst& burst);
    Result<bool> offerStill(const Burst& burst, FrameReason reason);
    [[nodiscard]] Result<float> calmChange(const SmallScreen& from, const SmallScreen& to) const;

    KeptMoments m_kept;
    std::optional<TileMotion> m_motion;
    std::optional<FrameLook> m_previous;
    std::shared_ptr<const SmallScreen> m_beforeIt; ///< the screen before that of m_previous
    std::shared_ptr<const SmallScreen> m_reference; ///< the last screen that was offered
    double m_offeredAt = 0;
    std::optional<Burst> m_burst;
    bool m_stirred = false; ///< since the last comparison with the reference
    double m_comparedAt = 0;
};

namespace {

Result<float> wholeChange(const SmallScreen& from, const SmallScreen& to)
{
    return patchedShare(changedTiles(from, to));
}

TileMask nothingOf(const TileMask& mask)
{
    return {mask.grid, std::vector<std::uint8_t>(mask.tiles.size(), 0)};
}

} // namespace

Result<Verdict> MomentFinder::Search::look(FrameLook frame)
{
    if (!m_previous) {
        TRY(begin(frame));
    } else {
        if (m_burst && frame.time - m_burst->movedAt >= kStill)
            TRY(settle(FrameReason::AfterChange));
        if (!m_motion->restless().empty() || *frame.screen != *m_previous->screen)
            TRY(follow(frame));
        if (!m_burst && m_stirred && frame.time - m_comparedAt >= kPatience)
            TRY(compare(frame));
    }
    if (m_previous)
        m_beforeIt = m_previous->screen;
    m_previous = std::move(frame);
    return m_kept.judge();
}

Result<Verdict> MomentFinder::Search::finish()
{
    if (!m_previous)
        return Verdict{};
    if (m_burst)
        TRY(settle(FrameReason::Last));
    const float change = TRY(wholeChange(*m_reference, *m_previous->screen));
    TRY(m_kept.offer(*m_previous, {FrameReason::Last, change, 1}, nothingOf(m_motion->restless())));
    auto verdict = m_kept.judge();
    verdict.again = m_kept.seenAgain();
    return verdict;
}

std::vector<std::int64_t> MomentFinder::Search::holds() const
{
    std::vector<std::int64_t> indices;
    if (m_burst && m_burst->before)
        indices.push_back(m_burst->before->index);
    if (m_burst && m_burst->flash)
        indices.push_back(m_burst->flash->index);
    if (m_previous)
        indices.push_back(m_previous->index);
    return indices;
}

float MomentFinder::Search::change() const
{
    if (!m_beforeIt || *m_beforeIt == *m_previous->screen)
        return 0;
    const auto mask = changedTiles(*m_beforeIt, *m_previous->screen);
    const auto numChanged = std::count(mask.tiles.begin(), mask.tiles.end(), std::uint8_t{255});
    return mask.tiles.empty()
        ? 0
        : static_cast<float>(numChanged) / static_cast<float>(mask.tiles.size());
}

Result<> MomentFinder::Search::begin(const FrameLook& frame)
{
    m_motion.emplace(*frame.screen);
    m_reference = frame.screen;
    m_offeredAt = frame.time;
    return m_kept.offer(frame, {FrameReason::First, 1, 1}, m_motion->restless());
}

Result<> MomentFinder::Search::follow(const FrameLook& frame)
{
    const float motion = TRY(m_motion->look(frame.time, *frame.screen));
    m_stirred = true;
    if (motion >= kMotion)
        moved(frame);
    return lookAtEndless(frame);
}

/// Whether small steps have added up.
Result<> MomentFinder::Search::compare(const FrameLook& frame)
{
    m_stirred = false;
    m_comparedAt = frame.time;
    if (TRY(calmChange(*m_reference, *frame.screen)) >= kEvent)
        m_burst = Burst{{}, frame.time, frame.time, {}, 0};
    return {};
}

void MomentFinder::Search::moved(const FrameLook& frame)
{
    if (!m_burst)
        m_burst = Burst{m_previous, frame.time, frame.time, {}, 0};
    const double held = frame.time - m_burst->movedAt;
    if (held >= kFlash && held > m_burst->flashHeld) {
        m_burst->flash = m_previous;
        m_burst->flashHeld = held;
    }
    m_burst->movedAt = frame.time;
}

Result<> MomentFinder::Search::lookAtEndless(const FrameLook& frame)
{
    if (frame.time - m_offeredAt < kEndless)
        return {};
    const bool drags = m_burst && frame.time - m_burst->began >= kEndless;
    if (!drags && TRY(patchedShare(m_motion->restless())) < kEvent)
        return {};
    const float change = TRY(wholeChange(*m_reference, *frame.screen));
    if (change < kEvent)
        return {};
    if (m_burst) {
        TRY(offerBefore(std::exchange(m_burst->before, {})));
        m_burst->flash.reset(); // it would come after this frame, and is older
        m_burst->flashHeld = 0;
    }
    m_reference = frame.screen;
    m_offeredAt = frame.time;
    return m_kept.offer(frame, {FrameReason::AfterChange, change, change * kRestlessWeight},
                        nothingOf(m_motion->restless()));
}

/// The frame before this one stood still at the end of a burst.
Result<> MomentFinder::Search::settle(FrameReason reason)
{
    const Burst burst = *std::exchange(m_burst, {});
    const bool flashed = TRY(offerFlash(burst));
    const bool changed = TRY(offerStill(burst, reason));
    if (flashed || changed) {
        m_reference = m_previous->screen;
        m_offeredAt = m_previous->time;
    }
    return {};
}

Result<bool> MomentFinder::Search::offerFlash(const Burst& burst)
{
    if (!burst.flash)
        return false;
    const SmallScreen& flash = *burst.flash->screen;
    const float came = TRY(calmChange(*m_reference, flash));
    const float went = TRY(calmChange(flash, *m_previous->screen));
    const float change = std::min(came, went);
    if (change < kEvent)
        return false;
    TRY(offerBefore(burst.before));
    TRY(m_kept.offer(*burst.flash, {FrameReason::AfterChange, change, change * kFlashWeight},
                     m_motion->restless()));
    m_reference = burst.flash->screen; // so that its end is a change too
    return true;
}

Result<bool> MomentFinder::Search::offerStill(const Burst& burst, FrameReason reason)
{
    const SmallScreen& still = *m_previous->screen;
    const float whole = TRY(wholeChange(*m_reference, still));
    float calm = TRY(calmChange(*m_reference, still));
    if (burst.before)
        calm = std::max(calm, TRY(calmChange(*burst.before->screen, still)));
    const bool isDue = m_previous->time - m_offeredAt >= kEndless;
    if (calm < kEvent && (whole < kEvent || !isDue))
        return false;
    TRY(offerBefore(burst.before));
    const float change = std::max(whole, calm);
    // What came of the restless part alone is told apart by it alone.
    const TileMask& restless = m_motion->restless();
    TRY(m_kept.offer(*m_previous, {reason, change, calm + (change - calm) * kRestlessWeight},
                     calm < kEvent ? nothingOf(restless) : restless));
    return true;
}

Result<> MomentFinder::Search::offerBefore(std::optional<FrameLook> before)
{
    if (!before)
        return {};
    const float change = TRY(wholeChange(*m_reference, *before->screen));
    return m_kept.offer(*before, {FrameReason::BeforeChange, change, change * kBeforeWeight},
                        m_motion->restless());
}

Result<float> MomentFinder::Search::calmChange(const SmallScreen& from, const SmallScreen& to) const
{
    auto changed = changedTiles(from, to);
    if (changed.grid == m_motion->restless().grid)
        changed.remove(m_motion->restless());
    return patchedShare(changed);
}

MomentFinder::MomentFinder(std::int64_t maxFrames)
    : m_search(std::make_unique<Search>(maxFrames))
{
}

MomentFinder::MomentFinder(MomentFinder&&) noexcept = default;
MomentFinder& MomentFinder::operator=(MomentFinder&&) noexcept = default;
MomentFinder::~MomentFinder() = default;

Result<Verdict> MomentFinder::look(std::int64_t index, double time, const ScreenView& screen)
{
    auto small = TRY(scaledDown(screen));
    return m_search->look({index, time, std::make_shared<const SmallScreen>(std::move(small))});
}

float MomentFinder::change() const
{
    return m_search->change();
}

Result<Verdict> MomentFinder::finish()
{
    return m_search->finish();
}

std::vector<std::int64_t> MomentFinder::holds() const
{
    return m_search->holds();
}

} // namespace tf::vision
