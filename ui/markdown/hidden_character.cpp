#include "ui/markdown/hidden_character.h"

#include <QStringView>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr char32_t kJoiners[] = {0x200C, 0x200D};
constexpr char32_t kBlackFlag = 0x1F3F4; // tags behind it name a region

struct Range {
    char32_t first;
    char32_t last;
};

// Controls; paragraph end, embeddings, overrides and isolates; tags.
constexpr Range kEverywhere[] = {{0x00, 0x08},      {0x0B, 0x0C},     {0x0E, 0x1F},
                                 {0x7F, 0x9F},      {0x2029, 0x202E}, {0x2066, 0x2069},
                                 {0xE0000, 0xE007F}};
// Soft hyphen, letter mark, fillers, zero widths, direction marks, separators, invisible operators.
constexpr Range kExact[] = {{0xAD, 0xAD},     {0x34F, 0x34F},   {0x61C, 0x61C},   {0x115F, 0x1160},
                            {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x2028}, {0x2060, 0x2065},
                            {0x206A, 0x206F}, {0x3164, 0x3164}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0},
                            {0xFFF9, 0xFFFB}};

template <std::size_t count>
bool isIn(const Range (&ranges)[count], char32_t character)
{
    return std::any_of(std::begin(ranges), std::end(ranges), [character](Range range) {
        return character >= range.first && character <= range.last;
    });
}

bool isTag(char32_t character)
{
    return character >= 0xE0020 && character <= 0xE007F;
}

struct Read {
    char32_t character = 0;
    qsizetype size = 1;
};

Read readAt(QStringView text, qsizetype idx)
{
    const QChar unit = text[idx];
    if (unit.isHighSurrogate() && idx + 1 < text.size() && text[idx + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(unit, text[idx + 1]), 2};
    return {unit.unicode(), 1};
}

} // namespace

bool isHidden(char32_t character, char32_t before, Strictness strictness)
{
    if (character >= 0x20 && character < 0x7F)
        return false;
    if (isTag(character) && (before == kBlackFlag || isTag(before)))
        return strictness == Strictness::Exact;
    if (isIn(kEverywhere, character))
        return true;
    if (strictness == Strictness::Prose)
        return false;
    const bool isJoiner =
        std::find(std::begin(kJoiners), std::end(kJoiners), character) != std::end(kJoiners);
    if (isJoiner && before > 0xFF && !isIn(kExact, before))
        return false;
    return isIn(kExact, character);
}

QString writtenOut(char32_t character)
{
    return QStringLiteral("<U+%1>")
        .arg(static_cast<uint>(character), 4, 16, QLatin1Char('0'))
        .toUpper();
}

void appendRevealed(Prose& prose, QStringView text, Span look, Strictness strictness)
{
    const auto add = [&](QStringView part, std::uint16_t marks) {
        if (part.isEmpty())
            return;
        Span span = look;
        span.marks = marks;
        span.begin = static_cast<std::int32_t>(prose.text.size());
        span.length = static_cast<std::int32_t>(part.size());
        prose.text += part;
        if (marks == 0)
            return;
        if (!prose.spans.empty()) {
            Span& last = prose.spans.back();
            if (last.begin + last.length == span.begin && last.marks == span.marks
                && last.target == span.target) {
                last.length += span.length;
                return;
            }
        }
        prose.spans.push_back(span);
    };
    const auto hiddenMarks =
        static_cast<std::uint16_t>(look.marks | static_cast<unsigned>(Mark::Revealed));
    char32_t before = 0;
    qsizetype begin = 0;
    for (qsizetype idx = 0; idx < text.size();) {
        const Read read = readAt(text, idx);
        if (isHidden(read.character, before, strictness)) {
            add(text.sliced(begin, idx - begin), look.marks);
            add(writtenOut(read.character), hiddenMarks);
            begin = idx + read.size;
        }
        before = read.character;
        idx += read.size;
    }
    add(text.sliced(begin), look.marks);
}

QString revealed(QStringView text)
{
    Prose prose;
    appendRevealed(prose, text, {}, Strictness::Exact);
    return prose.text;
}

} // namespace tf::ui
