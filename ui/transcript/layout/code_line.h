#pragma once

// One line of code laid out: coloured, and of a very long one only what is in sight.
//
// Made for a picture and thrown away: laying out the lines of a window takes a few milliseconds.
// Thread: main.

#include "ui/code/lexer.h"
#include "ui/transcript/layout/measures.h"

#include <QTextLayout>

#include <memory>

namespace tf::ui {

/// A stretch of a line, in signs.
struct LineWindow {
    int first = 0;
    int count = 0;
};

class CodeLine {
public:
    CodeLine(QStringView line, const std::vector<InkSpan>& inks, LineWindow window,
             const Measures& measures, const Theme& theme);

    /// `at`: the upper left corner of the line, scrolled.
    void paint(QPainter& painter, QPointF at) const;
    /// From the line's beginning.
    [[nodiscard]] double xOf(int offset) const;
    [[nodiscard]] int offsetAt(double x) const;

private:
    std::unique_ptr<QTextLayout> m_layout;
    int m_skipped = 0; ///< signs before what is laid out
    double m_cell;
    double m_baselineShift = 0;
};

[[nodiscard]] Token tokenOf(Ink ink);

/// Longer lines are laid out in part, sign by sign as if all were as wide as a digit.
inline constexpr int kMaxWholeLine = 1000;

} // namespace tf::ui
