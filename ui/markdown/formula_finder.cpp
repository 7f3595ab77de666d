#include "ui/markdown/formula_finder.h"

#include "ui/markdown/line_start.h"

#include <algorithm>
#include <set>

namespace tf::ui {

namespace {

bool isWordPart(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z')
        || (byte >= 'a' && byte <= 'z');
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

class FormulaFinder {
public:
    explicit FormulaFinder(std::string_view text)
        : m_text(text)
    {
    }

    std::vector<Formula> find()
    {
        while (m_at < m_text.size())
            step();
        return std::move(m_found);
    }

private:
    void step()
    {
        switch (m_text[m_at]) {
        case '`':
            return skipCode();
        case '\\':
            return readBackslash();
        case '$':
            return readDollar();
        case 'h':
            return skipAddress();
        default:
            ++m_at;
        }
    }

    void skipCode()
    {
        const std::size_t begin = m_at;
        const std::size_t end = std::min(m_text.find_first_not_of('`', m_at), m_text.size());
        const std::size_t count = end - begin;
        m_at = end;
        if (m_unclosedRuns.count(count) > 0)
            return;
        for (std::size_t at = m_text.find('`', end); at != std::string_view::npos;) {
            const std::size_t next = std::min(m_text.find_first_not_of('`', at), m_text.size());
            if (next - at == count) {
                m_at = next;
                return;
            }
            at = m_text.find('`', next);
        }
        m_unclosedRuns.insert(count);
    }

    void skipAddress()
    {
        const auto rest = m_text.substr(m_at);
        if (rest.starts_with("http://") || rest.starts_with("https://"))
            m_at = std::min(m_text.find_first_of(" \t\n", m_at), m_text.size());
        else
            ++m_at;
    }

    void readBackslash()
    {
        const auto rest = m_text.substr(m_at);
        if (rest.starts_with("\\(") && readUntil("\\)", m_hasRound))
            return;
        if (rest.starts_with("\\[") && readUntil("\\]", m_hasSquare))
            return;
        m_at += 2;
    }

    void readDollar()
    {
        const bool isDouble = m_text.substr(m_at).starts_with("$$");
        if (isDouble && readUntil("$$", m_hasDouble))
            return;
        if (!isDouble && readSingle())
            return;
        m_at += isDouble ? 2 : 1;
    }

    bool readUntil(std::string_view closer, bool& mayClose)
    {
        if (!mayClose)
            return false;
        const std::size_t end = m_text.find(closer, m_at + 2);
        mayClose = end != std::string_view::npos;
        if (!mayClose)
            return false;
        const auto tex = m_text.substr(m_at + 2, end - m_at - 2);
        if (tex.find_first_not_of(" \t\n") == std::string_view::npos)
            return false;
        add(tex, end + 2);
        return true;
    }

    bool readSingle()
    {
        const bool isAfterWord = m_at > 0 && isWordPart(m_text[m_at - 1]);
        if (isAfterWord || m_at < m_noSingleBefore || m_at + 1 >= m_text.size()
            || isSpace(m_text[m_at + 1]))
            return false;
        for (std::size_t at = m_text.find_first_of("$\\`", m_at + 1); at < m_text.size();
             at = m_text.find_first_of("$\\`", at)) {
            if (m_text[at] == '\\') {
                at += 2;
                continue;
            }
            if (m_text[at] == '`') {
                m_noSingleBefore = at;
                return false;
            }
            const bool endsWord = at + 1 == m_text.size() || !isWordPart(m_text[at + 1]);
            if (!isSpace(m_text[at - 1]) && at > m_at + 1 && endsWord) {
                add(m_text.substr(m_at + 1, at - m_at - 1), at + 1);
                return true;
            }
            ++at;
        }
        m_noSingleBefore = m_text.size();
        return false;
    }

    void add(std::string_view tex, std::size_t end)
    {
        m_found.push_back({m_at, end, trimmed(tex)});
        m_at = end;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<Formula> m_found;
    std::set<std::size_t> m_unclosedRuns; ///< of backticks: none of this length follows
    bool m_hasRound = true; ///< a closer may still come; false: none does, do not look again
    bool m_hasSquare = true;
    bool m_hasDouble = true;
    std::size_t m_noSingleBefore = 0; ///< no single dollar before this place closes anything
};

} // namespace

std::vector<Formula> formulasIn(std::string_view text)
{
    if (text.find_first_of("$\\") == std::string_view::npos)
        return {};
    return FormulaFinder(text).find();
}

} // namespace tf::ui
