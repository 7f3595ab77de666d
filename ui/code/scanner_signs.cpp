#include "ui/code/scanner.h"

#include <algorithm>

namespace tf::ui {

namespace {

bool hasNameBefore(const Pen& pen)
{
    const char16_t before = pen.peek(-1);
    return isNameLetter(before) || before == u':' || before == u')' || before == u']';
}

/// How many '=' stand between two brackets that begin at `at`; -1: there are no such brackets.
qsizetype levelOf(QStringView line, qsizetype at)
{
    if (at >= line.size() || line[at] != u'[')
        return -1;
    qsizetype end = at + 1;
    while (end < line.size() && line[end] == u'=')
        ++end;
    return end < line.size() && line[end] == u'[' ? end - at - 1 : -1;
}

} // namespace

/// A hash that begins no comment, where a hash may begin one: "#[Attribute]", "mov x0, #5".
bool Scanner::isOtherHash() const
{
    if (m_pen.peek() != u'#')
        return false;
    return (m_language.has(kAttributes) && m_pen.peek(1) == u'[')
        || (m_language.has(kMnemonics) && !isSpace(m_pen.peek(1)));
}

bool Scanner::readComment()
{
    const bool isApart = !m_language.has(kSpaceBeforeComment) || m_pen.at == 0
        || isSpace(m_pen.peek(-1)) || m_pen.peek(-1) == u';';
    for (const auto open : m_language.lineComments) {
        if (!isApart || !m_pen.sees(open) || isOtherHash())
            continue;
        if (m_language.has(kLongBrackets)
            && levelOf(m_pen.line, m_pen.at + static_cast<qsizetype>(open.size())) >= 0)
            return readLongBracket();
        m_pen.takeRest(Ink::Comment);
        return true;
    }
    if (m_language.has(kQuoteComment) && m_pen.peek() == u'"' && isFirst(m_pen.at)) {
        m_pen.takeRest(Ink::Comment);
        return true;
    }
    if (m_row.blockOpen.empty() || !m_pen.sees(m_row.blockOpen))
        return false;
    const auto size = static_cast<qsizetype>(m_row.blockOpen.size());
    if (m_language.has(kAnchored)) {
        if (m_pen.at != 0 || (size == 1 && !isNameLetter(m_pen.peek(1))))
            return false;
        m_pen.takeRest(Ink::Comment);
    } else {
        m_pen.take(size, Ink::Comment);
    }
    m_place.mode = LexMode::Comment;
    m_place.tag = 1;
    return true;
}

void Scanner::goOnInComment()
{
    const qsizetype begin = m_pen.at;
    const auto opening = static_cast<char16_t>(m_row.blockOpen.front());
    const auto closing = static_cast<char16_t>(m_row.blockClose.front());
    while (!m_pen.atEnd()) {
        const char16_t letter = m_pen.peek();
        if (letter == closing && m_pen.sees(m_row.blockClose)) {
            m_pen.at += static_cast<qsizetype>(m_row.blockClose.size());
            m_place.tag = m_language.has(kNests) ? std::max(m_place.tag, 1U) - 1 : 0;
            if (m_place.tag > 0)
                continue;
            m_pen.mark(begin, Ink::Comment);
            m_place.mode = LexMode::Code;
            return;
        }
        if (letter == opening && m_language.has(kNests) && m_pen.sees(m_row.blockOpen)) {
            m_place.tag = std::min(m_place.tag + 1, kMostTag);
            m_pen.at += static_cast<qsizetype>(m_row.blockOpen.size());
        } else {
            ++m_pen.at;
        }
    }
    m_pen.mark(begin, Ink::Comment);
}

/// =begin … =end, each at the beginning of a line.
void Scanner::goOnInAnchored()
{
    if (m_pen.at == 0 && m_pen.sees(m_row.blockClose)) {
        m_place.mode = LexMode::Code;
        m_place.tag = 0;
    }
    m_pen.takeRest(Ink::Comment);
}

bool Scanner::readLongBracket()
{
    if (!m_language.has(kLongBrackets))
        return false;
    qsizetype begin = m_pen.at;
    for (const auto open : m_language.lineComments) {
        if (m_pen.sees(open))
            begin += static_cast<qsizetype>(open.size());
    }
    const qsizetype level = levelOf(m_pen.line, begin);
    if (level < 0)
        return false;
    m_place.mode = begin > m_pen.at ? LexMode::LongComment : LexMode::LongString;
    m_place.tag = static_cast<std::uint32_t>(std::min<qsizetype>(level, kMostTag));
    m_stringBegin = m_pen.at;
    m_pen.at = begin + level + 2;
    m_pen.mark(m_stringBegin, m_place.mode == LexMode::LongComment ? Ink::Comment : Ink::String);
    m_stringBegin = m_pen.at;
    return true;
}

void Scanner::goOnInLong()
{
    const Ink ink = m_place.mode == LexMode::LongComment ? Ink::Comment : Ink::String;
    const qsizetype begin = m_pen.at;
    while (!m_pen.atEnd()) {
        if (m_pen.peek() != u']') {
            ++m_pen.at;
            continue;
        }
        const qsizetype bracket = m_pen.at++;
        while (m_pen.peek() == u'=')
            ++m_pen.at;
        if (m_pen.peek() != u']' || m_pen.at - bracket - 1 != static_cast<qsizetype>(m_place.tag))
            continue;
        ++m_pen.at;
        m_place.mode = LexMode::Code;
        m_place.tag = 0;
        m_isAfterValue = true;
        break;
    }
    m_pen.mark(begin, ink);
}

/// [a heading] that begins a line.
bool Scanner::readSection()
{
    if (!m_language.has(kSections) || m_pen.peek() != u'[' || !isFirst(m_pen.at))
        return false;
    const qsizetype begin = m_pen.at;
    m_pen.skipTo(u"]");
    while (m_pen.peek() == u']')
        ++m_pen.at;
    m_pen.mark(begin, Ink::Function);
    return true;
}

/// #[…], #include, #ff8800: what a hash may be beside a comment.
bool Scanner::readHash()
{
    if (m_pen.peek() != u'#')
        return false;
    const qsizetype begin = m_pen.at;
    if (m_language.has(kAttributes) && (m_pen.sees("#[") || m_pen.sees("#!["))) {
        int depth = 0;
        do {
            depth += m_pen.peek() == u'[' ? 1 : m_pen.peek() == u']' ? -1 : 0;
            ++m_pen.at;
        } while (!m_pen.atEnd() && (depth > 0 || m_pen.at < begin + 2));
        m_pen.mark(begin, Ink::Macro);
        return true;
    }
    if (!m_language.has(kHashNumbers))
        return false;
    for (++m_pen.at; isNameLetter(m_pen.peek()) || m_pen.peek() == u'-'; ++m_pen.at) { }
    const QStringView digits = m_pen.line.sliced(begin + 1, m_pen.at - begin - 1);
    const bool isNumber = digits.size() >= 3 && digits.size() <= 8
        && std::all_of(digits.begin(), digits.end(), [](QChar letter) {
                              const char16_t small = letter.unicode() | 0x20;
                              return isDigit(letter.unicode()) || (small >= u'a' && small <= u'f');
                          });
    m_pen.mark(begin, isNumber ? Ink::Number : Ink::Plain);
    return true;
}

bool Scanner::readSigil()
{
    const char16_t letter = m_pen.peek();
    for (const Sigil& sigil : m_row.sigils) {
        if (letter != static_cast<char16_t>(sigil.letter)
            || (sigil.place == Sigil::Place::LineStart && !isFirst(m_pen.at))
            || (sigil.place == Sigil::Place::ApartFromNames && hasNameBefore(m_pen)))
            continue;
        const qsizetype begin = m_pen.at++;
        if (letter == u'$') {
            readDollar(sigil);
        } else if (letter == u'#') {
            readDirective(begin);
            return true;
        } else {
            while (isNameLetter(m_pen.peek())
                   || (m_pen.at > begin + 1 && m_pen.peek() == u'.' && isNameLetter(m_pen.peek(1))))
                ++m_pen.at;
            if (letter == u'\\' && m_pen.at == begin + 1 && !m_pen.atEnd())
                ++m_pen.at; // "\%" is no comment
        }
        if (m_pen.at > begin + 1)
            m_pen.mark(begin, sigil.ink);
        m_isAfterValue = true;
        return true;
    }
    return false;
}

/// The name behind '$': a word, a number, one of the shell's signs, or something in braces.
void Scanner::readDollar(const Sigil& sigil)
{
    if (isNameLetter(m_pen.peek())) {
        while (isNameLetter(m_pen.peek()))
            ++m_pen.at;
    } else if (m_pen.peek() == u'{' && sigil.ink != Ink::Plain) {
        m_pen.skipTo(u"}\"");
        m_pen.at += m_pen.peek() == u'}' ? 1 : 0;
    } else if (std::u16string_view(u"#@?!*$&").find(m_pen.peek()) != std::u16string_view::npos
               && !m_pen.atEnd()) {
        ++m_pen.at;
    }
}

/// "# include <map>"
void Scanner::readDirective(qsizetype begin)
{
    m_pen.skipSpaces();
    const qsizetype nameBegin = m_pen.at;
    while (isNameLetter(m_pen.peek()))
        ++m_pen.at;
    const QStringView name = m_pen.line.sliced(nameBegin, m_pen.at - nameBegin);
    m_pen.mark(begin, Ink::Macro);
    if (!m_language.has(kIncludes) || (name != u"include" && name != u"import"))
        return;
    m_pen.skipSpaces();
    if (m_pen.peek() == u'<') {
        const qsizetype file = m_pen.at;
        m_pen.skipTo(u">");
        m_pen.at += m_pen.atEnd() ? 0 : 1;
        m_pen.mark(file, Ink::String);
    }
}

} // namespace tf::ui
