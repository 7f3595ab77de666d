#pragma once

// One block of a text as it is shown: a paragraph, a heading, some code, a table, a formula.
//
// A document is a flat list of them; what they stand in (quotes, lists) is told by each block
// itself, so that any block can be laid out alone. Plain values. Thread: any.

#include "ui/markdown/prose.h"

#include <deque>

namespace tf::ui {

enum class BlockKind : std::uint8_t { Paragraph, Heading, Code, Table, Rule, Maths };

/// What a block stands in, outermost first.
struct Container {
    enum class Kind : std::uint8_t { Quote, Bullet, Number, Task, DoneTask };
    Kind kind = Kind::Quote;
    std::int32_t number = 0; ///< of a Number item
    bool begins = false; ///< this block carries the item's marker

    bool operator==(const Container&) const = default;
};

enum class Align : std::uint8_t { Unsaid, Left, Middle, Right };

struct Table {
    std::vector<Align> columns;
    std::vector<std::vector<Prose>> rows; ///< the first is the head, unless `goesOn`; a row may
                                          ///< have fewer cells than there are columns
    bool goesOn = false; ///< further rows of the table before it, in the same columns

    bool operator==(const Table&) const = default;
};

struct Code {
    QString language; ///< first word of the fence; empty: unsaid
    QString info; ///< all of it: "cpp src/main.cpp"
    QString text; ///< lines end in U+000A, the last one may not
    std::vector<qsizetype> lines; ///< where each begins

    bool operator==(const Code&) const = default;
};

struct Block {
    BlockKind kind = BlockKind::Paragraph;
    std::uint8_t level = 0; ///< of a heading, 1 to 6
    bool isTight = false; ///< no space before it: items of a tight list, a paragraph that goes on
    bool isOpen = false; ///< the last one of a text that grows
    std::vector<Container> containers;
    Prose prose; ///< Paragraph, Heading; of Maths: the TeX
    Code code;
    Table table;

    bool operator==(const Block&) const = default;
};

/// A hundred thousand are not moved when one more comes.
using Blocks = std::deque<Block>;

} // namespace tf::ui
