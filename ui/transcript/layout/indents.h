#pragma once

// How far a block stands in because of its quotes and lists, and what is painted beside it.
//
// On the side where the block's text begins. Thread: main.

#include "ui/markdown/block.h"
#include "ui/transcript/layout/measures.h"

class QPainter;

namespace tf::ui {

class Indents {
public:
    Indents(const std::vector<Container>& containers, const Measures& measures, bool isRightToLeft);

    [[nodiscard]] int width() const { return m_width; }
    /// `row`: all of the row, its gap with it; `baseline`: of the first line, in the row;
    /// `numShared`: bars that come from the row before.
    void paint(QPainter& painter, const Theme& theme, const QRect& row, int gap, double baseline,
               int numShared) const;

private:
    [[nodiscard]] static int stepOf(const Container& container, const Measures& measures);
    void paintMarker(QPainter& painter, const Theme& theme, const Container& container,
                     const QRect& place, double baseline, int depth) const;

    std::vector<Container> m_containers;
    const Measures& m_measures;
    bool m_isRightToLeft;
    int m_width = 0;
};

} // namespace tf::ui
