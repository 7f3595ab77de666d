#include "ui/code/scanner.h"

#include <algorithm>

namespace tf::ui {

namespace {

constexpr qsizetype kLongestTag = 16; ///< as C++ has it

char16_t closingOf(char bracket)
{
    return bracket == '(' ? u')' : u'}';
}

} // namespace

/// A string of any form begins here.
bool Scanner::readStringHead()
{
    for (std::size_t form = 0; form < m_row.strings.size(); ++form) {
        if (!m_pen.sees(m_row.strings[form].open))
            continue;
        m_stringBegin = m_pen.at;
        m_pen.at += static_cast<qsizetype>(m_row.strings[form].open.size());
        m_place.mode = LexMode::String;
        m_place.form = static_cast<std::uint8_t>(form);
        return true;
    }
    return false;
}

void Scanner::goOnInString()
{
    const StringForm& form = m_row.strings[m_place.form];
    const bool isDoubled = form.escape == form.close.front();
    const auto escape = static_cast<char16_t>(form.escape);
    const auto closing = static_cast<char16_t>(form.close.front());
    for (m_isEscaped = false; !m_pen.atEnd();) {
        const char16_t letter = m_pen.peek();
        if (!form.hole.empty() && m_pen.sees(form.hole)
            && m_place.numHoles() < static_cast<int>(m_place.holes.size())) {
            m_pen.at += static_cast<qsizetype>(form.hole.size());
            m_pen.mark(m_stringBegin, Ink::String);
            m_place.holes[static_cast<std::size_t>(m_place.numHoles())] = {
                static_cast<std::uint8_t>(m_place.form + 1), 0};
            m_place.mode = LexMode::Code;
            m_isAfterValue = false;
            return;
        } else if (letter == escape && (!isDoubled || m_pen.peek(1) == escape)) {
            m_pen.at += 2;
            m_isEscaped = m_pen.at > m_pen.line.size();
            m_pen.at = std::min(m_pen.at, m_pen.line.size());
        } else if (letter == closing && m_pen.sees(form.close)) {
            m_pen.at += static_cast<qsizetype>(form.close.size());
            return endString();
        } else {
            ++m_pen.at;
        }
    }
    m_pen.mark(m_stringBegin, Ink::String);
}

void Scanner::endString()
{
    m_pen.mark(m_stringBegin, isKey(m_stringBegin) ? Ink::Type : Ink::String);
    m_place.mode = LexMode::Code;
    m_place.tag = 0;
    m_isAfterValue = true;
}

/// A bracket within "${…}": the last one leads back into the string.
bool Scanner::readBracketOfHole()
{
    const int numHoles = m_place.numHoles();
    if (numHoles == 0)
        return false;
    LexHole& hole = m_place.holes[static_cast<std::size_t>(numHoles - 1)];
    const char bracket = m_row.strings[hole.form - 1U].hole.empty()
        ? '{'
        : m_row.strings[hole.form - 1U].hole.back();
    const char16_t letter = m_pen.peek();
    if (letter == static_cast<char16_t>(bracket) && hole.depth < 255) {
        ++hole.depth;
    } else if (letter == closingOf(bracket)) {
        if (hole.depth > 0) {
            --hole.depth;
            return false;
        }
        m_place.mode = LexMode::String;
        m_place.form = static_cast<std::uint8_t>(hole.form - 1);
        hole = {};
        m_stringBegin = m_pen.at++;
        return true;
    }
    return false;
}

/// 'a' where a tick may also stand alone: before a lifetime, in a name.
bool Scanner::readTick()
{
    if (!m_language.has(kTickIsLetter) || m_pen.peek() != u'\'')
        return false;
    const qsizetype width = QChar::isHighSurrogate(m_pen.peek(1)) ? 2 : 1;
    if (m_pen.peek(1) == u'\\') {
        const auto close = m_pen.line.mid(m_pen.at + 3, 10).indexOf(u'\'');
        m_pen.take(close < 0 ? 2 : close + 4, Ink::String);
    } else if (m_pen.peek(1) != u'\'' && m_pen.peek(1 + width) == u'\'') {
        m_pen.take(2 + width, Ink::String);
    } else {
        ++m_pen.at;
    }
    m_isAfterValue = true;
    return true;
}

/// /a+/ as far as it closes in this line.
bool Scanner::readRegex()
{
    if (!m_language.has(kRegex) || m_isAfterValue || !m_mayBeRegex || m_pen.peek() != u'/')
        return false;
    const qsizetype begin = m_pen.at;
    bool isInClass = false;
    for (++m_pen.at; !m_pen.atEnd(); ++m_pen.at) {
        const char16_t letter = m_pen.peek();
        if (letter == u'\\') {
            ++m_pen.at;
        } else if (letter == u'[' || letter == u']') {
            isInClass = letter == u'[';
        } else if (letter == u'/' && !isInClass) {
            for (++m_pen.at; isNameLetter(m_pen.peek()); ++m_pen.at) { }
            m_pen.mark(begin, Ink::String);
            m_isAfterValue = true;
            return true;
        }
    }
    m_pen.at = begin;
    m_mayBeRegex = false; // else every slash would read the rest again
    return false;
}

void Scanner::goOnInRawTag()
{
    const qsizetype begin = m_stringBegin;
    for (; !m_pen.atEnd(); ++m_pen.at) {
        if (m_pen.peek() != u')')
            continue;
        const QStringView behind = m_pen.line.mid(m_pen.at + 1, kLongestTag + 1);
        const auto quote = behind.indexOf(u'"');
        if (quote >= 0 && tagHash(behind.first(quote)) == m_place.tag) {
            m_pen.at += quote + 2;
            return endString();
        }
    }
    m_pen.mark(begin, Ink::String);
}

void Scanner::goOnInRawHashes()
{
    const auto wanted = static_cast<qsizetype>(m_place.tag);
    while (!m_pen.atEnd()) {
        if (m_pen.peek() != u'"') {
            ++m_pen.at;
            continue;
        }
        qsizetype numHashes = 0;
        for (++m_pen.at; numHashes < wanted && m_pen.peek() == u'#'; ++m_pen.at)
            ++numHashes;
        if (numHashes == wanted)
            return endString();
    }
    m_pen.mark(m_stringBegin, Ink::String);
}

/// <<EOF, <<-'EOF', <<~EOF: what begins with the next line.
bool Scanner::readHeredocHead()
{
    const bool isThree = m_language.has(kHeredocThree);
    if (!isThree && !m_language.has(kHeredoc))
        return false;
    if (!m_pen.sees(isThree ? "<<<" : "<<") || (!isThree && m_pen.peek(2) == u'<'))
        return false;
    const qsizetype begin = m_pen.at;
    m_pen.at += isThree ? 3 : 2;
    const bool mayIndent = isThree || m_pen.peek() == u'-' || m_pen.peek() == u'~';
    if (!isThree && mayIndent)
        ++m_pen.at;
    const char16_t quote = m_pen.peek() == u'"' || m_pen.peek() == u'\'' ? m_pen.peek() : u'\0';
    if (quote != 0)
        ++m_pen.at;
    const qsizetype tagBegin = m_pen.at;
    while (isNameLetter(m_pen.peek()))
        ++m_pen.at;
    const QStringView tag = m_pen.line.sliced(tagBegin, m_pen.at - tagBegin);
    if (tag.isEmpty() || isDigit(tag.front().unicode()) || (quote != 0 && m_pen.peek() != quote)) {
        m_pen.at = begin + 2; // a shift of bits
        return true;
    }
    if (quote != 0)
        ++m_pen.at;
    m_pen.mark(begin, Ink::String);
    m_heredoc = (tagHash(tag) & ~1U) | (mayIndent ? 1U : 0U) | 2U;
    m_isAfterValue = true;
    return true;
}

void Scanner::goOnInHeredoc()
{
    if ((m_place.tag & 1U) != 0)
        m_pen.skipSpaces();
    const qsizetype begin = m_pen.at;
    while (isNameLetter(m_pen.peek()))
        ++m_pen.at;
    const auto hash = tagHash(m_pen.line.sliced(begin, m_pen.at - begin));
    if (m_pen.at > begin && ((hash & ~1U) | 2U) == (m_place.tag & ~1U)) {
        m_stringBegin = begin;
        return endString();
    }
    m_pen.at = begin;
    m_pen.takeRest(Ink::String);
    m_heredoc = 0;
}

} // namespace tf::ui
