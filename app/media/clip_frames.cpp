#include "app/media/clip_frames.h"

#include "app/media/seen_media.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <map>

namespace tf::app {

namespace {

using vision::ClipFacts;
using vision::Size;
using vision::SizeWish;

constexpr double kSlack = 1e-4; // seconds, for times that were rounded
constexpr std::int64_t kLegibleSide = 1008; // text of a screen can still be read
/// Of its frames, how many may differ from the one before.
constexpr double kMostMoving = 0.5;

/// The last frame that is there by then.
std::int64_t frameAt(std::span<const double> times, double seconds)
{
    const auto after = std::upper_bound(times.begin(), times.end(), seconds + kSlack);
    return std::max<std::int64_t>(after - times.begin() - 1, 0);
}

/// Chosen frames by index, so that each stands there once and in order.
class Choosing {
public:
    Choosing(const ClipFacts& facts, const ClipChoice& choice, const ClipTrace* trace)
        : m_times(facts.times)
        , m_choice(choice)
        , m_trace(trace)
    {
        const double to = choice.to > 0 ? choice.to : m_times.back();
        m_first = frameAt(m_times, std::max(choice.from, 0.0));
        if (m_times[static_cast<std::size_t>(m_first)] < choice.from - kSlack
            && m_first + 1 < std::ssize(m_times)
            && m_times[static_cast<std::size_t>(m_first) + 1] <= to + kSlack)
            ++m_first;
        m_end = std::max(frameAt(m_times, to), m_first) + 1;
    }

    std::vector<ChosenFrame> choose()
    {
        const auto sampling = m_choice.sampling;
        if (sampling == ClipSampling::Rate || sampling == ClipSampling::Both)
            addAtRate();
        if (sampling == ClipSampling::Moments || sampling == ClipSampling::Both)
            addMoments();
        if (sampling == ClipSampling::Both && m_trace != nullptr)
            leaveOutDuplicates();
        for (const double seconds : m_choice.dropped)
            m_chosen.erase(frameAt(m_times, seconds));
        for (const double seconds : m_choice.picked)
            add({frameAt(m_times, seconds), 0, FrameWhy::Picked, 0});
        std::vector<ChosenFrame> frames;
        for (const auto& [index, frame] : m_chosen)
            frames.push_back(frame);
        return frames;
    }

    [[nodiscard]] std::int64_t numDuplicates() const { return m_numDuplicates; }

private:
    void add(ChosenFrame frame)
    {
        frame.seconds = m_times[static_cast<std::size_t>(frame.index)];
        m_chosen.insert_or_assign(frame.index, frame);
    }

    void addAtRate()
    {
        const auto stretch = std::span(m_times).subspan(static_cast<std::size_t>(m_first),
                                                        static_cast<std::size_t>(m_end - m_first));
        const vision::FrameRule rule{m_choice.fps, vision::LastFrame::Always, {}};
        for (const auto place : vision::keptFrames(stretch, rule))
            add({m_first + place, 0, FrameWhy::Rate, 0});
    }

    void addMoments()
    {
        if (m_trace == nullptr)
            return;
        for (const vision::MomentSeen& moment : m_trace->moments) {
            if (moment.index >= m_first && moment.index < m_end)
                add({moment.index, 0, FrameWhy::Moment, moment.change});
        }
    }

    /// A frame at the rate says nothing when nothing changed since the frame before it.
    void leaveOutDuplicates()
    {
        const double read = m_trace->secondsRead;
        double before = -1;
        for (auto chosen = m_chosen.begin(); chosen != m_chosen.end();) {
            const ChosenFrame& frame = chosen->second;
            const bool isSame = before >= 0 && frame.why == FrameWhy::Rate
                && frame.seconds <= read + kSlack && !hasChange(before, frame.seconds);
            if (isSame) {
                chosen = m_chosen.erase(chosen);
                ++m_numDuplicates;
            } else {
                before = frame.seconds;
                ++chosen;
            }
        }
    }

    [[nodiscard]] bool hasChange(double after, double until) const
    {
        const auto& changes = m_trace->changes;
        const auto next = std::upper_bound(
            changes.begin(), changes.end(), after + kSlack,
            [](double time, const vision::ScreenChange& change) { return time < change.time; });
        return next != changes.end() && next->time <= until + kSlack;
    }

