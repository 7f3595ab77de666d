#include "ui/transcript/layout/ink_states.h"

#include <algorithm>

namespace tf::ui {

namespace {

constexpr std::size_t kStepsAtOnce = 32; // 2,048 lines: a few milliseconds
constexpr qsizetype kMaxInked = 4000; // of a line: what is longer is no code that somebody reads

} // namespace

QStringView lineOf(const Code& code, std::size_t lineIdx)
{
    const qsizetype begin = code.lines[lineIdx];
    const qsizetype end =
        lineIdx + 1 < code.lines.size() ? code.lines[lineIdx + 1] - 1 : code.text.size();
    const QStringView line = QStringView(code.text).mid(begin, end - begin);
    return line.endsWith(u'\n') ? line.chopped(1) : line;
}

InkStates::InkStates(const QString& language)
    : m_language(language.isEmpty() ? nullptr : languageNamed(language))
{
}

void InkStates::readStep(const Code& code)
{
    const std::size_t first = (m_states.size() - 1) * kStep;
    LexState state = m_states.back();
    for (std::size_t idx = first; idx < first + kStep; ++idx)
        state = ink(*m_language, state, lineOf(code, idx).left(kMaxInked)).after;
    m_states.push_back(state);
}

void InkStates::advance(const Code& code)
{
    for (std::size_t step = 0; step < kStepsAtOnce && isBehind(); ++step)
        readStep(code);
}

std::vector<InkedLine> InkStates::lines(const Code& code, std::size_t first, std::size_t last)
{
    std::vector<InkedLine> inked(last - first);
    if (m_language == nullptr || first == last)
        return inked;
    const std::size_t step = first / kStep;
    m_wanted = std::max(m_wanted, step * kStep + 1);
    if (step >= m_states.size())
        advance(code);
    if (step >= m_states.size())
        return inked;
    LexState state = m_states[step];
    for (std::size_t idx = step * kStep; idx < last; ++idx) {
        InkedLine line = ink(*m_language, state, lineOf(code, idx).left(kMaxInked));
        state = line.after;
        if (idx + 1 == m_states.size() * kStep && idx + 1 < code.lines.size())
            m_states.push_back(state);
        if (idx >= first)
            inked[idx - first] = std::move(line);
    }
    return inked;
}

} // namespace tf::ui
