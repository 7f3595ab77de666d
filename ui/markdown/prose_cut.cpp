#include "ui/markdown/prose_cut.h"

#include <algorithm>
#include <utility>

namespace tf::ui {

namespace {

constexpr int kMarkCost = 12; // stacked on the letter before it
constexpr int kPairCost = 6; // of half a character beyond the basic plane: mostly pictures
constexpr int kOtherCost = 2; // what the fonts of the desktop often lack
constexpr int kSpanCost = 24;
constexpr qsizetype kMostBack = 64; // how far a better place to cut is looked for

bool isStacked(QChar sign)
{
    return sign.isMark() || sign.unicode() == 0x200D;
}

int costOf(QChar sign)
{
    if (sign.unicode() < 0x250)
        return 1;
    if (isStacked(sign))
        return kMarkCost;
    return sign.isSurrogate() ? kPairCost : kOtherCost;
}

/// Between two characters that belong together.
bool isInside(const QString& text, qsizetype at)
{
    return text[at].isLowSurrogate() || isStacked(text[at]) || text[at - 1].unicode() == 0x200D;
}

/// Behind the last space before `end`, else between two characters.
qsizetype placeToCut(const QString& text, qsizetype begin, qsizetype end)
{
    const qsizetype least = std::max(begin + 1, end - kMostBack);
    for (qsizetype at = end; at >= least; --at) {
        if (text[at - 1] == u' ' || text[at - 1] == QChar::LineSeparator)
            return at;
    }
    for (qsizetype at = end; at >= least; --at) {
        if (!isInside(text, at))
            return at;
    }
    return text[end].isLowSurrogate() && end - 1 > begin ? end - 1 : end;
}

/// Where the stretch ends that begins there.
qsizetype endOf(const Prose& prose, qsizetype begin, int maxCost)
{
    const auto later = [begin](const Span& span) { return span.begin < begin; };
    auto span = std::partition_point(prose.spans.begin(), prose.spans.end(), later);
    int cost = 0;
    for (qsizetype at = begin; at < prose.text.size(); ++at) {
        cost += costOf(prose.text[at]);
        if (span != prose.spans.end() && span->begin == at) {
            cost += kSpanCost;
            ++span;
        }
        if (cost > maxCost && at > begin)
            return placeToCut(prose.text, begin, at);
    }
    return prose.text.size();
}

Prose stretchOf(const Prose& prose, qsizetype begin, qsizetype end)
{
    Prose stretch;
    stretch.text = prose.text.mid(begin, end - begin);
    const auto before = [begin](const Span& span) { return span.begin + span.length <= begin; };
    for (auto span = std::partition_point(prose.spans.begin(), prose.spans.end(), before);
         span != prose.spans.end() && span->begin < end; ++span) {
        const auto from = std::max<qsizetype>(span->begin, begin);
        const auto to = std::min<qsizetype>(span->begin + span->length, end);
        Span& part = stretch.spans.emplace_back(*span);
        part.begin = static_cast<std::int32_t>(from - begin);
        part.length = static_cast<std::int32_t>(to - from);
        const auto target = static_cast<std::size_t>(part.target);
        if (part.target < 0 || target >= prose.targets.size())
            continue;
        part.target = static_cast<std::int32_t>(stretch.targets.size());
        stretch.targets.push_back(prose.targets[target]);
    }
    return stretch;
}

} // namespace

std::vector<Prose> cutProse(Prose prose, int maxCost)
{
    std::vector<Prose> stretches;
    qsizetype begin = 0;
    for (qsizetype end = endOf(prose, begin, maxCost); end < prose.text.size();
         end = endOf(prose, begin, maxCost)) {
        stretches.push_back(stretchOf(prose, begin, end));
        begin = end;
    }
    if (begin == 0)
        stretches.push_back(std::move(prose));
    else
        stretches.push_back(stretchOf(prose, begin, prose.text.size()));
    return stretches;
}

} // namespace tf::ui
