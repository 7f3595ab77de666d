#include "ui/code/pen.h"

#include <algorithm>

namespace tf::ui {

bool Pen::sees(std::string_view ascii) const
{
    const auto size = static_cast<qsizetype>(ascii.size());
    if (size > line.size() - at)
        return false;
    for (qsizetype place = 0; place < size; ++place) {
        if (line[at + place].unicode() != static_cast<unsigned char>(ascii[std::size_t(place)]))
            return false;
    }
    return true;
}

void Pen::mark(qsizetype begin, Ink ink)
{
    const qsizetype end = std::min(at, kMostInked);
    if (begin >= end || ink == Ink::Plain)
        return;
    if (!spans.empty()) {
        InkSpan& last = spans.back();
        if (last.ink == ink && last.begin + last.length == begin) {
            last.length = static_cast<std::int32_t>(end - last.begin);
            return;
        }
    }
    spans.push_back(
        {static_cast<std::int32_t>(begin), static_cast<std::int32_t>(end - begin), ink});
}

void Pen::take(qsizetype numLetters, Ink ink)
{
    const qsizetype begin = at;
    at = std::min(at + numLetters, line.size());
    mark(begin, ink);
}

void Pen::skipSpaces()
{
    while (isSpace(peek()))
        ++at;
}

void Pen::skipTo(std::u16string_view letters)
{
    while (!atEnd() && letters.find(peek()) == std::u16string_view::npos)
        ++at;
}

} // namespace tf::ui
