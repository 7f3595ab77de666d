#include "vision/clip/clip_plan.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <span>

namespace tf::vision {

namespace {

constexpr std::int64_t kMarks = 2; ///< of each pair, around its tokens
constexpr std::int64_t kLegibleCap = 1008; ///< below it a screen's text cannot be read
constexpr std::int64_t kLeastCap = 504; ///< the vendor's lowest
constexpr std::size_t kFewFrames = 4; ///< rather small frames than fewer of them
constexpr double kMinFps = 0.2;
constexpr double kMaxFps = 5;

/// `count` of `length` places, evenly, the first and the last among them. Requires: count > 1.
std::vector<std::size_t> evenPlaces(std::size_t length, std::size_t count)
{
    std::vector<std::size_t> places;
    for (std::size_t idx = 0; idx < count; ++idx)
        places.push_back((idx * (length - 1) + (count - 1) / 2) / (count - 1));
    return places;
}

/// What the kept frames of one clip cost, in whichever size and number.
class Cost {
public:
    Cost(std::span<const double> times, const std::vector<std::int64_t>& kept,
         const ClipBudget& budget, const TokenCounter& count)
        : m_budget(budget.tokens)
    {
        for (const std::int64_t idx : kept) {
            const double time = times[static_cast<std::size_t>(idx)];
            const auto stamp = pairStamps(std::span(&time, 1)).front();
            m_stamps.push_back(count(words("]<]", stamp, " seconds[>[")));
        }
    }

    [[nodiscard]] std::int64_t tokens(Size size, const std::vector<std::size_t>& places) const
    {
        std::int64_t sum = 0;
        for (std::size_t idx = 0; idx < places.size(); idx += 2)
            sum += m_stamps[places[idx]] + kMarks + tokensOf(size);
        return sum;
    }

    /// Counted with the second half of an odd last pair, as the tower sees it.
    [[nodiscard]] static bool isOverCap(Size size, std::size_t frames)
    {
        const auto pixels =
            static_cast<double>(size.area()) * 2.0 * static_cast<double>((frames + 1) / 2);
        return pixels > static_cast<double>(kMaxClipPixels);
    }

    [[nodiscard]] bool fits(Size size, const std::vector<std::size_t>& places) const
    {
        return !isOverCap(size, places.size())
            && (m_budget <= 0 || tokens(size, places) <= m_budget);
    }

    /// More frames than this do not fit, whatever their stamps cost.
    [[nodiscard]] std::size_t mostFrames(Size size) const
    {
        std::int64_t pairs = kMaxClipPixels / (2 * std::max<std::int64_t>(size.area(), 1));
        const std::int64_t least =
            *std::min_element(m_stamps.begin(), m_stamps.end()) + kMarks + tokensOf(size);
        if (m_budget > 0)
            pairs = std::min(pairs, m_budget / std::max<std::int64_t>(least, 1));
        return std::min(m_stamps.size(), static_cast<std::size_t>(2 * pairs));
    }

    /// What they go beyond, in words.
    [[nodiscard]] std::string limit(Size size, const std::vector<std::size_t>& places) const
    {
        if (m_budget > 0 && tokens(size, places) > m_budget)
            return words(m_budget, " tokens");
        return words(kMaxClipPixels, " pixels");
    }

private:
    std::int64_t m_budget;
    std::vector<std::int64_t> m_stamps; ///< tokens of each kept frame's stamp
};

std::vector<std::size_t> allPlaces(std::size_t length)
{
    std::vector<std::size_t> places(length);
    for (std::size_t idx = 0; idx < length; ++idx)
        places[idx] = idx;
    return places;
}

/// The largest number of frames that fits; nothing when not even one pair does.
std::vector<std::size_t> thinnedPlaces(const Cost& cost, Size size, std::size_t length)
{
    const std::size_t least = std::min<std::size_t>(length, 2);
    for (std::size_t count = cost.mostFrames(size); count >= least; --count) {
        auto places = count == length ? allPlaces(length) : evenPlaces(length, count);
        if (cost.fits(size, places))
            return places;
    }
    return {};
}

/// What is seen of a clip at one size.
struct Seen {
    SizeWish wish;
    Size size;
    std::vector<std::size_t> places;
};

Result<Seen> seenAt(const SizeWish& wish, const Cost& cost, Size source, std::size_t length)
{
    Seen seen{wish, {}, {}};
    seen.size = TRY(fittedSize(source, wish));
    seen.places = thinnedPlaces(cost, seen.size, length);
    return seen;
}

/// Lowers the tier while frames are missing: first as far as text stays legible, further only
/// where hardly any frames would be left.
Result<Seen> bestSeen(const SizeWish& wish, const Cost& cost, Size source, std::size_t length,
                      bool mayLower)
{
    auto seen = TRY(seenAt(wish, cost, source, length));
    if (!mayLower)
        return seen;
    if (seen.places.size() < length && seen.wish.cap > kLegibleCap)
        seen = TRY(seenAt({wish.rule, kLegibleCap}, cost, source, length));
    if (seen.places.size() < std::min(length, kFewFrames) && seen.wish.cap > kLeastCap)
        seen = TRY(seenAt({wish.rule, kLeastCap}, cost, source, length));
    return seen;
}

Result<> checkAsked(std::span<const double> times, const SizeWish& wish, const FrameRule& rule)
{
    if (times.empty())
        return Error(Code::BadInput, "the clip has no frames");
    if (wish.rule == SizeRule::Native)
        return Error(Code::BadInput, "frames of a clip need a size that the model takes");
    if (!(rule.fps >= kMinFps && rule.fps <= kMaxFps))
        return Error(
            Code::BadInput,
            words(rule.fps, " frames a second are not between ", kMinFps, " and ", kMaxFps));
    return {};
}

} // namespace

Result<ClipPlan> planClip(std::span<const double> times, Size source, const SizeWish& wish,
                          const FrameRule& rule, const ClipBudget& budget,
                          const TokenCounter& count)
{
    TRY(checkAsked(times, wish, rule));
    const auto kept = keptFrames(times, rule);
    const Cost cost(times, kept, budget, count);
    const Size wished = TRY(fittedSize(source, wish));
    const bool mayLower = budget.mayLowerTier && wish.rule == SizeRule::LongSide;
    const auto [seenWish, size, places] = TRY(bestSeen(wish, cost, source, kept.size(), mayLower));
    if (places.empty())
        return Error(Code::BadInput,
                     words("one pair of frames of ", size.width, " x ", size.height, " takes ",
                           cost.tokens(size, {0}), " tokens, more than ", cost.limit(size, {0}),
                           "; allow more, or choose a smaller tier"));
    ClipPlan plan;
    plan.wish = seenWish;
    plan.size = size;
    const auto all = allPlaces(kept.size());
    if (!(size == wished))
        plan.dropped.push_back(words("Frames are ", size.width, " x ", size.height, " instead of ",
                                     wished.width, " x ", wished.height, ", to stay within ",
                                     cost.limit(wished, all), "."));
    if (places.size() < kept.size())
        plan.dropped.push_back(words(places.size(), " of ", kept.size(),
                                     " frames are seen, evenly spread, to stay within ",
                                     cost.limit(size, all), "."));
    for (const std::size_t place : places) {
        plan.frames.push_back(kept[place]);
        plan.times.push_back(times[static_cast<std::size_t>(kept[place])]);
    }
    plan.tokens = cost.tokens(size, places);
    return plan;
}

} // namespace tf::vision
