#include "ui/maths/tex_parser.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr std::size_t kMostColumns = 64;

struct TableRow {
    const char16_t* names;
    const char32_t* fence; ///< two signs, or none
    const char16_t* columns;
    double columnGap;
    double rowGap;
    Level level;
    bool isAligned;
};

const TableRow kTables[] = {
    {u"matrix array", U"", u"c", 1, 0, Level::Text, false},
    {u"pmatrix", U"()", u"c", 1, 0, Level::Text, false},
    {u"bmatrix", U"[]", u"c", 1, 0, Level::Text, false},
    {u"Bmatrix", U"{}", u"c", 1, 0, Level::Text, false},
    {u"vmatrix", U"||", u"c", 1, 0, Level::Text, false},
    {u"Vmatrix", U"‖‖", u"c", 1, 0, Level::Text, false},
    {u"smallmatrix", U"", u"c", 0.6, 0, Level::Script, false},
    {u"substack", U"", u"c", 1, 0, Level::Script, false},
    {u"cases", U"{.", u"l", 1, 0.1, Level::Text, false},
    {u"dcases", U"{.", u"l", 1, 0.3, Level::Display, false},
    {u"rcases", U".}", u"l", 1, 0.1, Level::Text, false},
    {u"aligned align split alignat alignedat flalign", U"", u"rl", 2, 0.3, Level::Display, true},
    {u"eqnarray", U"", u"rcl", 0.55, 0.3, Level::Display, false},
    {u"gathered gather equation multline displaymath math", U"", u"c", 1, 0.3, Level::Display,
     false},
};

const TableRow* tableNamed(QString name)
{
    if (name.endsWith(u'*'))
        name.chop(1);
    for (const TableRow& row : kTables) {
        if (QString::fromUtf16(row.names).split(u' ').contains(name))
            return &row;
    }
    return nullptr;
}

} // namespace

/// "{name}" without its braces; nothing nested.
std::optional<QString> TexParser::bracedWord()
{
    skipSpaces();
    const auto end = m_tex.indexOf(u'}', m_at);
    if (peek() != u'{' || end < 0)
        return std::nullopt;
    const QString word = m_tex.sliced(m_at + 1, end - m_at - 1).toString();
    m_at = end + 1;
    return word.contains(u'{') ? std::nullopt : std::optional(word);
}

/// "[2pt]"
void TexParser::skipBracketed()
{
    skipSpaces();
    const auto end = peek() == u'[' ? m_tex.indexOf(u']', m_at) : -1;
    if (end >= 0 && end - m_at < 12)
        m_at = end + 1;
}

TexParser::Parsed TexParser::environment(const QString& name)
{
    if (name == u"substack") {
        skipSpaces();
        if (peek() != u'{')
            return std::nullopt;
        ++m_at;
        return parseTable(name);
    }
    const auto known = bracedWord();
    return known ? parseTable(*known) : std::nullopt;
}

TexParser::Parsed TexParser::parseTable(const QString& environment)
{
    const TableRow* row = tableNamed(environment);
    if (row == nullptr)
        return std::nullopt;
    Node table;
    table.kind = NodeKind::Table;
    table.table = {row->columns, {}, 0, row->columnGap, row->rowGap, row->level, row->isAligned};
    if (environment.startsWith(u"array") || environment.startsWith(u"aligna")
        || environment == u"alignedat") {
        skipBracketed();
        const auto columns = bracedWord();
        if (!columns)
            return std::nullopt;
        if (environment == u"array")
            table.table.columns = columns->simplified().remove(u' ').toStdU16String();
    }
    const auto isColumn = [](char16_t letter) { return QStringView(u"lcr|").contains(letter); };
    const auto& columns = table.table.columns;
    if (columns.size() > kMostColumns || !std::all_of(columns.begin(), columns.end(), isColumn))
        return std::nullopt;
    Parsed cells = parseCells(std::move(table), environment);
    const std::u32string_view fence = row->fence;
    if (!cells || fence.empty())
        return cells;
    Node node;
    node.kind = NodeKind::Fence;
    node.atom = Atom::Inner;
    node.symbols = {fence[0] == U'.' ? U'\0' : fence[0], fence[1] == U'.' ? U'\0' : fence[1]};
    node.children.push_back(std::move(*cells));
    return node;
}

/// Rows of unequal length are filled up with empty cells.
TexParser::Parsed TexParser::parseCells(Node table, const QString& environment)
{
    std::vector<std::vector<Node>> rows(1);
    std::vector<std::size_t> rules;
    const auto takeRules = [&] {
        for (skipSpaces(); seesCommand(u"hline"); skipSpaces()) {
            takeCommand();
            rules.push_back(rows.size() - 1);
        }
    };
    for (takeRules();;) {
        Parsed cell = parseRow();
        if (!cell)
            return std::nullopt;
        rows.back().push_back(std::move(*cell));
        if (peek() == u'&') {
            ++m_at;
        } else if (seesCommand(u"\\") || seesCommand(u"cr")) {
            takeCommand();
            skipBracketed();
            rows.emplace_back();
            takeRules();
        } else {
            break;
        }
    }
    if (environment == u"substack") {
        if (peek() != u'}')
            return std::nullopt;
        ++m_at;
    } else if (!seesCommand(u"end") || takeCommand().isEmpty() || bracedWord() != environment) {
        return std::nullopt;
    }
    const auto& last = rows.back();
    if (rows.size() > 1 && last.size() == 1 && last.front().children.empty())
        rows.pop_back();
    for (const auto& row : rows)
        table.table.numColumns = std::max(table.table.numColumns, row.size());
    if (table.table.numColumns > kMostColumns)
        return std::nullopt;
    for (auto& row : rows) {
        row.resize(table.table.numColumns);
        std::move(row.begin(), row.end(), std::back_inserter(table.children));
    }
    table.table.rules = std::move(rules);
    return table;
}

} // namespace tf::ui
