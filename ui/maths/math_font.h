#pragma once

// The font that formulas are set in: glyphs, their outlines and what its MATH table says.
//
// Made with the first formula of a thread, from bytes within the program; no font database knows
// it. All lengths in em, upwards. Thread: the one that made it.

#include "ui/maths/math_table.h"

#include <QPainterPath>
#include <QRawFont>

namespace tf::ui {

struct GlyphBox {
    double width = 0; ///< to the next glyph
    double ascent = 0;
    double descent = 0; ///< below the baseline
    double left = 0; ///< of the ink
    double right = 0;
};

class MathFont {
public:
    /// This thread's; nullptr when the font cannot be used.
    static const MathFont* ofThread();

    [[nodiscard]] double length(MathLength which) const;
    [[nodiscard]] const MathTable& table() const { return m_table; }

    /// 0: the font has none.
    [[nodiscard]] std::uint32_t glyphOf(char32_t letter) const;
    [[nodiscard]] GlyphBox boxOf(std::uint32_t glyph) const;
    [[nodiscard]] double italicOf(std::uint32_t glyph) const;
    /// Where an accent's middle goes.
    [[nodiscard]] double accentPlaceOf(std::uint32_t glyph) const;
    /// For an em of that many pixels, downwards as it is painted.
    [[nodiscard]] QPainterPath outlineOf(std::uint32_t glyph, double pixels) const;

private:
    /// All of a glyph that takes its time: the font engine reads it anew with every question.
    struct Known {
        GlyphBox box;
        QPainterPath outline; ///< an em is kDesignPixels
    };

    explicit MathFont(QRawFont font);
    [[nodiscard]] const Known& known(std::uint32_t glyph) const;

    QRawFont m_font; ///< an em is kDesignPixels
    MathTable m_table;
    mutable std::unordered_map<char32_t, std::uint32_t> m_glyphs;
    mutable std::unordered_map<std::uint32_t, Known> m_known; ///< bounded by the font
};

} // namespace tf::ui
