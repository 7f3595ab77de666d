#include "ui/maths/math_layout.h"

#include <algorithm>

namespace tf::ui {

namespace {

/// Rows are at least that far apart, in em.
constexpr double kRowAscent = 0.84;
constexpr double kRowDescent = 0.36;
constexpr double kRowGap = 0.05;

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

} // namespace

MathBox MathLayout::table(const Node& node, Setting setting) const
{
    const TableForm& form = node.table;
    const Setting inner{form.level == Level::Text ? setting.level : form.level, false};
    const Setting cell{inner.level == Level::Display && form.level == Level::Text ? Level::Text
                                                                                  : inner.level,
                       false};
    const double size = em(cell);
    const std::size_t numColumns = std::max<std::size_t>(form.numColumns, 1);
    const std::size_t numRows = node.children.size() / numColumns;

    std::vector<MathBox> cells;
    std::vector<double> widths(numColumns, 0);
    for (std::size_t at = 0; at < numRows * numColumns; ++at) {
        Node content = node.children[at];
        // A relation at its left end keeps its space, as if something stood before it.
        if (form.isAligned && at % numColumns % 2 == 1)
            content.children.insert(content.children.begin(), 1, Node());
        cells.push_back(boxOf(content, cell));
        widths[at % numColumns] = std::max(widths[at % numColumns], cells.back().width);
    }

    std::vector<double> lefts(numColumns + 1, 0);
    for (std::size_t column = 0; column < numColumns; ++column) {
        const bool isPair = form.isAligned && column % 2 == 0;
        const double gap = column + 1 == numColumns || isPair ? 0 : form.columnGap * size;
        lefts[column + 1] = lefts[column] + widths[column] + gap;
    }
    MathBox box;
    std::vector<double> tops(numRows + 1, 0);
    for (std::size_t row = 0; row < numRows; ++row) {
        double ascent = kRowAscent * size;
        double descent = kRowDescent * size;
        for (std::size_t column = 0; column < numColumns; ++column) {
            const MathBox& content = cells[row * numColumns + column];
            ascent = std::max(ascent, content.ascent + kRowGap * size);
            descent = std::max(descent, content.descent + kRowGap * size);
        }
        const double gap = row + 1 == numRows ? 0 : form.rowGap * size;
        for (std::size_t column = 0; column < numColumns; ++column) {
            MathBox& content = cells[row * numColumns + column];
            const double slack = widths[column] - content.width;
            box.put(std::move(content),
                    lefts[column] + slack * shareBefore(alignmentOf(form, column)),
                    tops[row] + ascent);
        }
        tops[row + 1] = tops[row] + ascent + descent + gap;
    }
    box.width = lefts.back();
    box.ascent = 0;
    box.descent = tops.back();
    const double rule = px(MathLength::FractionRule, setting);
    for (std::size_t column = 0; column <= numColumns; ++column) {
        const double gap = column == 0 || column == numColumns ? 0 : form.columnGap * size / 2;
        if (hasRuleBefore(form, column))
            box.putRule({lefts[column] - gap - rule / 2, 0, rule, tops.back()});
    }
    for (const std::size_t row : form.rules)
        box.putRule({0, tops[std::min(row, numRows)] - rule / 2, box.width, rule});
    return centred(std::move(box), setting);
}

} // namespace tf::ui
