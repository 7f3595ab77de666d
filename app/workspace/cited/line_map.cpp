#include "app/workspace/cited/line_map.h"

#include <algorithm>
#include <unordered_map>

namespace tf::workspace {

namespace {

constexpr std::size_t kGone = static_cast<std::size_t>(-1);
/// A stretch without such lines is compared line by line up to this many pairs.
constexpr std::size_t kMostPairs = 40'000;
/// Each line is looked at about so many times; what is not settled then counts as changed.
constexpr std::size_t kMostLooks = 24;

struct Stretch {
    std::size_t before = 0;
    std::size_t beforeEnd = 0;
    std::size_t now = 0;
    std::size_t nowEnd = 0;
};

struct Pair {
    std::size_t before = 0;
    std::size_t now = 0;
};

class Matching {
public:
    Matching(const LineText& before, const LineText& now, std::vector<std::size_t>& nowOf)
        : m_before(before)
        , m_now(now)
        , m_nowOf(nowOf)
        , m_looksLeft(kMostLooks * (before.numLines() + now.numLines()))
    {
    }

    void run()
    {
        m_open.push_back({0, m_before.numLines(), 0, m_now.numLines()});
        while (!m_open.empty()) {
            Stretch stretch = m_open.back();
            m_open.pop_back();
            takeEnds(stretch);
            if (stretch.before == stretch.beforeEnd || stretch.now == stretch.nowEnd)
                continue;
            const std::size_t looks =
                stretch.beforeEnd - stretch.before + stretch.nowEnd - stretch.now;
            if (looks > m_looksLeft)
                break;
            m_looksLeft -= looks;
            const auto held = heldPairs(stretch);
            if (held.empty())
                compareAll(stretch);
            else
                split(stretch, held);
        }
    }

private:
    [[nodiscard]] bool isSame(std::size_t before, std::size_t now) const
    {
        return m_before.line(before) == m_now.line(now);
    }

    /// Lines that are the same at either end.
    void takeEnds(Stretch& stretch)
    {
        while (stretch.before < stretch.beforeEnd && stretch.now < stretch.nowEnd
               && isSame(stretch.before, stretch.now))
            m_nowOf[stretch.before++] = stretch.now++;
        while (stretch.before < stretch.beforeEnd && stretch.now < stretch.nowEnd
               && isSame(stretch.beforeEnd - 1, stretch.nowEnd - 1))
            m_nowOf[--stretch.beforeEnd] = --stretch.nowEnd;
    }

    /// Pairs of lines that occur once on each side, ascending on both.
    [[nodiscard]] std::vector<Pair> heldPairs(const Stretch& stretch) const
    {
        struct Seen {
            std::size_t numBefore = 0;
            std::size_t numNow = 0;
            std::size_t now = 0;
        };
        std::unordered_map<std::string_view, Seen> seen;
        for (std::size_t idx = stretch.before; idx < stretch.beforeEnd; ++idx)
            ++seen[m_before.line(idx)].numBefore;
        for (std::size_t idx = stretch.now; idx < stretch.nowEnd; ++idx) {
            const auto line = seen.find(m_now.line(idx));
            if (line == seen.end())
                continue;
            ++line->second.numNow;
            line->second.now = idx;
        }
        std::vector<Pair> pairs;
        for (std::size_t idx = stretch.before; idx < stretch.beforeEnd; ++idx) {
            const Seen& line = seen[m_before.line(idx)];
            if (line.numBefore == 1 && line.numNow == 1)
                pairs.push_back({idx, line.now});
        }
        return longestAscending(pairs);
    }

