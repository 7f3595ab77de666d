#pragma once

// TeX's mathematics becomes a tree, or nothing where a command is unknown or a brace is missing.
//
// Made for one formula. Bounded: letters, nodes and depth have limits, each letter is read once.
// Thread: any.

#include "ui/maths/math_node.h"
#include "ui/maths/tex_symbols.h"

#include <QStringView>

#include <optional>

namespace tf::ui {

/// nullopt: not understood, or beyond the limits.
[[nodiscard]] std::optional<Node> parseTex(QStringView tex);

class TexParser {
public:
    using Parsed = std::optional<Node>;

    explicit TexParser(QStringView tex);

    [[nodiscard]] Parsed parseWhole();

private:
    // What stands in a row, one after the other.
    Parsed parseRow();
    Parsed parseNucleus();
    Parsed parseScripted(Node base);
    Parsed parseCommand();
    Parsed parseArgument();
    Parsed parseGroup();
    Parsed parseTyped();

    // Commands that take something.
    using Rule = Parsed (TexParser::*)(const QString& name);
    struct RuleRow {
        const char16_t* names;
        Rule rule;
    };
    static Rule ruleNamed(const QString& name);
    Parsed fraction(const QString& name);
    Parsed radical(const QString& name);
    Parsed fence(const QString& name);
    Parsed bigDelimiter(const QString& name);
    Parsed line(const QString& name);
    Parsed cover(const QString& name);
    Parsed stacked(const QString& name);
    Parsed arrow(const QString& name);
    Parsed text(const QString& name);
    Parsed classed(const QString& name);
    Parsed framed(const QString& name);
    Parsed modulo(const QString& name);
    Parsed negated(const QString& name);
    Parsed environment(const QString& name);
    Parsed ignoredArgument(const QString& name);
    Parsed colored(const QString& name);
    Parsed tag(const QString& name);
    Parsed level(const QString& name);
    Parsed spaceOf(const QString& name);

    // Tables.
    Parsed parseTable(const QString& environment);
    Parsed parseCells(Node table, const QString& environment);
    std::optional<QString> bracedWord();

    [[nodiscard]] bool atEnd() const { return m_at >= m_tex.size(); }
    [[nodiscard]] char16_t peek(qsizetype ahead = 0) const;
    /// "\name" stands here.
    [[nodiscard]] bool seesCommand(QStringView name) const;
    [[nodiscard]] bool seesStop() const;
    void skipSpaces();
    void skipBracketed();
    QString takeCommand();
    std::optional<char32_t> takeDelimiter();
    Parsed inAlphabet(Alphabet alphabet);
    Parsed over(Node above, const QString& name);

    QStringView m_tex;
    qsizetype m_at = 0;
    int m_depth = 0;
    int m_numNodes = 0;
    Alphabet m_alphabet = Alphabet::Usual;
};

} // namespace tf::ui
