#include "app/workspace/cited/cited_place.h"

#include "app/workspace/said.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace tf::workspace {

namespace {

using ingest::CiteState;

/// Files that a path may mean when it is not clear which.
std::vector<std::string> meantBy(std::string_view cited, const ingest::Sent& sent)
{
    while (cited.starts_with("./"))
        cited.remove_prefix(2);
    const auto ending = words('/', cited);
    std::set<std::string> paths;
    for (const ingest::SentFile& file : sent.files) {
        if (file.path.ends_with(ending))
            paths.insert(file.path);
    }
    return {paths.begin(), paths.end()};
}

/// Behind the last frame by more than frames ever are apart: the clip has ended by then.
bool isBehindAll(double seconds, std::vector<double> frames)
{
    if (frames.empty())
        return false;
    std::sort(frames.begin(), frames.end());
    double widest = 1;
    for (std::size_t idx = 1; idx < frames.size(); ++idx)
        widest = std::max(widest, frames[idx] - frames[idx - 1]);
    return seconds > frames.back() + widest;
}

CiteMark markOf(const ingest::Citation& citation, CiteState state, const ingest::Sent& sent)
{
    switch (state) {
    case CiteState::Sent:
        return CiteMark::Holds;
    case CiteState::Ambiguous:
        return CiteMark::Shaky;
    case CiteState::NoFrame:
        return isBehindAll(citation.seconds, sent.frames) || sent.frames.empty() ? CiteMark::Fails
                                                                                 : CiteMark::Shaky;
    default:
        return CiteMark::Fails;
    }
}

std::string nowLines(const session::LineRange& lines)
{
    return lines.first == lines.last ? words(lines.first) : words(lines.first, "–", lines.last);
}

std::string sentenceOfSent(const CitedPlace& place)
{
    if (place.citation.kind == ingest::CiteKind::Moment)
        return said(Said::tr("was sent"));
    switch (place.since) {
    case Since::Same:
        return said(Said::tr("was sent, and is unchanged"));
    case Since::Moved:
        return said(Said::tr("was sent; the same words are at line %1 now"), {nowLines(place.now)});
    case Since::Changed:
        return said(Said::tr("was sent, and changed since"));
    case Since::Gone:
        return said(Said::tr("was sent; the file is not there any more"));
    case Since::Unknown:
        return said(Said::tr("was sent"));
    }
    return {};
}

} // namespace

CitedPlace citedPlace(const ingest::Citation& citation, const ingest::Sent& sent)
{
    CitedPlace place{citation, ingest::check(citation, sent)};
    place.mark = markOf(citation, place.checked.state, sent);
    if (place.checked.state == CiteState::Ambiguous)
        place.candidates = meantBy(citation.path, sent);
    return place;
}

void holdAgainstNow(CitedPlace& place, const LineText& sent, const LineText& now,
                    const LineMap& map)
{
    if (place.mark != CiteMark::Holds || place.citation.kind != ingest::CiteKind::Lines)
        return;
    const auto first = static_cast<std::size_t>(place.citation.lines.first - 1);
    const auto last = static_cast<std::size_t>(place.citation.lines.last - 1);
    if (last >= sent.numLines())
        return;
    bool isUnmoved = last < now.numLines();
    for (std::size_t idx = first; isUnmoved && idx <= last; ++idx)
        isUnmoved = sent.line(idx) == now.line(idx);
    if (isUnmoved) {
        place.since = Since::Same;
        return;
    }
    const auto begin = map.nowOf(first);
    bool isWhole = begin.has_value();
    for (std::size_t idx = first; isWhole && idx <= last; ++idx)
        isWhole = map.nowOf(idx) == *begin + (idx - first);
    place.since = isWhole ? Since::Moved : Since::Changed;
    if (isWhole)
        place.now = {static_cast<std::int64_t>(*begin) + 1,
                     static_cast<std::int64_t>(*begin + (last - first)) + 1};
    place.mark = CiteMark::Shaky;
}

void holdAgainstNothing(CitedPlace& place)
{
    if (place.mark != CiteMark::Holds)
        return;
    place.since = Since::Gone;
    place.mark = CiteMark::Shaky;
}

std::string sentenceOf(const CitedPlace& place)
{
    if (place.mark == CiteMark::Unchecked)
        return said(Said::tr("is being checked"));
    switch (place.checked.state) {
    case CiteState::Sent:
        return sentenceOfSent(place);
    case CiteState::NoSuchFile:
        return said(Said::tr("no file of that name was sent"));
    case CiteState::NoSuchLines:
        return said(Said::tr("the file that was sent has fewer lines"));
    case CiteState::NotSent:
        return said(Said::tr("those lines were not sent"));
    case CiteState::NoFrame:
        return said(Said::tr("no frame within a second of it was sent"));
    case CiteState::PastEnd:
        return said(Said::tr("the clip ends before it"));
    case CiteState::Ambiguous:
        return said(Said::tr("several files that were sent end like that"));
    }
    return {};
}

std::string written(const ingest::Citation& citation)
{
    if (citation.kind == ingest::CiteKind::Lines)
        return citation.lines.first == citation.lines.last
            ? words(citation.path, ':', citation.lines.first)
            : words(citation.path, ':', citation.lines.first, '-', citation.lines.last);
    const auto tenths = static_cast<std::int64_t>(std::llround(citation.seconds * 10));
    const std::int64_t seconds = tenths / 10;
    const auto two = [](std::int64_t number) { return words(number < 10 ? "0" : "", number); };
    const std::string hours = seconds >= 3600 ? words(seconds / 3600, ':') : "";
    const std::string part = tenths % 10 == 0 ? "" : words('.', tenths % 10);
    return words('[', hours, two(seconds / 60 % 60), ':', two(seconds % 60), part, ']');
}

} // namespace tf::workspace
