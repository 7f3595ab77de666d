#pragma once

// A piece of a formula that has its place and size: glyphs and rules around a baseline.
//
// In pixels; x grows to the right and y downwards from the baseline's left end. Thread: any.

#include <QPointF>
#include <QRectF>
#include <QString>

#include <cstdint>
#include <vector>

namespace tf::ui {

struct MathMark {
    enum class Kind : std::uint8_t { Glyph, Rule, Words };
    Kind kind = Kind::Glyph;
    std::uint32_t glyph = 0;
    double pixels = 0; ///< of an em
    QRectF place; ///< its top left is a glyph's origin
    QString words; ///< that the font has no glyphs for
    bool isPiece = false; ///< of a sign put together: overlaps the next one
};

struct MathBox {
    double width = 0;
    double ascent = 0;
    double descent = 0;
    double italic = 0; ///< within the width: where a lower script begins earlier
    double accentPlace = -1; ///< -1: the middle
    bool isGlyph = false;
    std::vector<MathMark> marks;

    [[nodiscard]] double height() const { return ascent + descent; }
    /// Another one with its baseline's left end there; this one grows around it.
    void put(MathBox other, double x, double y);
    void putRule(const QRectF& place);
    /// A glyph that is part of a larger sign.
    void putPiece(MathBox piece, double x, double y);
};

} // namespace tf::ui
