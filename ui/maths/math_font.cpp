#include "ui/maths/math_font.h"

#include "ui/theme/fonts.h"

#include <QTransform>

#include <memory>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr double kDesignPixels = 1000;

double lengthFor(const std::unordered_map<std::uint32_t, double>& lengths, std::uint32_t glyph,
                 double otherwise)
{
    const auto found = lengths.find(glyph);
    return found == lengths.end() ? otherwise : found->second;
}

} // namespace

const MathFont* MathFont::ofThread()
{
    thread_local const std::unique_ptr<const MathFont> font = [] {
        QRawFont raw(embeddedFont("texgyretermes-math.otf"), kDesignPixels, QFont::PreferNoHinting);
        const bool isUsable = raw.isValid() && !raw.fontTable("MATH").isEmpty();
        return std::unique_ptr<const MathFont>(isUsable ? new MathFont(std::move(raw)) : nullptr);
    }();
    return font.get();
}

MathFont::MathFont(QRawFont font)
    : m_font(std::move(font))
    , m_table(readMathTable(m_font.fontTable("MATH"), m_font.unitsPerEm()))
{
}

double MathFont::length(MathLength which) const
{
    return m_table.lengths[static_cast<std::size_t>(which)];
}

std::uint32_t MathFont::glyphOf(char32_t letter) const
{
    const auto found = m_glyphs.find(letter);
    if (found != m_glyphs.end())
        return found->second;
    const auto glyphs = m_font.glyphIndexesForString(QString::fromUcs4(&letter, 1));
    const std::uint32_t glyph = glyphs.isEmpty() ? 0 : glyphs.front();
    if (glyph != 0) // else any text would fill it
        m_glyphs.emplace(letter, glyph);
    return glyph;
}

const MathFont::Known& MathFont::known(std::uint32_t glyph) const
{
    const auto found = m_known.find(glyph);
    if (found != m_known.end())
        return found->second;
    const QRectF ink = m_font.boundingRect(glyph);
    const auto advances = m_font.advancesForGlyphIndexes({glyph});
    const double width = advances.isEmpty() ? 0 : advances.front().x();
    const GlyphBox box = {width / kDesignPixels, -ink.top() / kDesignPixels,
                          ink.bottom() / kDesignPixels, ink.left() / kDesignPixels,
                          ink.right() / kDesignPixels};
    return m_known.emplace(glyph, Known{box, m_font.pathForGlyph(glyph)}).first->second;
}

GlyphBox MathFont::boxOf(std::uint32_t glyph) const
{
    return known(glyph).box;
}

double MathFont::italicOf(std::uint32_t glyph) const
{
    return lengthFor(m_table.italics, glyph, 0);
}

double MathFont::accentPlaceOf(std::uint32_t glyph) const
{
    const GlyphBox box = boxOf(glyph);
    return lengthFor(m_table.accentPlaces, glyph,
                     box.width > 0 ? box.width / 2 : (box.left + box.right) / 2);
}

QPainterPath MathFont::outlineOf(std::uint32_t glyph, double pixels) const
{
    const double scale = pixels / kDesignPixels;
    return QTransform::fromScale(scale, scale).map(known(glyph).outline);
}

} // namespace tf::ui
