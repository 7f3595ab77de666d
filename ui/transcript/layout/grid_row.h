#pragma once

// A table as a row: columns as wide as what stands in them, as far as there is room.
//
// Further rows of a long table come as blocks of their own; all are given the same columns.
// Thread: main.

#include "ui/transcript/layout/paragraph.h"
#include "ui/transcript/layout/room.h"
#include "ui/transcript/layout/side_bar.h"

#include <memory>

namespace tf::ui {

/// What a column of a table wants, in pixels.
struct ColumnWish {
    double least = 0; ///< its longest word
    double most = 0; ///< its longest line
};

/// The wishes of a table's rows, joined with those of rows before.
[[nodiscard]] std::vector<ColumnWish> wishesOf(const Table& table, std::vector<ColumnWish> before,
                                               const Measures& measures);
/// Widths that fit into `width`, or are wider when even the longest words do not.
[[nodiscard]] std::vector<int> columnWidths(const std::vector<ColumnWish>& wishes, int width,
                                            const Measures& measures);

class GridRow : public RowLayout {
public:
    GridRow(const Block& block, const Room& room, std::vector<int> columns,
            const Measures& measures, const Theme& theme, CitedSource cited = {});

    [[nodiscard]] int height() const override { return m_room.gap + m_height; }
    void paint(QPainter& painter, const RowPaint& paint) const override;
    [[nodiscard]] std::vector<Spot> spots(const RowView& view) const override;
    [[nodiscard]] int offsetAt(QPointF place, const RowView& view) const override;
    [[nodiscard]] QRectF lineOf(int offset, const RowView& view) const override;
    [[nodiscard]] int scrollable() const override;
    [[nodiscard]] int pulled(int from, int pixels) const override;
    [[nodiscard]] std::size_t bytes() const override { return m_bytes; }
    [[nodiscard]] int sameUntil(const RowLayout& before) const override;

private:
    struct Cell {
        std::unique_ptr<Paragraph> text;
        TextRange range; ///< in the row's text
        QRect place; ///< unscrolled, in the row
        bool isHead = false;
    };

    void placeCells(const Table& table, const Theme& theme);
    [[nodiscard]] QPointF originOf(const Cell& cell, const RowView& view) const;
    [[nodiscard]] SideBar sideBar() const;
    [[nodiscard]] int shift(const RowView& view) const;
    void paintLines(QPainter& painter, const RowPaint& paint) const;
    [[nodiscard]] const Cell* cellAt(QPointF place, const RowView& view) const;

    const Measures& m_measures;
    Room m_room;
    CitedSource m_cited;
    std::vector<int> m_columns;
    std::vector<Cell> m_cells;
    std::vector<int> m_rowTops; ///< beneath the gap; the last is the end
    int m_height = 0;
    int m_width = 0;
    bool m_hasHead = false;
    std::size_t m_bytes = 512;
};

} // namespace tf::ui
