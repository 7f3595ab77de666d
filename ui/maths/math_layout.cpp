#include "ui/maths/math_layout.h"

#include <QFontMetricsF>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kNumAtoms = 8;

/// Spaces between classes: 1 thin, 2 medium, 3 thick; negative ones are left out in scripts.
constexpr int kSpaces[kNumAtoms][kNumAtoms] = {
    // Ord Op Bin Rel Open Close Punct Inner
    {0, 1, -2, -3, 0, 0, 0, -1}, // Ord
    {1, 1, 0, -3, 0, 0, 0, -1}, // Op
    {-2, -2, 0, 0, -2, 0, 0, -2}, // Bin
    {-3, -3, 0, 0, -3, 0, 0, -3}, // Rel
    {0, 0, 0, 0, 0, 0, 0, 0}, // Open
    {0, 1, -2, -3, 0, 0, 0, -1}, // Close
    {-1, -1, 0, -1, -1, -1, -1, -1}, // Punct
    {-1, 1, -2, -3, -1, 0, -1, -1}, // Inner
};

/// In em. The font asks for 1.3, which leaves integrals as small as within a line.
constexpr double kDisplayedOperator = 1.9;

constexpr double kMostLean = 0.03; ///< em

/// Of an em.
constexpr double kWidths[] = {0, 3 / 18.0, 4 / 18.0, 5 / 18.0};

double spaceBetween(Atom left, Atom right, Level level)
{
    const int space = kSpaces[static_cast<int>(left)][static_cast<int>(right)];
    if (space < 0 && level >= Level::Script)
        return 0;
    return kWidths[std::abs(space)];
}

bool leavesNoBinary(Atom before)
{
    return before == Atom::Bin || before == Atom::Op || before == Atom::Rel || before == Atom::Open
        || before == Atom::Punct;
}

} // namespace

MathLayout::MathLayout(const MathFont& font, double pixels)
    : m_font(font)
    , m_pixels(pixels)
{
}

MathBox MathLayout::layOut(const Node& formula, Level level) const
{
    return boxOf(formula, {level, false});
}

double MathLayout::em(Setting setting) const
{
    const MathTable& table = m_font.table();
    return m_pixels
        * (setting.level == Level::Script             ? table.scriptScale
               : setting.level == Level::ScriptScript ? table.scriptScriptScale
                                                      : 1);
}

double MathLayout::px(MathLength which, Setting setting) const
{
    return m_font.length(which) * em(setting);
}

MathLayout::Setting MathLayout::scriptOf(Setting setting)
{
    return {setting.level <= Level::Text ? Level::Script : Level::ScriptScript, setting.isCramped};
}

MathLayout::Setting MathLayout::smaller(Setting setting)
{
    return setting.level == Level::Display ? Setting{Level::Text, setting.isCramped}
                                           : scriptOf(setting);
}

MathLayout::Setting MathLayout::cramped(Setting setting)
{
    return {setting.level, true};
}

MathBox MathLayout::boxOf(const Node& node, Setting setting) const
{
    switch (node.kind) {
    case NodeKind::Row:
        return row(node, setting);
    case NodeKind::Symbol:
        return symbol(node, setting);
    case NodeKind::Text:
        return text(node, setting);
    case NodeKind::Scripts:
        return scripts(node, setting);
    case NodeKind::Fraction:
        return fraction(node, setting);
    case NodeKind::Radical:
        return radical(node, setting);
    case NodeKind::Fence:
        return fence(node, setting);
    case NodeKind::Delimiter:
        return centred(tall(node.symbols.front(), node.amount * em(setting), em(setting)), setting);
    case NodeKind::Accent:
        return accent(node, setting);
    case NodeKind::Cover:
        return cover(node, setting);
    case NodeKind::Line:
        return line(node, setting);
    case NodeKind::Frame:
        return frame(node, setting);
    case NodeKind::Phantom:
        return phantom(node, setting);
    case NodeKind::Arrow:
        return arrow(node, setting);
    case NodeKind::Table:
        return table(node, setting);
    case NodeKind::Space: {
        MathBox space;
        space.width = node.amount * em(setting);
        return space;
    }
    case NodeKind::Level:
        break;
    }
    return {};
}

/// What stands in the row, each with the class that its neighbours leave it.
std::vector<MathLayout::Spaced> MathLayout::spaced(const Node& row, Setting setting)
{
    std::vector<Spaced> atoms;
    Spaced* before = nullptr;
    atoms.reserve(row.children.size());
    for (const Node& child : row.children) {
        if (child.kind == NodeKind::Level) {
            setting.level = child.level;
            continue;
        }
        atoms.push_back({&child, child.atom, setting});
        if (child.kind == NodeKind::Space)
            continue;
        Spaced& atom = atoms.back();
        if (atom.atom == Atom::Bin && (before == nullptr || leavesNoBinary(before->atom)))
            atom.atom = Atom::Ord;
        const bool endsBinary =
            atom.atom == Atom::Rel || atom.atom == Atom::Close || atom.atom == Atom::Punct;
        if (before != nullptr && before->atom == Atom::Bin && endsBinary)
            before->atom = Atom::Ord;
        before = &atom;
    }
    if (before != nullptr && before->atom == Atom::Bin)
        before->atom = Atom::Ord;
    return atoms;
}

