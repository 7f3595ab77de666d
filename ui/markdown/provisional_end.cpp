#include "ui/markdown/provisional_end.h"

#include "ui/markdown/formula_finder.h"
#include "ui/markdown/line_start.h"
#include "ui/markdown/prose.h"

#include <algorithm>
#include <vector>

namespace tf::ui {

namespace {

constexpr std::string_view kRunMarks = "*_~`";
constexpr std::size_t kMaxLinkText = 200; // a bracket that is open for longer is a bracket
constexpr std::size_t kMaxEntity = 10;
constexpr std::size_t kMaxAddress = 256;

bool isWhiteByte(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

bool isPunctuationByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    const bool isWord = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z')
        || (byte >= 'a' && byte <= 'z');
    return byte > 0x20 && byte < 0x7F && !isWord;
}

bool isLetterByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isEscaped(std::string_view text, std::size_t at)
{
    std::size_t slashes = 0;
    while (slashes < at && text[at - slashes - 1] == '\\')
        ++slashes;
    return slashes % 2 == 1;
}

/// Where an entity begins that the text ends in the middle of.
std::size_t openEntity(std::string_view text)
{
    const std::size_t from = text.size() - std::min(text.size(), kMaxEntity);
    auto at = text.substr(from).rfind('&');
    if (at == std::string_view::npos)
        return text.size();
    at += from;
    const auto name = text.substr(at + 1);
    const bool isName = std::all_of(name.begin(), name.end(), [](char c) {
        return isLetterByte(c) || (c >= '0' && c <= '9') || c == '#';
    });
    return isName ? at : text.size();
}

/// Without what may still become something else.
std::string_view withoutUndecided(std::string_view text)
{
    bool hadBracket = false;
    for (;;) {
        const std::size_t before = text.size();
        while (!text.empty() && isWhiteByte(text.back()))
            text.remove_suffix(1);
        if (!text.empty() && text.back() == '\\' && !isEscaped(text, text.size() - 1))
            text.remove_suffix(1);
        while (!text.empty() && kRunMarks.find(text.back()) != std::string_view::npos
               && !isEscaped(text, text.size() - 1))
            text.remove_suffix(1);
        while (!text.empty() && (text.back() == '$' || text.back() == '<')
               && !isEscaped(text, text.size() - 1))
            text.remove_suffix(1);
        if (!hadBracket && text.ends_with('[')) {
            hadBracket = true; // those before it may be hidden later
            text.remove_suffix(text.ends_with("![") ? 2 : 1);
        }
        text = text.substr(0, openEntity(text));
        if (text.size() == before)
            return text;
    }
}

class OpenMarks {
public:
    explicit OpenMarks(std::string_view text)
        : m_text(text)
        , m_formulas(formulasIn(text))
    {
        while (m_at < m_end)
            step();
    }

    ProvisionalEnd end() const
    {
        ProvisionalEnd end;
        std::vector<std::size_t> hidden = m_hidden;
        for (const Bracket& bracket : m_brackets) {
            if (m_text.size() - bracket.at <= kMaxLinkText)
                hide(hidden, bracket);
        }
        std::sort(hidden.begin(), hidden.end());
        for (std::size_t at = 0; at < m_end; ++at) {
            if (!std::binary_search(hidden.begin(), hidden.end(), at))
                end.text += m_text[at];
        }
        end.text += m_closer;
        for (auto run = m_runs.rbegin(); run != m_runs.rend(); ++run)
            end.text += std::string(run->count, run->mark);
        end.shown = m_text.size();
        end.marks = marks();
        end.isUnsure = !hidden.empty() || m_end < m_text.size() || m_isFormula;
        return end;
    }

private:
    struct Run {
        char mark = '*';
        std::size_t count = 0;
    };
    struct Bracket {
        std::size_t at = 0;
        bool isPicture = false;
    };

    static void hide(std::vector<std::size_t>& hidden, const Bracket& bracket)
    {
        hidden.push_back(bracket.at);
        if (bracket.isPicture)
            hidden.push_back(bracket.at - 1);
    }

    void step()
    {
        while (m_formula < m_formulas.size() && m_formulas[m_formula].begin < m_at)
            ++m_formula;
        if (m_formula < m_formulas.size() && m_formulas[m_formula].begin == m_at) {
            m_at = m_formulas[m_formula].end;
            return;
        }
        switch (m_text[m_at]) {
        case '\\':
            return readBackslash();
        case '`':
            return readCode();
        case '$':
            return readDollar();
        case '<':
            return readAddress();
        case '[':
            m_brackets.push_back({m_at, m_at > 0 && m_text[m_at - 1] == '!'});
            ++m_at;
            return;
        case ']':
            return readBracketEnd();
        case '*':
        case '_':
        case '~':
            return readRun();
        default:
            ++m_at;
        }
    }

    /// Nothing behind here is read as anything else.
    void stop(std::string closer)
    {
        m_closer = std::move(closer);
        m_at = m_end;
    }

    void readBackslash()
    {
        const auto rest = m_text.substr(m_at);
        const bool isRound = rest.starts_with("\\(");
        if (isRound || rest.starts_with("\\[")) {
            m_isFormula = true;
            return stop(isRound ? "\\)" : "\\]");
        }
        m_at += 2;
    }

