#pragma once

// A paragraph or a heading as a row: prose, with its bars, markers and links.
//
// Thread: main.

#include "ui/transcript/layout/indents.h"
#include "ui/transcript/layout/paragraph.h"
#include "ui/transcript/layout/room.h"

namespace tf::ui {

class ProseRow : public RowLayout {
public:
    ProseRow(const Block& block, const Room& room, const Measures& measures, const Theme& theme,
             CitedSource cited = {});

    [[nodiscard]] int height() const override;
    void paint(QPainter& painter, const RowPaint& paint) const override;
    [[nodiscard]] std::vector<Spot> spots(const RowView& view) const override;
    [[nodiscard]] int offsetAt(QPointF place, const RowView& view) const override;
    [[nodiscard]] QRectF lineOf(int offset, const RowView& view) const override;
    [[nodiscard]] std::size_t bytes() const override { return m_bytes; }
    [[nodiscard]] int sameUntil(const RowLayout& before) const override;

private:
    [[nodiscard]] QPointF origin() const;

    const Measures& m_measures;
    Room m_room;
    CitedSource m_cited;
    Paragraph m_paragraph;
    Indents m_indents;
    int m_column; ///< the width of the column of prose
    std::size_t m_bytes;
};

} // namespace tf::ui
