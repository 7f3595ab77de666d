#include "ui/viewer/line_inks.h"

#include <algorithm>
#include <chrono>

namespace tf::ui {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kSlice{6};
constexpr std::size_t kMostBytes = kMostShown * 4; // of UTF-8, for so many signs
constexpr qsizetype kMostInkedSigns =
    4000; // of a line: what is longer is no code that somebody reads

/// The sign that stands for one that nobody can see.
char16_t visible(char16_t sign)
{
    if (sign == u'\t' || (sign >= 0x20 && sign < 0x7f))
        return sign;
    if (sign < 0x20)
        return static_cast<char16_t>(0x2400 + sign); // "␀"
    if (sign == 0x7f)
        return 0x2421;
    const QChar c(sign);
    const bool isHidden = c.category() == QChar::Other_Format
        || c.category() == QChar::Other_Control || sign == QChar::LineSeparator
        || sign == QChar::ParagraphSeparator;
    return isHidden ? char16_t(QChar::ReplacementCharacter) : sign;
}

} // namespace

std::size_t numCut(std::string_view line)
{
    if (line.size() <= static_cast<std::size_t>(kMostShown))
        return 0;
    const QString shown =
        QString::fromUtf8(line.data(), qsizetype(std::min(line.size(), kMostBytes)));
    if (shown.size() <= kMostShown && line.size() <= kMostBytes)
        return 0;
    const auto kept = static_cast<std::size_t>(shown.left(kMostShown).toUtf8().size());
    return line.size() - std::min(kept, line.size());
}

QString shownLine(std::string_view line)
{
    const std::size_t size = std::min(line.size(), kMostBytes);
    QString shown = QString::fromUtf8(line.data(), static_cast<qsizetype>(size)).left(kMostShown);
    for (QChar& sign : shown)
        sign = QChar(visible(sign.unicode()));
    return shown;
}

void LineInks::readStep(const workspace::LineText& text)
{
    const std::size_t first = (m_states.size() - 1) * kStep;
    const std::size_t last = std::min(first + kStep, text.numLines());
    LexState state = m_states.back();
    for (std::size_t idx = first; idx < last; ++idx) {
        const std::string_view line = text.line(idx).substr(0, kMostInkedSigns);
        const QString words = QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size()));
        state = ink(*m_language, state, words).after;
    }
    m_states.push_back(state);
}

void LineInks::advance(const workspace::LineText& text)
{
    const auto end = Clock::now() + kSlice;
    while (isBehind() && Clock::now() < end)
        readStep(text);
}

std::vector<InkedLine> LineInks::lines(const workspace::LineText& text, std::size_t first,
                                       std::size_t last)
{
    std::vector<InkedLine> inked(last - first);
    if (m_language == nullptr || first == last)
        return inked;
    const std::size_t step = first / kStep;
    m_wanted = std::max(m_wanted, step * kStep + 1);
    if (step >= m_states.size())
        advance(text);
    if (step >= m_states.size())
        return inked;
    LexState state = m_states[step];
    for (std::size_t idx = step * kStep; idx < last; ++idx) {
        const QString words = shownLine(text.line(idx)).left(kMostInkedSigns);
        InkedLine line = ink(*m_language, state, words);
        state = line.after;
        if (idx >= first)
            inked[idx - first] = std::move(line);
    }
    return inked;
}

} // namespace tf::ui
