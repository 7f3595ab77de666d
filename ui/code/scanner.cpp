#include "ui/code/scanner.h"

#include <algorithm>

namespace tf::ui {

namespace {

bool isCapitalized(QStringView word)
{
    if (word.front().unicode() < u'A' || word.front().unicode() > u'Z')
        return false;
    return word.size() == 1 || std::any_of(word.begin(), word.end(), [](QChar letter) {
               return letter.unicode() >= u'a' && letter.unicode() <= u'z';
           });
}

/// A state of another language is the beginning of a file.
LexPlace placeIn(const Language& language, LexState before)
{
    LexPlace place = unpacked(before);
    const std::size_t numForms = language.row->strings.size();
    const bool isWrong = std::any_of(place.holes.begin(), place.holes.end(),
                                     [&](const LexHole& hole) { return hole.form > numForms; });
    const bool isNoString = place.mode == LexMode::String && place.form >= numForms;
    const bool isNoComment = place.mode == LexMode::Comment && language.row->blockOpen.empty();
    if (isWrong || isNoString || isNoComment)
        return {};
    return place;
}

} // namespace

Scanner::Scanner(const Language& language, LexState before, QStringView line)
    : m_language(language)
    , m_row(*language.row)
    , m_pen{line, 0, {}}
    , m_place(placeIn(language, before))
{
    m_pen.skipSpaces();
    m_first = m_pen.at;
    m_pen.at = 0;
}

InkedLine Scanner::read()
{
    for (LexMode mode = {}; !m_pen.atEnd() || mode != m_place.mode;) {
        mode = m_place.mode; // what begins with the last letter wants its turn too
        goOn();
    }
    endLine();
    return {std::move(m_pen.spans), packed(m_place)};
}

void Scanner::goOn()
{
    switch (m_place.mode) {
    case LexMode::Code:
        return readCode();
    case LexMode::Comment:
        return m_language.has(kAnchored) ? goOnInAnchored() : goOnInComment();
    case LexMode::String:
        return goOnInString();
    case LexMode::RawTag:
        return goOnInRawTag();
    case LexMode::RawHashes:
        return goOnInRawHashes();
    case LexMode::LongString:
    case LexMode::LongComment:
        return goOnInLong();
    case LexMode::Heredoc:
        return goOnInHeredoc();
    }
}

/// What one line holds at most is over, unless its end was escaped.
void Scanner::endLine()
{
    const auto endsHere = [&](std::size_t form) { return m_row.strings[form].lines == Lines::One; };
    if (m_place.mode == LexMode::String && endsHere(m_place.form) && !m_isEscaped)
        m_place.mode = LexMode::Code;
    for (int hole = m_place.numHoles() - 1; hole >= 0; --hole) {
        auto& innermost = m_place.holes[static_cast<std::size_t>(hole)];
        if (!endsHere(innermost.form - 1U))
            break;
        innermost = {};
    }
    if (m_place.mode != LexMode::String)
        m_place.form = 0; // so that equal places have equal states
    if (m_place.mode == LexMode::Code) {
        m_place.tag = m_heredoc;
        m_place.mode = m_heredoc != 0 ? LexMode::Heredoc : LexMode::Code;
    }
}

void Scanner::readCode()
{
    while (!m_pen.atEnd() && m_place.mode == LexMode::Code) {
        const char16_t letter = m_pen.peek();
        switch (m_language.kindOf(letter)) {
        case LetterKind::Space:
            ++m_pen.at;
            break;
        case LetterKind::Name:
            readWord();
            break;
        case LetterKind::Digit:
            readNumber();
            break;
        case LetterKind::Special:
            readSpecial();
            break;
        case LetterKind::Plain:
            ++m_pen.at;
            m_isAfterValue = letter == u')' || letter == u']' || letter == u'}';
            break;
        }
    }
}

/// A letter with which something may begin that is more than itself.
void Scanner::readSpecial()
{
    if (readBracketOfHole() || readComment() || readLongBracket() || readHeredocHead()
        || readSection() || readTick() || readStringHead() || readHash() || readSigil()
        || readRegex())
        return;
    const char16_t letter = m_pen.peek();
    ++m_pen.at;
    m_isAfterValue = letter == u')' || letter == u']' || letter == u'}';
    m_isDefining = m_isDefining && letter != u'('; // a function without a name
}

void Scanner::readWord()
{
    const qsizetype begin = m_pen.at;
    if (m_pen.peek() == u'-' && isDigit(m_pen.peek(1))) {
        ++m_pen.at; // of a number
        return;
    }
    for (++m_pen.at; !m_pen.atEnd() && m_language.isOfName(m_pen.peek()); ++m_pen.at) { }
    const QStringView word = m_pen.line.sliced(begin, m_pen.at - begin);
    if (readPrefixed(begin, word))
        return;
    const Ink ink = inkOfName(begin, word);
    if (ink == Ink::Macro)
        ++m_pen.at; // the exclamation mark
    m_pen.mark(begin, ink);
    m_isAfterValue = ink != Ink::Keyword;
}

/// r"…", u8R"(…)", br#"…"#.
bool Scanner::readPrefixed(qsizetype begin, QStringView word)
{
    const char16_t next = m_pen.peek();
    if ((next != u'"' && next != u'\'' && next != u'#')
        || m_language.words.find(word) != WordKind::Prefix)
        return false;
    m_stringBegin = begin;
    const QChar last = word.back();
    if (m_language.has(kRawTags) && last == u'R' && next == u'"') {
        const qsizetype tagBegin = m_pen.at + 1;
        const auto open = m_pen.line.mid(tagBegin, 17).indexOf(u'(');
        if (open < 0)
            return false;
        m_place.mode = LexMode::RawTag;
        m_place.tag = tagHash(m_pen.line.sliced(tagBegin, open));
        m_pen.at = tagBegin + open + 1;
        return true;
    }
    if (m_language.has(kRawHashes) && last == u'r') {
        qsizetype end = m_pen.at;
        while (end < m_pen.line.size() && m_pen.line[end] == u'#')
            ++end;
        if (end >= m_pen.line.size() || m_pen.line[end] != u'"')
            return false;
        m_place.mode = LexMode::RawHashes;
        m_place.tag = static_cast<std::uint32_t>(std::min<qsizetype>(end - m_pen.at, kMostTag));
        m_pen.at = end + 1;
        return true;
    }
    if (next == u'#' || !readStringHead())
        return false;
    m_stringBegin = begin;
    return true;
}

Ink Scanner::inkOfName(qsizetype begin, QStringView word)
{
    const char16_t next = m_pen.peek();
    const char16_t previous = m_pen.peek(begin - m_pen.at - 1);
    const bool isMember = previous == u'.' && m_pen.peek(begin - m_pen.at - 2) != u'.';
    WordKind kind = isMember ? WordKind::Unknown : m_language.words.find(word);
    if (m_language.has(kFirstWord) && !isFirst(begin) && kind == WordKind::Keyword)
        kind = WordKind::Unknown;
    if (m_language.has(kMnemonics) && isFirst(begin)) {
        if (next != u':')
            return Ink::Keyword;
        for (m_first = m_pen.at + 1;
             m_first < m_pen.line.size() && isSpace(m_pen.line[m_first].unicode());)
            ++m_first; // what stands behind a label
        return Ink::Function;
    }
    const bool wasDefining = m_isDefining;
    m_isDefining = kind == WordKind::Definer;
    if (m_row.keyEnd != 0 && isKey(begin))
        return Ink::Type;
    if (kind == WordKind::Keyword || kind == WordKind::Definer)
        return Ink::Keyword;
    if (kind == WordKind::Type)
        return Ink::Type;
    if (wasDefining)
        return Ink::Function;
    if (m_language.has(kBangMacros) && next == u'!' && m_pen.peek(1) != u'=')
        return Ink::Macro;
    if (m_language.has(kCalls) && next == u'(')
        return Ink::Function;
    return m_language.has(kCapitalTypes) && isCapitalized(word) ? Ink::Type : Ink::Plain;
}

/// What ended here is followed by the sign that makes it a key.
bool Scanner::isKey(qsizetype begin) const
{
    if (m_row.keyEnd == 0 || (!m_language.has(kKeysAnywhere) && !isFirst(begin)))
        return false;
    qsizetype end = m_pen.at;
    while (end < m_pen.line.size() && isSpace(m_pen.line[end].unicode()))
        ++end;
    const char16_t sign = static_cast<unsigned char>(m_row.keyEnd);
    if (end >= m_pen.line.size() || m_pen.line[end].unicode() != sign)
        return false;
    return end + 1 >= m_pen.line.size() || m_pen.line[end + 1].unicode() != sign;
}

void Scanner::readNumber()
{
    const qsizetype begin = m_pen.at;
    const bool isHex = m_pen.peek() == u'0' && (m_pen.peek(1) | 0x20) == u'x';
    for (++m_pen.at; !m_pen.atEnd(); ++m_pen.at) {
        const char16_t letter = m_pen.peek();
        const char16_t next = m_pen.peek(1);
        const auto before = static_cast<char16_t>(m_pen.peek(-1) | 0x20);
        const bool isExponent = before == (isHex ? u'p' : u'e');
        const bool isSign = (letter == u'+' || letter == u'-') && isExponent && isDigit(next);
        const bool isPoint =
            letter == u'.' && (isDigit(next) || !(isNameLetter(next) || next == u'.'));
        const bool isTick = letter == u'\'' && m_language.has(kTickInNumbers) && isNameLetter(next);
        if (!isNameLetter(letter) && !isSign && !isPoint && !isTick)
            break;
    }
    m_pen.mark(begin, Ink::Number);
    m_isAfterValue = true;
}

} // namespace tf::ui
