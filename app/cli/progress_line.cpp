#include "app/cli/progress_line.h"

#include "kernels/base/words.h"

#include <charconv>
#include <cmath>
#include <cstdio>

#include <unistd.h>

namespace tf::cli {

namespace {

constexpr auto kSilence = std::chrono::seconds(1);
constexpr auto kRewrite = std::chrono::milliseconds(200);
constexpr auto kNewLine = std::chrono::seconds(5);

std::string fixed(double number, int digits)
{
    char text[64];
    const auto end =
        std::to_chars(text, text + sizeof text, number, std::chars_format::fixed, digits).ptr;
    return {text, end};
}

} // namespace

ProgressLine::ProgressLine(Counted counted)
    : m_counted(counted)
    , m_isTerminal(isatty(STDERR_FILENO) == 1)
{
}

ProgressLine::~ProgressLine()
{
    if (m_isOpen)
        std::fputs("\n", stderr);
}

std::string ProgressLine::amount(double count) const
{
    if (m_counted == Counted::Tokens)
        return fixed(count, count < 10 && count != std::floor(count) ? 2 : 0);
    return words(fixed(count / (1 << 30), 2), " GiB");
}

void ProgressLine::show(std::string_view doing, std::uint64_t done, std::uint64_t total)
{
    const auto now = Clock::now();
    if (now - m_begin < kSilence)
        return;
    const bool isFirst = m_shown == m_begin;
    const bool isLast = total != 0 && done >= total;
    if (!isFirst && !isLast && now - m_shown < (m_isTerminal ? kRewrite : kNewLine))
        return;
    m_shown = now;
    m_isOpen = m_isTerminal;
    const double seconds = std::chrono::duration<double>(now - m_begin).count();
    const std::string ofTotal = total == 0 ? "" : words(" of ", amount(static_cast<double>(total)));
    const std::string line = words(
        m_isTerminal ? "\r" : "", "m3: ", doing, " ", amount(static_cast<double>(done)), ofTotal,
        ", ", amount(static_cast<double>(done) / seconds), "/s", m_isTerminal ? "    " : "\n");
    std::fputs(line.c_str(), stderr);
}

} // namespace tf::cli
