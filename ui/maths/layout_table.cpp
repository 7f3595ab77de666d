#include "ui/maths/math_layout.h"

#include <algorithm>

namespace tf::ui {

namespace {

/// Rows are at least that far apart, in em.
constexpr double kRowAscent = 0.84;
constexpr double kRowDescent = 0.36;
constexpr double kRowGap = 0.05;
constexpr double kScriptRow = 0.7; ///< of that, in scripts

/// The letter of a column; the last ones go on.
char16_t alignmentOf(const TableForm& form, std::size_t column)
{
    std::u16string letters = form.columns;
    std::erase(letters, u'|');
    if (letters.empty())
        return u'c';
    if (form.isAligned)
        return letters[column % letters.size()];
    return letters[std::min(column, letters.size() - 1)];
}

bool hasRuleBefore(const TableForm& form, std::size_t column)
{
    std::size_t seen = 0;
    for (const char16_t letter : form.columns) {
        if (letter == u'|' && seen == column)
            return true;
        seen += letter == u'|' ? 0 : 1;
    }
    return false;
}

double shareBefore(char16_t alignment)
{
    return alignment == u'l' ? 0 : alignment == u'r' ? 1 : 0.5;
}

/// Where columns and rows begin, and where the last ones end.
struct Grid {
    const std::vector<double>& lefts;
    const std::vector<double>& tops;
    double halfGap;
    double rule;
};

void putRules(MathBox& box, const TableForm& form, const Grid& grid)
{
    const std::size_t numColumns = grid.lefts.size() - 1;
    for (std::size_t column = 0; column <= numColumns; ++column) {
        const double gap = column == 0 || column == numColumns ? 0 : grid.halfGap;
        if (hasRuleBefore(form, column))
            box.putRule({grid.lefts[column] - gap - grid.rule / 2, 0, grid.rule, box.descent});
    }
    for (const std::size_t row : form.rules)
        box.putRule({0, grid.tops[std::min(row, grid.tops.size() - 1)] - grid.rule / 2, box.width,
                     grid.rule});
}

} // namespace

MathBox MathLayout::table(const Node& node, Setting setting) const
{
    const TableForm& form = node.table;
    const bool isOwn = form.level != Level::Text; // else as large as a row of text
    const Setting cell{isOwn ? form.level : std::max(setting.level, Level::Text), false};
    TableBox made = cellsOf(node, cell);
    const double size = em(cell);
    const double strut = cell.level >= Level::Script ? kScriptRow * size : size;
    std::vector<double> lefts(made.numColumns + 1, 0);
    for (std::size_t column = 0; column < made.numColumns; ++column) {
        const bool isPair = form.isAligned && column % 2 == 0;
        const double gap = column + 1 == made.numColumns || isPair ? 0 : form.columnGap * size;
        lefts[column + 1] = lefts[column] + made.widths[column] + gap;
    }
    MathBox box;
    std::vector<double> tops(1, 0);
    for (std::size_t first = 0; first < made.cells.size(); first += made.numColumns) {
        double ascent = kRowAscent * strut;
        double descent = kRowDescent * strut;
        for (std::size_t column = 0; column < made.numColumns; ++column) {
            ascent = std::max(ascent, made.cells[first + column].ascent + kRowGap * size);
            descent = std::max(descent, made.cells[first + column].descent + kRowGap * size);
        }
        for (std::size_t column = 0; column < made.numColumns; ++column) {
            MathBox& content = made.cells[first + column];
            const double slack = made.widths[column] - content.width;
            const double x = lefts[column] + slack * shareBefore(alignmentOf(form, column));
            box.put(std::move(content), x, tops.back() + ascent);
        }
        const bool isLast = first + made.numColumns == made.cells.size();
        tops.push_back(tops.back() + ascent + descent + (isLast ? 0 : form.rowGap * size));
    }
    box.width = lefts.back();
    box.ascent = 0;
    box.descent = tops.back();
    putRules(box, form,
             {lefts, tops, form.columnGap * size / 2, px(MathLength::FractionRule, setting)});
    return centred(std::move(box), setting);
}

/// Every cell, as wide as it is by itself.
MathLayout::TableBox MathLayout::cellsOf(const Node& node, Setting cell) const
{
    TableBox made;
    made.numColumns = std::max<std::size_t>(node.table.numColumns, 1);
    made.widths.resize(made.numColumns, 0);
    for (const Node& child : node.children) {
        const std::size_t column = made.cells.size() % made.numColumns;
        Node content = child;
        // A relation at its left end keeps its space, as if something stood before it.
        if (node.table.isAligned && column % 2 == 1)
            content.children.insert(content.children.begin(), 1, Node());
        made.cells.push_back(boxOf(content, cell));
        made.widths[column] = std::max(made.widths[column], made.cells.back().width);
    }
    return made;
}

} // namespace tf::ui
