#pragma once

// The small rows: a rule, a formula that stands alone.
//
// Thread: main.

#include "ui/maths/formula.h"
#include "ui/transcript/layout/indents.h"
#include "ui/transcript/layout/paragraph.h"
#include "ui/transcript/layout/room.h"

namespace tf::ui {

class RuleRow : public RowLayout {
public:
    RuleRow(const Room& room, const Measures& measures);

    [[nodiscard]] int height() const override;
    void paint(QPainter& painter, const RowPaint& paint) const override;

private:
    const Measures& m_measures;
    Room m_room;
};

/// As a formula, or its source when that is not understood.
class FormulaRow : public RowLayout {
public:
    FormulaRow(const Block& block, const Room& room, const Measures& measures, const Theme& theme);

    [[nodiscard]] int height() const override;
    void paint(QPainter& painter, const RowPaint& paint) const override;
    [[nodiscard]] int scrollable() const override;
    [[nodiscard]] int offsetAt(QPointF place, const RowView& view) const override;
    [[nodiscard]] QRectF lineOf(int offset, const RowView& view) const override;

private:
    const Measures& m_measures;
    Room m_room;
    int m_length;
    std::optional<Formula> m_formula;
    std::optional<Paragraph> m_source;
    Indents m_indents;
};

} // namespace tf::ui
