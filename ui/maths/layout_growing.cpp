#include "ui/maths/math_layout.h"

#include <algorithm>
#include <cmath>

namespace tf::ui {

namespace {

constexpr double kMostRepeats = 200;
constexpr double kThick = 5 / 18.0;

struct Assembly {
    std::vector<GlyphPart> parts; ///< repeated as often as needed
    double overlap = 0;
};

double lengthOf(const std::vector<GlyphPart>& parts, double overlap)
{
    double length = 0;
    for (const GlyphPart& part : parts)
        length += part.length - overlap;
    return length + overlap;
}

/// As few parts as reach `wanted`, then pushed together as far as they may be.
Assembly assembled(const std::vector<GlyphPart>& parts, double wanted, double leastOverlap)
{
    double fixed = leastOverlap;
    double perRepeat = 0;
    for (const GlyphPart& part : parts)
        (part.repeats ? perRepeat : fixed) += part.length - leastOverlap;
    const double wantedRepeats = perRepeat > 0 ? std::ceil((wanted - fixed) / perRepeat) : 0;
    const auto numRepeats = static_cast<std::size_t>(std::clamp(wantedRepeats, 0.0, kMostRepeats));
    Assembly assembly;
    for (const GlyphPart& part : parts)
        assembly.parts.insert(assembly.parts.end(), part.repeats ? numRepeats : 1, part);
    assembly.overlap = leastOverlap;
    const auto numJoints = static_cast<double>(assembly.parts.size()) - 1;
    if (numJoints < 1)
        return assembly;
    double most = assembly.parts.front().endOverlap;
    for (const GlyphPart& part : assembly.parts)
        most = std::min(most, std::max(part.endOverlap, part.startOverlap));
    const double excess = lengthOf(assembly.parts, leastOverlap) - wanted;
    assembly.overlap += std::clamp(excess / numJoints, 0.0, std::max(0.0, most - leastOverlap));
    return assembly;
}

} // namespace

MathBox MathLayout::centred(MathBox box, Setting setting) const
{
    const double down = (box.ascent - box.descent) / 2 - px(MathLength::AxisHeight, setting);
    MathBox moved;
    moved.italic = box.italic;
    moved.put(std::move(box), 0, down);
    return moved;
}

MathBox MathLayout::tall(char32_t sign, double wanted, double em) const
{
    const auto known = m_font.glyphOf(sign);
    const auto found = m_font.table().tall.find(known);
    MathBox best = glyph(known, em);
    if (found == m_font.table().tall.end() || best.height() >= wanted)
        return best;
    for (const auto larger : found->second.larger) {
        best = glyph(larger, em);
        if (best.height() >= wanted)
            return best;
    }
    return found->second.parts.empty() ? best : tallParts(found->second.parts, wanted, em);
}

MathBox MathLayout::tallParts(const std::vector<GlyphPart>& parts, double wanted, double em) const
{
    const Assembly assembly = assembled(parts, wanted / em, m_font.table().leastOverlap);
    MathBox box;
    double up = 0;
    for (const GlyphPart& part : assembly.parts) {
        MathBox piece = glyph(part.glyph, em);
        const double bottom = m_font.boxOf(part.glyph).descent * em;
        box.putPiece(std::move(piece), 0, -up - bottom);
        up += (part.length - assembly.overlap) * em;
    }
    box.ascent = up + assembly.overlap * em;
    box.descent = 0;
    return box;
}

MathBox MathLayout::wide(char32_t sign, double wanted, double em) const
{
    const auto known = m_font.glyphOf(sign);
    const auto found = m_font.table().wide.find(known);
    MathBox best = glyph(known, em);
    if (found == m_font.table().wide.end())
        return best;
    for (const auto larger : found->second.larger) {
        const GlyphBox metrics = m_font.boxOf(larger);
        if ((metrics.right - metrics.left) * em > wanted)
            return best;
        best = glyph(larger, em);
    }
    return found->second.parts.empty() ? best : wideParts(found->second.parts, wanted, em);
}

MathBox MathLayout::wideParts(const std::vector<GlyphPart>& parts, double wanted, double em) const
{
    const Assembly assembly = assembled(parts, wanted / em, m_font.table().leastOverlap);
    MathBox box;
    double x = 0;
    for (const GlyphPart& part : assembly.parts) {
        box.putPiece(glyph(part.glyph, em), x - m_font.boxOf(part.glyph).left * em, 0);
        x += (part.length - assembly.overlap) * em;
    }
    box.width = x + assembly.overlap * em;
    box.accentPlace = box.width / 2;
    return box;
}

MathBox MathLayout::radical(const Node& node, Setting setting) const
{
    using enum MathLength;
    MathBox within = boxOf(node.children[0], cramped(setting));
    const double rule = px(RadicalRule, setting);
    double gap = px(setting.level == Level::Display ? RadicalGapDisplayed : RadicalGap, setting);
    MathBox sign = tall(U'√', within.height() + gap + rule, em(setting));
    gap += std::max(0.0, (sign.height() - within.height() - gap - rule) / 2);
    const double top = within.ascent + gap + rule;
    const double down = sign.ascent - top; // its upper end joins the rule

    MathBox box;
    double x = 0;
    if (!node.children[1].children.empty()) {
        MathBox degree = boxOf(node.children[1], {Level::ScriptScript, true});
        x = px(BeforeDegree, setting) + degree.width + px(AfterDegree, setting);
        const double up = m_font.table().degreeRise * sign.height() - sign.descent - down;
        box.put(std::move(degree), std::max(0.0, -x) + px(BeforeDegree, setting), -up);
        x = std::max(0.0, x);
    }
    const double signWidth = sign.width;
    box.put(std::move(sign), x, down);
    const double width = within.width;
    box.put(std::move(within), x + signWidth, 0);
    box.putRule({x + signWidth, -top, width, rule});
    box.width = x + signWidth + width;
    box.ascent = std::max(box.ascent, top + px(RadicalExtra, setting) / 2);
    return box;
}

MathBox MathLayout::fence(const Node& node, Setting setting) const
{
    const double axis = px(MathLength::AxisHeight, setting);
    std::vector<MathBox> rows;
    double half = 0;
    for (const Node& child : node.children) {
        rows.push_back(boxOf(child, setting));
        half = std::max({half, rows.back().ascent - axis, rows.back().descent + axis});
    }
    // As TeX: nine tenths, and at most half an em less.
    const double wanted = std::max(2 * half * 0.901, 2 * half - 0.5 * em(setting));
    MathBox box;
    for (std::size_t sign = 0; sign < node.symbols.size(); ++sign) {
        const bool isBetween = sign > 0 && sign + 1 < node.symbols.size();
        const double space = isBetween ? kThick * em(setting) : 0;
        if (node.symbols[sign] != 0)
            box.put(centred(tall(node.symbols[sign], wanted, em(setting)), setting),
                    box.width + space, 0);
        else
            box.width += 0.12 * em(setting);
        box.width += space;
        if (sign < rows.size())
            box.put(std::move(rows[sign]), box.width, 0);
    }
    return box;
}

/// A brace or an arrow over all of it.
MathBox MathLayout::cover(const Node& node, Setting setting) const
{
    MathBox base = boxOf(node.children.front(), setting);
    MathBox sign = wide(node.symbols.front(), base.width, em(setting));
    const double gap = 0.1 * em(setting);
    const auto mark = m_font.boxOf(m_font.glyphOf(node.symbols.front()));
    const double bottom = mark.descent * em(setting); // of the ink, which may hang in the air
    const double y = node.side == Side::Above ? -base.ascent - gap - bottom
                                              : base.descent + gap + mark.ascent * em(setting);
    const double width = std::max(base.width, sign.width);
    const double signX = (width - sign.width) / 2;
    const double baseX = (width - base.width) / 2;
    MathBox box;
    box.put(std::move(base), baseX, 0);
    box.put(std::move(sign), signX, y);
    box.width = width;
    return box;
}

MathBox MathLayout::arrow(const Node& node, Setting setting) const
{
    MathBox above = boxOf(node.children.front(), scriptOf(setting));
    const double wanted = std::max(above.width + 0.9 * em(setting), 1.6 * em(setting));
    MathBox sign = wide(node.symbols.front(), wanted, em(setting));
    const double width = std::max(sign.width, above.width);
    const double gap = px(MathLength::StretchGapAboveLeast, setting);
    const double up = sign.ascent + gap + above.descent;
    const double signX = (width - sign.width) / 2;
    const double aboveX = (width - above.width) / 2;
    MathBox box;
    box.put(std::move(sign), signX, 0);
    box.put(std::move(above), aboveX, -up);
    box.width = width;
    return box;
}

} // namespace tf::ui