    static std::vector<Pair> longestAscending(const std::vector<Pair>& pairs)
    {
        std::vector<std::size_t> ends; // of the best row of each length
        std::vector<std::size_t> previous(pairs.size(), kGone);
        for (std::size_t idx = 0; idx < pairs.size(); ++idx) {
            const auto place = std::lower_bound(
                ends.begin(), ends.end(), pairs[idx].now,
                [&pairs](std::size_t end, std::size_t now) { return pairs[end].now < now; });
            if (place != ends.begin())
                previous[idx] = *std::prev(place);
            if (place == ends.end())
                ends.push_back(idx);
            else
                *place = idx;
        }
        std::vector<Pair> row;
        for (std::size_t idx = ends.empty() ? kGone : ends.back(); idx != kGone;
             idx = previous[idx])
            row.push_back(pairs[idx]);
        std::reverse(row.begin(), row.end());
        return row;
    }

    void split(const Stretch& stretch, const std::vector<Pair>& held)
    {
        Stretch open = stretch;
        for (const Pair& pair : held) {
            m_nowOf[pair.before] = pair.now;
            m_open.push_back({open.before, pair.before, open.now, pair.now});
            open.before = pair.before + 1;
            open.now = pair.now + 1;
        }
        m_open.push_back(open);
    }

    /// The longest row of lines that both sides have in common; nothing where that takes long.
    void compareAll(const Stretch& stretch)
    {
        const std::size_t numBefore = stretch.beforeEnd - stretch.before;
        const std::size_t numNow = stretch.nowEnd - stretch.now;
        if (numBefore > kMostPairs / numNow)
            return;
        const std::size_t width = numNow + 1;
        std::vector<std::uint32_t> length((numBefore + 1) * width, 0); // of the rest, from there
        for (std::size_t one = numBefore; one-- > 0;) {
            for (std::size_t other = numNow; other-- > 0;) {
                std::uint32_t& here = length[one * width + other];
                here = isSame(stretch.before + one, stretch.now + other)
                    ? length[(one + 1) * width + other + 1] + 1
                    : std::max(length[(one + 1) * width + other], length[one * width + other + 1]);
            }
        }
        for (std::size_t one = 0, other = 0; one < numBefore && other < numNow;) {
            if (isSame(stretch.before + one, stretch.now + other))
                m_nowOf[stretch.before + one++] = stretch.now + other++;
            else if (length[(one + 1) * width + other] >= length[one * width + other + 1])
                ++one;
            else
                ++other;
        }
    }

    const LineText& m_before;
    const LineText& m_now;
    std::vector<std::size_t>& m_nowOf;
    std::size_t m_looksLeft;
    std::vector<Stretch> m_open;
};

std::optional<std::size_t> placeIn(const std::vector<std::size_t>& places, std::size_t line)
{
    if (line >= places.size() || places[line] == kGone)
        return std::nullopt;
    return places[line];
}

std::size_t nearestIn(const std::vector<std::size_t>& places, std::size_t line)
{
    if (places.empty())
        return line;
    line = std::min(line, places.size() - 1);
    for (std::size_t back = 0; back <= line; ++back) {
        if (places[line - back] != kGone)
            return places[line - back] + back;
    }
    return line;
}

} // namespace

LineMap::LineMap(const LineText& before, const LineText& now)
    : m_now(before.numLines(), kGone)
    , m_before(now.numLines(), kGone)
{
    Matching(before, now, m_now).run();
    std::size_t numKept = 0;
    for (std::size_t idx = 0; idx < m_now.size(); ++idx) {
        if (m_now[idx] == kGone)
            continue;
        m_before[m_now[idx]] = idx;
        ++numKept;
    }
    m_isSame = numKept == m_now.size() && numKept == m_before.size();
}

std::optional<std::size_t> LineMap::nowOf(std::size_t before) const
{
    return placeIn(m_now, before);
}

std::optional<std::size_t> LineMap::beforeOf(std::size_t now) const
{
    return placeIn(m_before, now);
}

std::size_t LineMap::nearestNow(std::size_t before) const
{
    return nearestIn(m_now, before);
}

std::size_t LineMap::nearestBefore(std::size_t now) const
{
    return nearestIn(m_before, now);
}

} // namespace tf::workspace