    const std::vector<double>& m_times;
    const ClipChoice& m_choice;
    const ClipTrace* m_trace;
    std::int64_t m_first = 0; ///< of the stretch
    std::int64_t m_end = 0;
    std::int64_t m_numDuplicates = 0;
    std::map<std::int64_t, ChosenFrame> m_chosen;
};

/// So many places of `length`, the first and the last among them.
std::vector<std::size_t> evenPlaces(std::size_t length, std::size_t count)
{
    if (count == 0)
        return {};
    if (count == 1)
        return {0};
    std::vector<std::size_t> places;
    for (std::size_t idx = 0; idx < count; ++idx)
        places.push_back((idx * (length - 1) + (count - 1) / 2) / (count - 1));
    return places;
}

std::vector<ChosenFrame> evenly(const std::vector<ChosenFrame>& frames, std::size_t count)
{
    std::vector<ChosenFrame> some;
    for (const auto place : evenPlaces(frames.size(), std::min(count, frames.size())))
        some.push_back(frames[place]);
    return some;
}

/// What was picked stays, then the largest changes, then the others evenly.
std::vector<ChosenFrame> thinned(const std::vector<ChosenFrame>& frames, std::size_t most)
{
    if (frames.size() <= most)
        return frames;
    std::vector<ChosenFrame> kept;
    std::vector<ChosenFrame> moments;
    std::vector<ChosenFrame> others;
    for (const ChosenFrame& frame : frames)
        (frame.why == FrameWhy::Picked       ? kept
             : frame.why == FrameWhy::Moment ? moments
                                             : others)
            .push_back(frame);
    kept = evenly(kept, most);
    std::stable_sort(moments.begin(), moments.end(),
                     [](const auto& a, const auto& b) { return a.change > b.change; });
    moments.resize(std::min(moments.size(), most - kept.size()));
    kept.insert(kept.end(), moments.begin(), moments.end());
    others = evenly(others, most - kept.size());
    kept.insert(kept.end(), others.begin(), others.end());
    std::sort(kept.begin(), kept.end(),
              [](const auto& a, const auto& b) { return a.index < b.index; });
    return kept;
}

/// What frames of one size cost.
class Bill {
public:
    Bill(const ClipRoom& room, Size size)
        : m_room(room)
        , m_size(size)
        , m_each(std::max<std::int64_t>(room.cost(size), 1))
    {
    }

