#include "ui/transcript/view/stage_painter.h"

#include "ui/theme/style.h"
#include "ui/transcript/layout/indents.h"
#include "ui/transcript/story/block_text.h"

namespace tf::ui {

namespace {

constexpr int kCardRadius = 12;
constexpr int kReasoningBar = 2;

/// A stretch of the card around a question; its round ends are clipped where it goes on.
void paintCard(QPainter& painter, Stage& stage, std::size_t idx, int y, const Theme& theme)
{
    const Measures& measures = stage.measures();
    const ShownRow& row = stage.rows()[idx];
    const ShownRow* before = stage.rows().before(idx);
    const bool isIn = standsInCard(row);
    const bool isEnd =
        row.kind == RowKind::QuestionFooter && before != nullptr && standsInCard(*before);
    if (!isIn && !isEnd)
        return;
    const int width = measures.column;
    const int x = measures.left + (measures.isMirrored ? measures.content - width : 0);
    const bool isFirst = isIn && before != nullptr && before->kind == RowKind::QuestionHead;
    const int top = isFirst ? y + measures.px(kAboveCard) : y;
    const int bottom = isEnd ? y + measures.px(kCardVertical) : y + stage.rows().heights()[idx];
    const int radius = measures.px(kCardRadius);
    painter.save();
    painter.setClipRect(QRect(x, top, width, bottom - top), Qt::IntersectClip);
    paintRounded(painter,
                 QRect(x, isFirst ? top : top - 2 * radius, width,
                       bottom - top + (isFirst ? 0 : 2 * radius) + (isEnd ? 0 : 2 * radius)),
                 radius, theme.color(Token::QuestionFill));
    painter.restore();
}

/// The line beside reasoning, and the bars of quotes around what is no prose.
void paintBars(QPainter& painter, Stage& stage, std::size_t idx, int y, const Theme& theme)
{
    const Measures& measures = stage.measures();
    const ShownRow& row = stage.rows()[idx];
    if (row.kind != RowKind::Block)
        return;
    const int height = stage.rows().heights()[idx];
    if (stage.story().section(row.key).kind() == SectionKind::Reasoning) {
        const int inset = measures.px(7);
        const int x = measures.isMirrored
            ? measures.left + measures.content - inset - measures.px(kReasoningBar)
            : measures.left + inset;
        painter.fillRect(x, y, measures.px(kReasoningBar), height, theme.color(Token::Divider));
    }
    const Block* block = stage.story().block(row.key);
    if (block == nullptr || block->containers.empty() || block->kind == BlockKind::Paragraph
        || block->kind == BlockKind::Heading || block->kind == BlockKind::Maths)
        return;
    const Indents indents(block->containers, measures, measures.isMirrored);
    const Placement place = stage.placementOf(idx);
    const int inset = place.x - (measures.isMirrored ? 0 : indents.width());
    indents.paint(painter, theme,
                  QRect(measures.left + inset, y, place.width + indents.width(), height), place.gap,
                  place.gap + measures.proseLine * 0.72, place.numShared);
}

} // namespace

void paintStage(QPainter& painter, const QRect& exposed, Stage& stage, const Theme& theme,
                const StageLook& look)
{
    painter.fillRect(exposed, theme.color(Token::Window));
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // each text as its letters say
    const Rows& rows = stage.rows();
    std::size_t idx = rows.heights().at(stage.top() + exposed.top());
    for (; idx < rows.count(); ++idx) {
        const QPoint origin = stage.originOf(idx);
        if (origin.y() > exposed.bottom())
            break;
        paintCard(painter, stage, idx, origin.y(), theme);
        paintBars(painter, stage, idx, origin.y(), theme);
        const RowKey& key = rows[idx].key;
        RowPaint paint{
            .theme = theme, .view = stage.viewOf(idx), .exposed = exposed.translated(-origin)};
        FindMarks::InRow found;
        if (paint.view.block != nullptr) {
            paint.selected = look.selection.rangeIn(key, textLength(*paint.view.block));
            if (look.found != nullptr)
                found = look.found->in(key);
        }
        paint.hits = found.ranges;
        paint.currentHit = found.current;
        if (look.hovered && look.hovered->row == key)
            paint.hovered = look.hovered;
        if (look.focused && look.focused->row == key)
            paint.focused = look.focused;
        paint.isTurnActive = key.turn == look.activeTurn;
        painter.save();
        painter.translate(origin);
        stage.layout(idx).paint(painter, paint);
        painter.restore();
    }
}

} // namespace tf::ui
