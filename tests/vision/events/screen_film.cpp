#include "tests/vision/events/screen_film.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <cmath>

namespace tf::test {

using namespace tf::vision;

namespace {

const char* nameOf(FrameReason reason)
{
    switch (reason) {
    case FrameReason::First:
        return "first";
    case FrameReason::Asked:
        return "asked";
    case FrameReason::BeforeChange:
        return "before";
    case FrameReason::AfterChange:
        return "after";
    case FrameReason::Last:
        return "last";
    }
    return "?";
}

bool contains(const std::vector<std::int64_t>& list, std::int64_t index)
{
    return std::find(list.begin(), list.end(), index) != list.end();
}

template <class List>
auto find(List& list, std::int64_t index)
{
    return std::find_if(list.begin(), list.end(),
                        [&](const Moment& moment) { return moment.index == index; });
}

} // namespace

ScreenFilm::ScreenFilm(std::int64_t maxFrames)
    : m_maxFrames(maxFrames)
    , m_finder(maxFrames)
{
}

void ScreenFilm::show(const SampleScreen& screen, const std::string& word, double seconds)
{
    const auto index = static_cast<std::int64_t>(m_words.size());
    m_words.push_back(word);
    apply(MUST(m_finder.look(index, m_now, screen.view())), index);
    const auto wanted = m_finder.holds();
    rule(wanted.size() <= 4, "more than four frames are held");
    for (const std::int64_t held : wanted)
        rule(held == index || contains(m_held, held), "a frame is wanted that was given back");
    m_held = wanted;
    m_now += seconds;
}

void ScreenFilm::hold(const SampleScreen& screen, const std::string& word, double seconds)
{
    for (auto frame = std::lround(seconds * 30); frame > 0; --frame)
        show(screen, word);
}

std::string ScreenFilm::finish()
{
    const auto verdict = MUST(m_finder.finish());
    apply(verdict, -1);
    m_again = verdict.again;
    for (const SeenAgain& again : m_again)
        rule(find(m_kept, again.like) != m_kept.end(), "seen again is what was not kept");
    rule(m_words.empty() || (!m_kept.empty() && m_kept.front().index == 0),
         "the first frame is gone");
    return told();
}

void ScreenFilm::apply(const Verdict& verdict, std::int64_t current)
{
    for (const std::int64_t index : verdict.dropped) {
        const auto kept = find(m_kept, index);
        rule(kept != m_kept.end(), "what is dropped was not kept");
        if (kept != m_kept.end())
            m_kept.erase(kept);
    }
    for (const Moment& moment : verdict.kept) {
        rule(moment.index == current || contains(m_held, moment.index),
             words("frame ", moment.index, " is kept that was given back"));
        rule(m_kept.empty() || m_kept.back().time < moment.time, "moments are out of order");
        m_kept.push_back(moment);
    }
    rule(static_cast<std::int64_t>(m_kept.size()) <= m_maxFrames,
         "more is kept than there is room");
}

void ScreenFilm::rule(bool holds, const std::string& words)
{
    if (!holds && m_broken.empty())
        m_broken = tf::words("frame ", m_words.size(), ": ", words);
}

std::string ScreenFilm::told() const
{
    std::map<std::int64_t, std::string> lines;
    for (const Moment& moment : m_kept)
        lines[moment.index] =
            words(nameOf(moment.reason), " ", m_words[static_cast<std::size_t>(moment.index)]);
    for (const SeenAgain& again : m_again)
        lines[again.index] = words("again ", m_words[static_cast<std::size_t>(again.like)]);
    std::string text;
    for (const auto& [index, line] : lines)
        text += (text.empty() ? "" : ", ") + line;
    return text;
}

} // namespace tf::test
