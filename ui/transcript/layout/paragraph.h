#pragma once

// Prose laid out for a width: lines of even height, marks, links, formulas among the words.
//
// The direction is that of its first strong character. Offsets are those of the prose; a formula
// is one sign in the layout, and the paragraph counts for both. Thread: main.

#include "ui/markdown/prose.h"
#include "ui/theme/theme.h"
#include "ui/transcript/layout/cited_range.h"
#include "ui/transcript/layout/inline_formulas.h"
#include "ui/transcript/layout/row_layout.h"

#include <QTextLayout>

namespace tf::ui {

/// How prose is set.
struct ProseStyle {
    QFont font;
    QFont strong;
    QFont code;
    int lineHeight = 0;
    Token ink = Token::Text;
    Qt::Alignment alignment = Qt::AlignLeft; ///< left is where its lines begin
    bool isMirrored = false; ///< where the text does not say
    bool isPlaced = false; ///< left is left, whatever the text says
};

/// Kept free on either side of code among the words, in design pixels.
inline constexpr int kCodeRoom = 3;
/// Kept free behind a cited place for its mark.
inline constexpr int kMarkRoom = 14;

/// Without marks.
[[nodiscard]] Prose plainProse(QString text);

class Paragraph {
public:
    /// `cited`: the places that it names, ascending; each gets room for its mark.
    Paragraph(const Prose& prose, const ProseStyle& style, double width, const Theme& theme,
              std::vector<CitedRange> cited = {});

    [[nodiscard]] int height() const { return m_height; }
    /// Of the longest line.
    [[nodiscard]] double usedWidth() const { return m_usedWidth; }
    [[nodiscard]] bool isRightToLeft() const { return m_isRightToLeft; }
    [[nodiscard]] double firstBaseline() const { return m_firstBaseline; }

    void paint(QPainter& painter, QPointF at, const RowPaint& paint, TextRange selected,
               std::span<const TextRange> hits, std::optional<std::size_t> currentHit) const;
    /// Down to there it looks as that one does, which had the same style and width.
    [[nodiscard]] int sameUntil(const Paragraph& other) const;

    [[nodiscard]] int offsetAt(QPointF place) const;
    [[nodiscard]] QRectF lineOf(int offset) const;
    /// Where that stretch stands, a rectangle a line.
    [[nodiscard]] std::vector<QRectF> placesOf(TextRange range) const;

    struct Link {
        TextRange range;
        QString text;
        QString target;
    };
    [[nodiscard]] const std::vector<Link>& links() const { return m_links; }
    [[nodiscard]] const std::vector<CitedRange>& cited() const { return m_cited; }
    /// Behind the last sign of that stretch.
    [[nodiscard]] QRectF markPlace(const CitedRange& cited) const;

private:
    struct InlineCode {
        TextRange range;
        bool holdsRoom = false; ///< its last letter is wider by the room behind it
    };

    void format(const Prose& prose, const ProseStyle& style, const Theme& theme);
    void leaveRoom(QList<QTextLayout::FormatRange>& formats, const ProseStyle& style);
    void leaveMarks(const TextFormats& formats, TextFormats& rooms, const QFont& plain) const;
    [[nodiscard]] std::vector<TextRange> citedStretches() const;
    void breakLines(double width);
    [[nodiscard]] bool beginsWithCode(const QTextLine& line) const;
    [[nodiscard]] int sameText(const Paragraph& other) const;
    void paintBacks(QPainter& painter, const RowPaint& paint, TextRange selected,
                    std::span<const TextRange> hits, std::optional<std::size_t> currentHit) const;
    void paintCode(QPainter& painter, const InlineCode& code, double inset, QColor fill) const;

    QTextLayout m_layout;
    InlineFormulas m_formulas;
    QColor m_ink;
    std::vector<InlineCode> m_codes;
    std::vector<Link> m_links;
    std::vector<CitedRange> m_cited;
    int m_lineHeight;
    int m_codeRoom;
    int m_markRoom;
    int m_height = 0;
    double m_usedWidth = 0;
    double m_firstBaseline = 0;
    bool m_isRightToLeft = false;
};

} // namespace tf::ui
