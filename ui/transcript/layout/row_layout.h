#pragma once

// One row laid out for a width: what can be painted, hit, selected and pressed.
//
// Its own text is not held here: whoever paints gives the block again. Places count from the row's
// upper left corner. Thread: main.

#include "ui/markdown/block.h"
#include "ui/theme/theme.h"
#include "ui/transcript/layout/spot.h"

#include <QPainter>

#include <optional>
#include <span>
#include <vector>

namespace tf::ui {

struct Measures;

/// UTF-16 units of a row's text.
struct TextRange {
    int begin = 0;
    int end = 0;

    [[nodiscard]] bool isEmpty() const { return begin >= end; }
};

/// How a row is looked at now.
struct RowView {
    const Block* block = nullptr; ///< of a Block row
    int scrolled = 0; ///< of what is wider than its place
    int stickyTop = 0; ///< where the window begins, if that is inside the row
};

struct RowPaint {
    const Theme& theme;
    RowView view;
    QRect exposed;
    TextRange selected = {};
    std::span<const TextRange> hits = {};
    std::optional<std::size_t> currentHit = {};
    std::optional<SpotId> hovered = {};
    std::optional<SpotId> focused = {};
    bool isTurnActive = false; ///< the mouse or the keyboard is in its turn
};

/// What of a row is not as it was: all from there on down, and a strip at its top.
struct RowChange {
    int from = 0;
    int strip = 0; ///< its height
};

class RowLayout {
public:
    RowLayout() = default;
    RowLayout(const RowLayout&) = delete;
    RowLayout& operator=(const RowLayout&) = delete;
    virtual ~RowLayout() = default;

    [[nodiscard]] virtual int height() const = 0;
    virtual void paint(QPainter& painter, const RowPaint& paint) const = 0;
    /// What can be pressed, in the order of the Tab key.
    [[nodiscard]] virtual std::vector<Spot> spots(const RowView&) const { return {}; }
    /// The place in the text that is nearest.
    [[nodiscard]] virtual int offsetAt(QPointF, const RowView&) const { return 0; }
    /// The line that holds that place of the text.
    [[nodiscard]] virtual QRectF lineOf(int, const RowView&) const { return {}; }
    /// How far it can be scrolled sideways.
    [[nodiscard]] virtual int scrollable() const { return 0; }
    /// How far it is scrolled when its bar is pulled so far from where it stood at `from`.
    [[nodiscard]] virtual int pulled(int from, int) const { return from; }
    /// About what it takes of memory.
    [[nodiscard]] virtual std::size_t bytes() const { return 256; }
    /// More of the same block came. Nothing: it must be laid out anew.
    virtual std::optional<RowChange> grow(const Block&) { return {}; }
    /// Down to there it looks as the layout did that the same block had before.
    [[nodiscard]] virtual int sameUntil(const RowLayout&) const { return 0; }
};

} // namespace tf::ui
