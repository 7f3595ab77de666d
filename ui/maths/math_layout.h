#pragma once

// A tree of mathematics becomes a box, by TeX's rules and the font's own lengths.
//
// Made for one formula. The rules are those of The TeXbook's Appendix G as OpenType's MATH table
// names their lengths. Thread: that of the font.

#include "ui/maths/math_box.h"
#include "ui/maths/math_font.h"
#include "ui/maths/math_node.h"

namespace tf::ui {

class MathLayout {
public:
    /// `pixels`: an em of the formula's text.
    MathLayout(const MathFont& font, double pixels);

    [[nodiscard]] MathBox layOut(const Node& formula, Level level) const;

private:
    /// How large, and whether what is above must stay low.
    struct Setting {
        Level level = Level::Text;
        bool isCramped = false;
    };

    struct Spaced {
        const Node* node = nullptr;
        Atom atom = Atom::Ord;
        Setting setting;
    };

    struct TableBox {
        std::size_t numColumns = 1;
        std::vector<MathBox> cells; ///< row by row
        std::vector<double> widths;
    };

    [[nodiscard]] MathBox boxOf(const Node& node, Setting setting) const;
    [[nodiscard]] MathBox row(const Node& node, Setting setting) const;
    [[nodiscard]] static std::vector<Spaced> spaced(const Node& row, Setting setting);
    [[nodiscard]] MathBox symbol(const Node& node, Setting setting) const;
    [[nodiscard]] MathBox text(const Node& node, Setting setting) const;
    [[nodiscard]] MathBox phantom(const Node& node, Setting setting) const;
    [[nodiscard]] MathBox frame(const Node& node, Setting setting) const;

    [[nodiscard]] MathBox scripts(const Node& node, Setting setting) const;
    [[nodiscard]] MathBox limits(const Node& node, Setting setting) const;
    [[nodiscard]] MathBox fraction(const Node& node, Setting setting) const;
    [[nodiscard]] MathBox accent(const Node& node, Setting setting) const;
    [[nodiscard]] MathBox line(const Node& node, Setting setting) const;

    [[nodiscard]] MathBox radical(const Node& node, Setting setting) const;
    [[nodiscard]] MathBox fence(const Node& node, Setting setting) const;
    [[nodiscard]] MathBox cover(const Node& node, Setting setting) const;
    [[nodiscard]] MathBox arrow(const Node& node, Setting setting) const;
    [[nodiscard]] MathBox table(const Node& node, Setting setting) const;
    [[nodiscard]] TableBox cellsOf(const Node& node, Setting cell) const;

    /// At least so high or wide, as far as the sign can grow.
    [[nodiscard]] MathBox tall(char32_t sign, double wanted, double em) const;
    [[nodiscard]] MathBox wide(char32_t sign, double wanted, double em) const;
    [[nodiscard]] MathBox tallParts(const std::vector<GlyphPart>& parts, double wanted,
                                    double em) const;
    [[nodiscard]] MathBox wideParts(const std::vector<GlyphPart>& parts, double wanted,
                                    double em) const;
    /// Around the height at which fractions have their rule.
    [[nodiscard]] MathBox centred(MathBox box, Setting setting) const;
    [[nodiscard]] MathBox glyph(std::uint32_t glyph, double em) const;
    [[nodiscard]] MathBox upright(std::uint32_t letter, double em) const;

    [[nodiscard]] double em(Setting setting) const;
    [[nodiscard]] double px(MathLength which, Setting setting) const;
    [[nodiscard]] static Setting scriptOf(Setting setting);
    [[nodiscard]] static Setting smaller(Setting setting); ///< of a fraction's parts
    [[nodiscard]] static Setting cramped(Setting setting);

    const MathFont& m_font;
    double m_pixels;
};

} // namespace tf::ui
