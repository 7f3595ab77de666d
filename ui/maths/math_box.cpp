#include "ui/maths/math_box.h"

#include <algorithm>
#include <iterator>

namespace tf::ui {

void MathBox::put(MathBox other, double x, double y)
{
    for (MathMark& mark : other.marks)
        mark.place.translate(x, y);
    std::move(other.marks.begin(), other.marks.end(), std::back_inserter(marks));
    width = std::max(width, x + other.width);
    ascent = std::max(ascent, other.ascent - y);
    descent = std::max(descent, other.descent + y);
}

void MathBox::putRule(const QRectF& place)
{
    MathMark rule;
    rule.kind = MathMark::Kind::Rule;
    rule.place = place;
    marks.push_back(rule);
}

void MathBox::putPiece(MathBox piece, double x, double y)
{
    for (MathMark& mark : piece.marks)
        mark.isPiece = true;
    put(std::move(piece), x, y);
}

} // namespace tf::ui
