#pragma once

// A formula in TeX, laid out and ready to be painted.
//
// The common part of TeX's mathematics; what is beyond it is nothing, and the source is shown
// instead. No input is a mistake, none takes longer than its length allows. Thread: any that may
// use fonts.

#include <QPointF>
#include <QSizeF>
#include <QString>

#include <memory>
#include <optional>

class QColor;
class QPainter;

namespace tf::ui {

enum class FormulaStyle : std::uint8_t { InLine, Displayed };

class Formula {
public:
    /// `pixels`: the size of the text around it. nullopt: not understood.
    static std::optional<Formula> layOut(QStringView tex, FormulaStyle style, double pixels);

    [[nodiscard]] QSizeF size() const;
    [[nodiscard]] double ascent() const; ///< of `size`, above the baseline
    /// `at`: the left end of its baseline.
    void paint(QPainter& painter, QPointF at, const QColor& color) const;
    /// For screen readers and for copying: the source.
    [[nodiscard]] const QString& tex() const;

private:
    struct Box;
    explicit Formula(std::shared_ptr<const Box> box);
    std::shared_ptr<const Box> m_box;
};

} // namespace tf::ui