    [[nodiscard]] std::int64_t units(std::span<const ChosenFrame> frames) const
    {
        return m_room.use == FrameUse::Pictures ? std::ssize(frames) : std::ssize(pairsOf(frames));
    }
    [[nodiscard]] std::int64_t tokens(std::span<const ChosenFrame> frames) const
    {
        return units(frames) * m_each;
    }
    [[nodiscard]] double capUsed(std::span<const ChosenFrame> frames) const
    {
        const double halves = m_room.use == FrameUse::Pictures ? 1 : 2;
        return static_cast<double>(m_size.area()) * halves * static_cast<double>(units(frames))
            / static_cast<double>(vision::kMaxClipPixels);
    }
    [[nodiscard]] bool fits(std::span<const ChosenFrame> frames) const
    {
        return capUsed(frames) <= 1 && (m_room.tokens <= 0 || tokens(frames) <= m_room.tokens);
    }
    /// More than these never fit.
    [[nodiscard]] std::int64_t mostFrames() const
    {
        const std::int64_t halves = m_room.use == FrameUse::Pictures ? 1 : 2;
        std::int64_t most = vision::kMaxClipPixels / std::max<std::int64_t>(m_size.area(), 1);
        if (m_room.tokens > 0)
            most = std::min(most, halves * (m_room.tokens / m_each));
        return most;
    }
    [[nodiscard]] std::string limit(std::span<const ChosenFrame> frames) const
    {
        if (m_room.tokens > 0 && tokens(frames) > m_room.tokens)
            return words(m_room.tokens, " tokens");
        return words(vision::kMaxClipPixels, " pixels");
    }

private:
    const ClipRoom& m_room;
    Size m_size;
    std::int64_t m_each;
};

/// The most of them that fit.
std::vector<ChosenFrame> fitting(const std::vector<ChosenFrame>& frames, const Bill& bill)
{
    for (auto count = std::min(std::ssize(frames), std::ptrdiff_t(bill.mostFrames())); count > 0;
         --count) {
        auto some = thinned(frames, static_cast<std::size_t>(count));
        if (bill.fits(some))
            return some;
    }
    return {};
}

std::size_t mostFrames(const ClipChoice& choice, const ClipRoom& room)
{
    std::int64_t most = vision::MediaLimits().keptFrames;
    if (room.frames > 0)
        most = std::min(most, room.frames);
    if (choice.maxFrames > 0)
        most = std::min(most, choice.maxFrames);
    return static_cast<std::size_t>(most);
}

Error tooLarge(Size size, const Bill& bill, std::span<const ChosenFrame> frames)
{
    const auto one = frames.first(1);
    return {Code::BadInput,
            words("one frame of ", size.width, " x ", size.height, " takes ", bill.tokens(one),
                  " tokens, more than ", bill.limit(one),
                  "; allow more, or choose a smaller tier")};
}

void sayWhatIsLeftOut(ClipFramesPlan& plan, std::span<const ChosenFrame> chosen,
                      std::span<const ChosenFrame> allowed, const Bill& bill)
{
    if (allowed.size() < chosen.size())
        plan.dropped.push_back(
            words(allowed.size(), " of ", chosen.size(), " frames are sent: no more are taken."));
    if (plan.frames.size() < allowed.size())
        plan.dropped.push_back(words(plan.frames.size(), " of ", allowed.size(),
                                     " frames are sent, to stay within ", bill.limit(allowed),
                                     "."));
}

/// As many of the allowed frames as fit, smaller ones before fewer ones.
Result<ClipFramesPlan> fittedPlan(Size source, std::span<const ChosenFrame> chosen,
                                  const std::vector<ChosenFrame>& allowed, const ClipRoom& room)
{
    ClipFramesPlan plan;
    plan.wish = room.wish;
    const Size wished = TRY(fittedSize(source, room.wish));
    const Bill wishedBill(room, wished);
    plan.size = wished;
    plan.capUsed = wishedBill.capUsed(chosen);
    plan.frames = fitting(allowed, wishedBill);
    const bool mayLower =
        room.wish.rule == vision::SizeRule::LongSide && room.wish.cap > kLegibleSide;
    if (mayLower && plan.frames.size() < allowed.size()) {
        plan.wish.cap = kLegibleSide;
        plan.size = TRY(fittedSize(source, plan.wish));
        plan.frames = fitting(allowed, Bill(room, plan.size));
        plan.dropped.push_back(words("Frames are ", plan.size.width, " x ", plan.size.height,
                                     " instead of ", wished.width, " x ", wished.height,
                                     ", to stay within ", wishedBill.limit(allowed), "."));
    }
    const Bill bill(room, plan.size);
    if (plan.frames.empty())
        return tooLarge(plan.size, bill, allowed);
    sayWhatIsLeftOut(plan, chosen, allowed, bill);
    plan.tokens = bill.tokens(plan.frames);
    plan.pairs = room.use == FrameUse::Pairs ? bill.units(plan.frames) : 0;
    return plan;
}

} // namespace

bool isScreenRecording(const ClipTrace& trace, const ClipFacts& facts)
{
    const auto numFrames = static_cast<double>(facts.times.size());
    return static_cast<double>(trace.changes.size()) <= kMostMoving * numFrames;
}

std::vector<FramePair> pairsOf(std::span<const ChosenFrame> frames)
{
    std::vector<FramePair> pairs;
    for (std::size_t place = 0; place < frames.size(); ++place) {
        const bool isShared = frames[place].why == FrameWhy::Rate && place + 1 < frames.size()
            && frames[place + 1].why == FrameWhy::Rate;
        pairs.push_back({place, isShared ? place + 1 : place});
        place += isShared ? 1 : 0;
    }
    return pairs;
}

Result<ClipFramesPlan> planFrames(const ClipFacts& facts, const ClipChoice& choice,
                                  const ClipTrace* trace, const ClipRoom& room)
{
    if (facts.times.empty())
        return Error(Code::BadInput, "the clip has no frames");
    if (!(choice.fps >= 0.2 && choice.fps <= 5)) // not-a-number neither
        return Error(Code::BadInput,
                     words(choice.fps, " frames a second are not between 0.2 and 5"));
    Choosing choosing(facts, choice, trace);
    const auto chosen = choosing.choose();
    if (chosen.empty())
        return Error(Code::BadInput, "no frame of it is chosen");
    const auto allowed = thinned(chosen, mostFrames(choice, room));
    ClipFramesPlan plan = TRY(fittedPlan(facts.size, chosen, allowed, room));
    plan.duplicates = choosing.numDuplicates();
    return plan;
}

} // namespace tf::app
