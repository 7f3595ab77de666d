#pragma once

// A formula as it was understood: a tree of few kinds.
//
// A plain value. What a kind does not need is empty. Thread: any.

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace tf::ui {

/// TeX's classes, by which spaces are set.
enum class Atom : std::uint8_t { Ord, Op, Bin, Rel, Open, Close, Punct, Inner };

enum class NodeKind : std::uint8_t {
    Row, ///< children
    Symbol, ///< symbol
    Text, ///< text, upright
    Space, ///< amount, in em
    Scripts, ///< what carries them, below, above
    Fraction, ///< above, below; amount: thickness of the rule in rules
    Radical, ///< within, degree
    Fence, ///< rows between symbols: one more symbol than rows
    Delimiter, ///< symbol of `amount` em
    Accent, ///< within, under symbol
    Cover, ///< within, and a symbol as wide as it above or below
    Line, ///< within, and a rule above or below
    Frame, ///< within
    Phantom, ///< within, which is not drawn
    Arrow, ///< symbol as wide as what stands above and below it
    Table, ///< cells, row by row
    Level, ///< style of what follows in the row
};

/// How large: TeX's four styles.
enum class Level : std::uint8_t { Display, Text, Script, ScriptScript };

enum class Limits : std::uint8_t { Beside, WhenDisplayed, Always };

enum class Side : std::uint8_t { Above, Below };

struct TableForm {
    std::u16string columns; ///< 'l', 'c', 'r', and '|' for a rule; the last goes on
    std::vector<std::size_t> rules; ///< rows before which there is one
    std::size_t numColumns = 0;
    double columnGap = 1; ///< em
    double rowGap = 0;
    Level level = Level::Text;
    bool isAligned = false; ///< columns in pairs, with no gap within
};

struct Node {
    NodeKind kind = NodeKind::Row;
    Atom atom = Atom::Ord;
    Limits limits = Limits::Beside;
    Side side = Side::Above;
    Level level = Level::Text;
    bool hasLevel = false; ///< a fraction that brings its own style
    double amount = 0;
    std::u32string symbols;
    QString text;
    TableForm table;
    std::vector<Node> children;
};

[[nodiscard]] inline Node symbolNode(char32_t symbol, Atom atom)
{
    Node node;
    node.kind = NodeKind::Symbol;
    node.atom = atom;
    node.symbols = symbol;
    return node;
}

} // namespace tf::ui
