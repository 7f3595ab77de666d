#pragma once

// Reads one line of a language that is given as data.
//
// Every letter is passed once, apart from looks ahead that are bounded or given up for the rest of
// the line. Made for one line. Thread: any.

#include "ui/code/language.h"
#include "ui/code/lex_place.h"
#include "ui/code/pen.h"

namespace tf::ui {

class Scanner {
public:
    Scanner(const Language& language, LexState before, QStringView line);

    [[nodiscard]] InkedLine read();

private:
    void readCode();
    void readSpecial();
    void readWord();
    void readNumber();
    [[nodiscard]] Ink inkOfName(qsizetype begin, QStringView word);
    [[nodiscard]] bool isKey(qsizetype begin) const;
    [[nodiscard]] bool isFirst(qsizetype begin) const { return begin == m_first; }

    [[nodiscard]] bool isOtherHash() const;
    [[nodiscard]] bool readComment();
    [[nodiscard]] bool readLongBracket();
    [[nodiscard]] bool readHeredocHead();
    [[nodiscard]] bool readStringHead();
    [[nodiscard]] bool readRegex();
    [[nodiscard]] bool readTick();
    [[nodiscard]] bool readHash();
    [[nodiscard]] bool readSigil();
    [[nodiscard]] bool readSection();
    [[nodiscard]] bool readBracketOfHole();
    [[nodiscard]] bool readPrefixed(qsizetype begin, QStringView word);
    void readDollar(const Sigil& sigil);
    void readDirective(qsizetype begin);

    void goOnInComment();
    void goOnInAnchored();
    void goOnInString();
    void goOnInRawTag();
    void goOnInRawHashes();
    void goOnInLong();
    void goOnInHeredoc();
    void goOn();
    void endString();
    void endLine();

    const Language& m_language;
    const Row& m_row;
    Pen m_pen;
    LexPlace m_place;
    qsizetype m_first = 0; ///< letter of the line that is no space
    qsizetype m_stringBegin = 0;
    std::uint32_t m_heredoc = 0; ///< tag of what begins with the next line; 0: nothing does
    bool m_isAfterValue = false; ///< so a slash divides
    bool m_isDefining = false; ///< the next name is a function's
    bool m_isEscaped = false; ///< the line's end
    bool m_mayBeRegex = true;
};

} // namespace tf::ui
