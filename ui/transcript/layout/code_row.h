#pragma once

// Code as a row: a header with its language and buttons, and lines of even height beneath it.
//
// Only the lines in sight are laid out. The header stays in sight while there is code beneath it.
// Thread: main.

#include "ui/transcript/layout/code_line.h"
#include "ui/transcript/layout/ink_states.h"
#include "ui/transcript/layout/room.h"
#include "ui/transcript/layout/row_layout.h"
#include "ui/transcript/layout/side_bar.h"

namespace tf::ui {

enum class CodeFold : std::uint8_t { Whole, Folded };

class CodeRow : public RowLayout {
public:
    CodeRow(const Block& block, const Room& room, CodeFold fold, const Measures& measures,
            const Theme& theme);

    [[nodiscard]] int height() const override;
    void paint(QPainter& painter, const RowPaint& paint) const override;
    [[nodiscard]] std::vector<Spot> spots(const RowView& view) const override;
    [[nodiscard]] int offsetAt(QPointF place, const RowView& view) const override;
    [[nodiscard]] QRectF lineOf(int offset, const RowView& view) const override;
    [[nodiscard]] int scrollable() const override;
    [[nodiscard]] int pulled(int from, int pixels) const override;
    [[nodiscard]] std::size_t bytes() const override;
    std::optional<RowChange> grow(const Block& block) override;

    [[nodiscard]] bool isBehind() const { return m_inks.isBehind(); }
    void advance(const Block& block) { m_inks.advance(block.code); }

private:
    struct Lines {
        std::size_t first = 0;
        std::size_t last = 0;
    };

    [[nodiscard]] QRect box() const;
    [[nodiscard]] QRect header(const RowView& view) const;
    [[nodiscard]] QRect textArea() const;
    [[nodiscard]] SideBar sideBar() const;
    [[nodiscard]] Lines linesIn(const QRect& exposed) const;
    [[nodiscard]] CodeLine laidOut(const Block& block, std::size_t line, const RowView& view,
                                   const std::vector<InkSpan>& inks) const;
    void measure(const Block& block, std::size_t fromLine);
    void paintLines(QPainter& painter, const RowPaint& paint) const;
    void paintRange(QPainter& painter, const RowPaint& paint, const CodeLine& laidOut,
                    std::size_t line, TextRange range, Token fill) const;
    void paintHeader(QPainter& painter, const RowPaint& paint) const;
    void paintFooter(QPainter& painter, const RowPaint& paint) const;

    const Measures& m_measures;
    const Theme& m_theme;
    Room m_room;
    CodeFold m_fold;
    bool m_canFold = false;
    std::size_t m_numLines = 0;
    int m_longest = 0; ///< in pixels
    std::size_t m_measured = 0; ///< lines that m_longest knows
    QString m_title;
    mutable InkStates m_inks;
};

/// What a block of so many lines takes, beneath its gap.
[[nodiscard]] int codeHeight(std::size_t numLines, CodeFold fold, const Measures& measures);

} // namespace tf::ui
