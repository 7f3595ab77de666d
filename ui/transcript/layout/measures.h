#pragma once

// The fonts, lengths and columns that a conversation is set in, for one width and one theme.
//
// Prose keeps to a readable column; code and tables may take all of the content. Thread: main.

#include "ui/theme/theme.h"

namespace tf::ui {

struct Measures {
    int viewport = 0; ///< width of the window onto the conversation
    int left = 0; ///< where the content begins
    int content = 0; ///< its width
    int prose = 0; ///< the width of prose in it
    int column = 0; ///< of cards: prose with the padding around it; all end at one edge
    bool isMirrored = false; ///< the application reads from right to left
    int zoomPercent = 100;

    QFont reading;
    QFont readingStrong;
    QFont body;
    QFont small;
    QFont strong;
    QFont code;
    QFont inlineCode; ///< a little smaller: its letters are larger than those of prose
    QFont headings[6];

    int proseLine = 0; ///< from one baseline to the next
    int bodyLine = 0;
    int codeLine = 0;
    double codeCell = 0; ///< width of one sign of code
    double proseCell = 0; ///< of prose, about

    [[nodiscard]] int px(int designPixels) const { return (designPixels * zoomPercent + 50) / 100; }
};

[[nodiscard]] Measures measuresFor(const Theme& theme, int viewportWidth,
                                   Qt::LayoutDirection direction);

inline constexpr int kMaxProseChars = 95;
/// The padding of the card that a question stands in.
inline constexpr int kCardPadding = 16;

} // namespace tf::ui
