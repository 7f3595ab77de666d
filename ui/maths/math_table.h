#pragma once

// What a mathematical font says of itself: the MATH table of OpenType.
//
// All lengths in em. Reads within the bytes that are there; what is missing is 0 or empty.
// Thread: any.

#include <QByteArray>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace tf::ui {

/// In the order of the table.
enum class MathLength : std::uint8_t {
    Leading,
    AxisHeight,
    AccentBaseHeight,
    FlatAccentBaseHeight,
    SubShiftDown,
    SubTopMost,
    SubDropLeast,
    SupShiftUp,
    SupShiftUpCramped,
    SupBottomLeast,
    SupDropMost,
    SubSupGapLeast,
    SupBottomMostWithSub,
    SpaceAfterScript,
    UpperLimitGapLeast,
    UpperLimitRiseLeast,
    LowerLimitGapLeast,
    LowerLimitDropLeast,
    StackTopUp,
    StackTopUpDisplayed,
    StackBottomDown,
    StackBottomDownDisplayed,
    StackGapLeast,
    StackGapLeastDisplayed,
    StretchTopUp,
    StretchBottomDown,
    StretchGapAboveLeast,
    StretchGapBelowLeast,
    NumeratorUp,
    NumeratorUpDisplayed,
    DenominatorDown,
    DenominatorDownDisplayed,
    NumeratorGapLeast,
    NumeratorGapLeastDisplayed,
    FractionRule,
    DenominatorGapLeast,
    DenominatorGapLeastDisplayed,
    SkewedGapAcross,
    SkewedGapUp,
    OverbarGap,
    OverbarRule,
    OverbarExtra,
    UnderbarGap,
    UnderbarRule,
    UnderbarExtra,
    RadicalGap,
    RadicalGapDisplayed,
    RadicalRule,
    RadicalExtra,
    BeforeDegree,
    AfterDegree,
};

inline constexpr int kNumMathLengths = static_cast<int>(MathLength::AfterDegree) + 1;

/// A part of a sign that grows, from its bottom or its left end.
struct GlyphPart {
    std::uint32_t glyph = 0;
    double startOverlap = 0;
    double endOverlap = 0;
    double length = 0;
    bool repeats = false;
};

struct GlyphGrowth {
    std::vector<std::uint32_t> larger; ///< ascending
    std::vector<GlyphPart> parts;
};

struct MathTable {
    double lengths[kNumMathLengths] = {};
    double scriptScale = 0.7;
    double scriptScriptScale = 0.5;
    double degreeRise = 0.6; ///< of a radical's height
    double leastOverlap = 0;
    std::unordered_map<std::uint32_t, double> italics; ///< how far a slanted glyph leans out
    std::unordered_map<std::uint32_t, double> accentPlaces;
    std::unordered_map<std::uint32_t, GlyphGrowth> tall;
    std::unordered_map<std::uint32_t, GlyphGrowth> wide;
};

[[nodiscard]] MathTable readMathTable(const QByteArray& bytes, double unitsPerEm);

} // namespace tf::ui
