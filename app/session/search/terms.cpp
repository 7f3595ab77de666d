#include "app/session/search/terms.h"

#include <QChar>
#include <QList>
#include <QString>

#include <algorithm>

namespace tf::session {

namespace {

struct Letter {
    char32_t code = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

enum class Script : std::uint8_t { None, Spaced, Unspaced };

/// Reads broken UTF-8 a byte at a time, as something that is no letter.
Letter letterAt(std::string_view text, std::size_t at)
{
    const auto byteAt = [&](std::size_t idx) {
        return idx < text.size() ? static_cast<unsigned char>(text[idx]) : 0U;
    };
    const unsigned first = byteAt(at);
    const std::size_t size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    char32_t code = size == 1 ? first : first & (0xffU >> (size + 1));
    for (std::size_t idx = 1; idx < size; ++idx) {
        if ((byteAt(at + idx) & 0xc0U) != 0x80U)
            return {0, at, at + 1};
        code = code << 6 | (byteAt(at + idx) & 0x3fU);
    }
    return {code, at, at + size};
}

bool isUnspaced(char32_t code)
{
    struct Range {
        char32_t first;
        char32_t last;
    };
    constexpr Range kRanges[] = {
        {0x0e01, 0x0eff}, // Thai, Lao
        {0x1000, 0x109f}, // Myanmar
        {0x1780, 0x17ff}, // Khmer
        {0x3005, 0x3007}, {0x3041, 0x30ff}, {0x31f0, 0x31ff}, {0x3400, 0x4dbf},   {0x4e00, 0x9fff},
        {0xac00, 0xd7af}, {0xf900, 0xfaff}, {0xff66, 0xff9d}, {0x20000, 0x3ffff},
    };
    return std::any_of(std::begin(kRanges), std::end(kRanges),
                       [code](Range range) { return code >= range.first && code <= range.last; });
}

Script scriptOf(char32_t code)
{
    if (code < 0x80) {
        const bool isWord = (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z')
            || (code >= '0' && code <= '9');
        return isWord ? Script::Spaced : Script::None;
    }
    if (!QChar::isLetterOrNumber(code) && !QChar::isMark(code))
        return Script::None;
    return isUnspaced(code) ? Script::Unspaced : Script::Spaced;
}

/// Without accent, width and case; 0 for a mark that is an accent itself.
char32_t folded(char32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z' ? code + 32 : code;
    const auto tag = QChar::decompositionTag(code);
    if (isUnspaced(code) && tag != QChar::Narrow)
        return code; // taken apart, a syllable of Hangul would become a letter
    if (QChar::category(code) == QChar::Mark_NonSpacing)
        return 0;
    if (tag == QChar::Canonical || tag == QChar::Wide || tag == QChar::Narrow) {
        const auto parts = QChar::decomposition(code).toUcs4();
        if (!parts.isEmpty() && parts[0] != code)
            return folded(parts[0]);
    }
    return QChar::toCaseFolded(code);
}

void append(std::string& out, char32_t code)
{
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xc0U | code >> 6);
        out += static_cast<char>(0x80U | (code & 0x3fU));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xe0U | code >> 12);
        out += static_cast<char>(0x80U | (code >> 6 & 0x3fU));
        out += static_cast<char>(0x80U | (code & 0x3fU));
    } else {
        out += static_cast<char>(0xf0U | code >> 18);
        out += static_cast<char>(0x80U | (code >> 12 & 0x3fU));
        out += static_cast<char>(0x80U | (code >> 6 & 0x3fU));
        out += static_cast<char>(0x80U | (code & 0x3fU));
    }
}

class Collector {
public:
    explicit Collector(std::string_view text)
        : m_text(text)
    {
    }

    std::vector<Term> collect()
    {
        for (std::size_t at = 0; at < m_text.size();) {
            const Letter letter = letterAt(m_text, at);
            const Script script = scriptOf(letter.code);
            if (script != m_script)
                endRun();
            m_script = script;
            if (script != Script::None)
                m_run.push_back(letter);
            at = letter.end;
        }
        endRun();
        return std::move(m_terms);
    }

private:
    void endRun()
    {
        if (m_script == Script::Spaced)
            addWord();
        else if (m_script == Script::Unspaced)
            addPairs();
        m_run.clear();
    }

    void add(std::size_t first, std::size_t last, TermKind kind)
    {
        Term term = {"", m_run[first].begin, m_run[last].end, kind};
        for (std::size_t idx = first; idx <= last && term.text.size() + 4 <= kMaxTermBytes; ++idx) {
            if (const char32_t code = folded(m_run[idx].code))
                append(term.text, code);
        }
        if (!term.text.empty())
            m_terms.push_back(std::move(term));
    }

    void addPairs()
    {
        for (std::size_t idx = 0; idx + 1 < m_run.size(); ++idx) {
            add(idx, idx + 1, TermKind::Pair);
            add(idx, idx, TermKind::Part);
        }
        add(m_run.size() - 1, m_run.size() - 1, TermKind::Pair);
    }

    void addWord()
    {
        add(0, m_run.size() - 1, TermKind::Word);
        std::size_t begin = 0;
        for (std::size_t idx = 1; idx < m_run.size(); ++idx) {
            if (!beginsPart(idx))
                continue;
            add(begin, idx - 1, TermKind::Part);
            begin = idx;
        }
        if (begin != 0)
            add(begin, m_run.size() - 1, TermKind::Part);
    }

    /// fooBar → foo Bar, HTTPServer → HTTP Server.
    [[nodiscard]] bool beginsPart(std::size_t idx) const
    {
        const auto isUpper = [this](std::size_t at) {
            const char32_t code = m_run[at].code;
            return code < 0x80 ? code >= 'A' && code <= 'Z' : QChar::isUpper(code);
        };
        if (!isUpper(idx))
            return false;
        return !isUpper(idx - 1) || (idx + 1 < m_run.size() && QChar::isLower(m_run[idx + 1].code));
    }

    std::string_view m_text;
    std::vector<Letter> m_run;
    Script m_script = Script::None;
    std::vector<Term> m_terms;
};

} // namespace

std::vector<Term> termsOf(std::string_view text)
{
    return Collector(text).collect();
}

} // namespace tf::session
