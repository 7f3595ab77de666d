#include "ui/maths/math_layout.h"

#include <algorithm>

namespace tf::ui {

namespace {

bool isEmpty(const Node& node)
{
    return node.kind == NodeKind::Row && node.children.empty();
}

bool isPrimes(const Node& node)
{
    return node.kind == NodeKind::Row && !node.children.empty()
        && std::all_of(node.children.begin(), node.children.end(), [](const Node& child) {
               return child.kind == NodeKind::Symbol && child.symbols == U"′";
           });
}

} // namespace

MathBox MathLayout::scripts(const Node& node, Setting setting) const
{
    const Node& below = node.children[1];
    const Node& above = node.children[2];
    if (node.limits == Limits::Always
        || (node.limits == Limits::WhenDisplayed && setting.level == Level::Display))
        return limits(node, setting);

    MathBox base = boxOf(node.children[0], setting);
    MathBox low = boxOf(below, cramped(scriptOf(setting)));
    // The font's prime is drawn where a prime belongs, at its full size.
    MathBox high = boxOf(above, isPrimes(above) ? setting : scriptOf(setting));
    const bool hasLow = !isEmpty(below);
    const bool hasHigh = !isEmpty(above);

    double up = base.isGlyph ? 0 : base.ascent - px(MathLength::SupDropMost, setting);
    double down = base.isGlyph ? 0 : base.descent + px(MathLength::SubDropLeast, setting);
    up = std::max(
        {up,
         px(setting.isCramped ? MathLength::SupShiftUpCramped : MathLength::SupShiftUp, setting),
         high.descent + px(MathLength::SupBottomLeast, setting)});
    down = std::max(down, px(MathLength::SubShiftDown, setting));
    if (isPrimes(above))
        up = base.isGlyph ? 0 : std::max(0.0, base.ascent - high.ascent);
    if (!hasHigh)
        down = std::max(down, low.ascent - px(MathLength::SubTopMost, setting));
    if (hasHigh && hasLow && !isPrimes(above)) {
        const double gap = (up - high.descent) - (low.ascent - down);
        down += std::max(0.0, px(MathLength::SubSupGapLeast, setting) - gap);
        const double rise = px(MathLength::SupBottomMostWithSub, setting) - (up - high.descent);
        if (rise > 0 && gap < px(MathLength::SubSupGapLeast, setting)) {
            up += rise;
            down -= rise;
        }
    }
    const double lowX = base.width - base.italic;
    const double highX = base.width;
    MathBox box = std::move(base);
    box.isGlyph = false;
    box.italic = 0;
    if (hasLow)
        box.put(std::move(low), lowX, down);
    if (hasHigh)
        box.put(std::move(high), highX, -up);
    box.width += isPrimes(above) && !hasLow ? 0 : px(MathLength::SpaceAfterScript, setting);
    return box;
}

/// Scripts above and below, in the middle.
MathBox MathLayout::limits(const Node& node, Setting setting) const
{
    MathBox base = boxOf(node.children[0], setting);
    const double italic = node.children[0].kind == NodeKind::Symbol ? base.italic : 0;
    MathBox low = boxOf(node.children[1], cramped(scriptOf(setting)));
    MathBox high = boxOf(node.children[2], scriptOf(setting));
    const double width = std::max({base.width, low.width, high.width});
    const double up = base.ascent
        + std::max(px(MathLength::UpperLimitGapLeast, setting) + high.descent,
                   px(MathLength::UpperLimitRiseLeast, setting));
    const double down = base.descent
        + std::max(px(MathLength::LowerLimitGapLeast, setting) + low.ascent,
                   px(MathLength::LowerLimitDropLeast, setting));
    MathBox box;
    const double baseX = (width - base.width) / 2;
    const double lowX = (width - low.width) / 2 - italic / 2;
    const double highX = (width - high.width) / 2 + italic / 2;
    box.put(std::move(base), baseX, 0);
    if (!isEmpty(node.children[1]))
        box.put(std::move(low), lowX, down);
    if (!isEmpty(node.children[2]))
        box.put(std::move(high), highX, -up);
    box.width = width;
    return box;
}

MathBox MathLayout::fraction(const Node& node, Setting setting) const
{
    if (node.hasLevel)
        setting.level = node.level;
    const bool isDisplayed = setting.level == Level::Display;
    const bool hasRule = node.amount > 0;
    const auto of = [&](MathLength displayed, MathLength otherwise) {
        return px(isDisplayed ? displayed : otherwise, setting);
    };
    using enum MathLength;
    MathBox above = boxOf(node.children[0], smaller(setting));
    MathBox below = boxOf(node.children[1], cramped(smaller(setting)));
    const double rule = hasRule ? px(FractionRule, setting) : 0;
    const double axis = px(AxisHeight, setting);
    double up =
        hasRule ? of(NumeratorUpDisplayed, NumeratorUp) : of(StackTopUpDisplayed, StackTopUp);
    double down = hasRule ? of(DenominatorDownDisplayed, DenominatorDown)
                          : of(StackBottomDownDisplayed, StackBottomDown);
    if (hasRule) {
        up = std::max(up,
                      axis + rule / 2 + above.descent
                          + of(NumeratorGapLeastDisplayed, NumeratorGapLeast));
        down = std::max(down,
                        -axis + rule / 2 + below.ascent
                            + of(DenominatorGapLeastDisplayed, DenominatorGapLeast));
    } else {
        const double gap = (up - above.descent) - (below.ascent - down);
        const double missing = std::max(0.0, of(StackGapLeastDisplayed, StackGapLeast) - gap);
        up += missing / 2;
        down += missing / 2;
    }
    const double side = node.symbols.empty() ? 0.12 * em(setting) : 0;
    const double width = std::max(above.width, below.width);
    MathBox box;
    const double aboveX = side + (width - above.width) / 2;
    const double belowX = side + (width - below.width) / 2;
    box.put(std::move(above), aboveX, -up);
    box.put(std::move(below), belowX, down);
    box.width = width + 2 * side;
    if (hasRule)
        box.putRule({side, -axis - rule / 2, width, rule});
    if (node.symbols.empty())
        return box;
    const double wanted = (isDisplayed ? 2.39 : 1.01) * em(setting);
    const double height =
        std::max(wanted, 2 * std::max(box.ascent - axis, box.descent + axis) * 0.9);
    MathBox fenced = centred(tall(node.symbols[0], height, em(setting)), setting);
    fenced.put(std::move(box), fenced.width, 0);
    const double end = fenced.width;
    fenced.put(centred(tall(node.symbols[1], height, em(setting)), setting), end, 0);
    return fenced;
}

MathBox MathLayout::accent(const Node& node, Setting setting) const
{
    MathBox base = boxOf(node.children.front(), cramped(setting));
    const double size = em(setting);
    const double place = base.isGlyph && base.accentPlace >= 0 ? base.accentPlace : base.width / 2;
    MathBox sign = node.amount > 0 ? wide(node.symbols.front(), base.width, size)
                                   : glyph(m_font.glyphOf(node.symbols.front()), size);
    const double up = std::max(0.0, base.ascent - px(MathLength::AccentBaseHeight, setting));
    MathBox box = std::move(base);
    const double width = box.width;
    const double x = place - sign.accentPlace;
    box.put(std::move(sign), x, -up);
    box.width = width;
    box.isGlyph = false;
    return box;
}

MathBox MathLayout::line(const Node& node, Setting setting) const
{
    const bool isAbove = node.side == Side::Above;
    MathBox box = boxOf(node.children.front(), isAbove ? cramped(setting) : setting);
    const double rule = px(isAbove ? MathLength::OverbarRule : MathLength::UnderbarRule, setting);
    const double gap = px(isAbove ? MathLength::OverbarGap : MathLength::UnderbarGap, setting);
    box.isGlyph = false;
    box.italic = 0;
    if (isAbove) {
        box.putRule({0, -box.ascent - gap - rule, box.width, rule});
        box.ascent += gap + 2 * rule;
    } else {
        box.putRule({0, box.descent + gap, box.width, rule});
        box.descent += gap + 2 * rule;
    }
    return box;
}

} // namespace tf::ui