MathBox MathLayout::row(const Node& node, Setting setting) const
{
    if (node.children.size() == 1 && node.children.front().kind != NodeKind::Level)
        return boxOf(node.children.front(), setting);
    MathBox box;
    const Spaced* before = nullptr;
    double x = 0;
    for (const Spaced& atom : spaced(node, setting)) {
        const bool isSpace = atom.node->kind == NodeKind::Space;
        if (before != nullptr && !isSpace)
            x += spaceBetween(before->atom, atom.atom, atom.setting.level) * em(atom.setting);
        MathBox child = boxOf(*atom.node, atom.setting);
        const double width = child.width;
        box.put(std::move(child), x, 0);
        x += width;
        before = isSpace ? before : &atom;
    }
    box.width = std::max(x, 0.0);
    return box;
}

MathBox MathLayout::glyph(std::uint32_t glyph, double em) const
{
    const GlyphBox metrics = m_font.boxOf(glyph);
    MathBox box;
    box.italic = m_font.italicOf(glyph) * em;
    box.width = metrics.width * em + box.italic;
    box.ascent = std::max(metrics.ascent, 0.0) * em;
    box.descent = std::max(metrics.descent, 0.0) * em;
    box.accentPlace = m_font.accentPlaceOf(glyph) * em;
    box.isGlyph = true;
    MathMark mark;
    mark.glyph = glyph;
    mark.pixels = em;
    box.marks.push_back(std::move(mark));
    return box;
}

/// A letter that leans out to its left, as f does, keeps off what stands there.
MathBox MathLayout::upright(std::uint32_t letter, double em) const
{
    const double lean = std::max(0.0, -m_font.boxOf(letter).left - kMostLean) * em;
    MathBox box = glyph(letter, em);
    box.marks.front().place.translate(lean, 0);
    box.width += lean;
    box.accentPlace += lean;
    return box;
}

MathBox MathLayout::symbol(const Node& node, Setting setting) const
{
    const char32_t sign = node.symbols.front();
    const auto known = m_font.glyphOf(sign);
    if (known == 0) {
        Node words;
        words.text = QString::fromUcs4(&sign, 1);
        return text(words, setting);
    }
    const auto growth = m_font.table().tall.find(known);
    if (node.atom != Atom::Op || growth == m_font.table().tall.end())
        return upright(known, em(setting));
    const double least = setting.level == Level::Display ? kDisplayedOperator : 0;
    MathBox box = tall(sign, least * em(setting), em(setting));
    box.isGlyph = false;
    return centred(std::move(box), setting);
}

/// Upright words; what the font cannot write, the desktop's fonts do.
MathBox MathLayout::text(const Node& node, Setting setting) const
{
    MathBox box;
    const auto letters = node.text.toUcs4();
    const bool isWritten = std::all_of(letters.begin(), letters.end(),
                                       [&](uint letter) { return m_font.glyphOf(letter) != 0; });
    if (isWritten) {
        for (const uint letter : letters)
            box.put(glyph(m_font.glyphOf(letter), em(setting)), box.width, 0);
        return box;
    }
    QFont font;
    font.setPixelSize(std::max(1, qRound(em(setting) * 0.9)));
    const QFontMetricsF metrics(font);
    box.width = metrics.horizontalAdvance(node.text);
    box.ascent = metrics.ascent() * 0.8;
    box.descent = metrics.descent();
    MathMark mark;
    mark.kind = MathMark::Kind::Words;
    mark.words = node.text;
    mark.pixels = font.pixelSize();
    box.marks.push_back(std::move(mark));
    return box;
}

MathBox MathLayout::phantom(const Node& node, Setting setting) const
{
    MathBox box = boxOf(node.children.front(), setting);
    box.marks.clear();
    if (node.amount == 1)
        box.ascent = box.descent = 0;
    if (node.amount == 2)
        box.width = 0;
    return box;
}

MathBox MathLayout::frame(const Node& node, Setting setting) const
{
    const double gap = em(setting) * 0.3;
    const double rule = px(MathLength::FractionRule, setting);
    MathBox box;
    box.put(boxOf(node.children.front(), setting), gap, 0);
    box.width += gap;
    box.ascent += gap;
    box.descent += gap;
    box.putRule({0, -box.ascent, box.width, rule});
    box.putRule({0, box.descent - rule, box.width, rule});
    box.putRule({0, -box.ascent, rule, box.height()});
    box.putRule({box.width - rule, -box.ascent, rule, box.height()});
    return box;
}

} // namespace tf::ui