    void readDollar()
    {
        const bool isDouble = m_text.substr(m_at).starts_with("$$");
        const std::size_t behind = m_at + (isDouble ? 2 : 1);
        const bool isTex = behind < m_text.size()
            && (isLetterByte(m_text[behind]) || m_text[behind] == '\\' || m_text[behind] == '{');
        const bool isAfterWord =
            m_at > 0 && !isWhiteByte(m_text[m_at - 1]) && !isPunctuationByte(m_text[m_at - 1]);
        const bool hasCode = m_lastTick != std::string_view::npos && m_lastTick > m_at;
        if (!isDouble && (!isTex || isAfterWord || hasCode)) {
            ++m_at;
            return;
        }
        m_isFormula = true;
        stop(isDouble ? "$$" : "$");
    }

    void readCode()
    {
        const std::size_t end = std::min(m_text.find_first_not_of('`', m_at), m_text.size());
        const std::size_t count = end - m_at;
        for (std::size_t at = m_text.find('`', end); at != std::string_view::npos;) {
            const std::size_t next = std::min(m_text.find_first_not_of('`', at), m_text.size());
            if (next - at == count) {
                m_at = next;
                return;
            }
            at = m_text.find('`', next);
        }
        m_isCode = true;
        stop(std::string(count, '`'));
    }

    void readAddress()
    {
        const bool isBegun = m_at + 1 < m_text.size() && isLetterByte(m_text[m_at + 1]);
        const auto near = m_text.substr(m_at, kMaxAddress);
        const auto end = isBegun ? near.find_first_of("> \t\n") : 0;
        if (end == std::string_view::npos && near.size() < kMaxAddress) {
            m_hidden.push_back(m_at); // <https://… whose end is on its way
            m_at = m_end;
            return;
        }
        const bool isClosed = end != std::string_view::npos && near[end] == '>';
        m_at += isClosed ? end + 1 : 1;
    }

    void readBracketEnd()
    {
        ++m_at;
        if (m_brackets.empty())
            return;
        const Bracket bracket = m_brackets.back();
        m_brackets.pop_back();
        const bool isLast = m_at == m_text.size();
        if (isLast) {
            hide(m_hidden, bracket);
            m_hidden.push_back(m_at - 1);
            return;
        }
        if (m_text[m_at] != '(')
            return;
        int depth = 0;
        for (std::size_t at = m_at; at < m_text.size(); ++at) {
            if (m_text[at] == '\\')
                ++at;
            else if (m_text[at] == '(')
                ++depth;
            else if (m_text[at] == ')' && --depth == 0) {
                m_at = at + 1;
                return;
            }
        }
        hide(m_hidden, bracket); // its address is on its way
        m_end = m_at - 1;
        m_at = m_end;
    }

    void readRun()
    {
        const char mark = m_text[m_at];
        const std::size_t end = std::min(m_text.find_first_not_of(mark, m_at), m_text.size());
        std::size_t count = end - m_at;
        const char before = m_at == 0 ? ' ' : m_text[m_at - 1];
        const char after = end == m_text.size() ? ' ' : m_text[end];
        m_at = end;
        const bool isLeft = !isWhiteByte(after)
            && (!isPunctuationByte(after) || isWhiteByte(before) || isPunctuationByte(before));
        const bool isRight = !isWhiteByte(before)
            && (!isPunctuationByte(before) || isWhiteByte(after) || isPunctuationByte(after));
        const bool isBar = mark == '_';
        const bool mayOpen = isLeft && (!isBar || !isRight || isPunctuationByte(before));
        const bool mayClose = isRight && (!isBar || !isLeft || isPunctuationByte(after));
        if (mark == '~' && count > 2)
            return;
        if (mayClose)
            count = close(mark, count);
        if (mayOpen && count > 0)
            m_runs.push_back({mark, count});
    }

    /// Returns how many of them are left.
    std::size_t close(char mark, std::size_t count)
    {
        while (count > 0) {
            const auto open = std::find_if(m_runs.rbegin(), m_runs.rend(), [&](const Run& run) {
                return run.mark == mark && (mark != '~' || run.count == count);
            });
            if (open == m_runs.rend())
                return count;
            m_runs.erase(open.base(), m_runs.end()); // what was open within is text
            Run& run = m_runs.back();
            const std::size_t used = std::min(run.count, count);
            run.count -= used;
            count -= used;
            if (run.count == 0)
                m_runs.pop_back();
        }
        return 0;
    }

    std::uint16_t marks() const
    {
        unsigned marks = m_isCode ? static_cast<unsigned>(Mark::Code) : 0U;
        for (const Run& run : m_runs) {
            if (run.mark == '~')
                marks |= static_cast<unsigned>(Mark::Struck);
            else if (run.count > 1)
                marks |= static_cast<unsigned>(Mark::Strong);
            if (run.mark != '~' && run.count % 2 == 1)
                marks |= static_cast<unsigned>(Mark::Emphasis);
        }
        return static_cast<std::uint16_t>(marks);
    }

    std::string_view m_text;
    std::vector<Formula> m_formulas;
    std::size_t m_formula = 0; ///< the next one
    std::size_t m_lastTick = m_text.rfind('`');
    std::size_t m_at = 0;
    std::size_t m_end = m_text.size(); ///< what stands behind is not shown
    std::vector<Run> m_runs; ///< that are open
    std::vector<Bracket> m_brackets; ///< the same
    std::vector<std::size_t> m_hidden;
    std::string m_closer; ///< of what nothing stands in
    bool m_isCode = false;
    bool m_isFormula = false;
};

} // namespace

bool mayMark(std::string_view text)
{
    return text.find_first_of("\\`*_~[]()<>&$") != std::string_view::npos;
}

ProvisionalEnd provisionalEnd(std::string_view lines)
{
    const std::string_view text = withoutUndecided(lines);
    if (!mayMark(text))
        return {std::string(text), text.size(), 0, false};
    return OpenMarks(text).end();
}

} // namespace tf::ui
