#pragma once

// What TeX's commands stand for: signs, names of functions, alphabets.
//
// Thread: any.

#include "ui/maths/math_node.h"

#include <QStringView>

#include <optional>

namespace tf::ui {

/// "alpha": the sign and its class; "sum": with limits; "lim": a text.
[[nodiscard]] std::optional<Node> commandNode(QStringView name);

/// The command "langle" or "|" as a delimiter.
[[nodiscard]] std::optional<char32_t> delimiterNamed(QStringView name);

/// '(' as a delimiter; 0 stands for '.', which is none.
[[nodiscard]] std::optional<char32_t> delimiterTyped(char16_t letter);

/// Of "hat": the sign that is set above.
[[nodiscard]] std::optional<char32_t> accentNamed(QStringView name);

/// em of "quad", ",".
[[nodiscard]] std::optional<double> spaceNamed(QStringView name);

enum class Alphabet : std::uint8_t {
    Usual, ///< letters lean, digits do not
    Upright,
    Bold,
    BoldItalic,
    Italic,
    DoubleStruck,
    Script,
    Fraktur,
    Sans,
    Mono,
};

/// Of "mathbb".
[[nodiscard]] std::optional<Alphabet> alphabetNamed(QStringView name);

/// The letter, Greek ones too, as it is in that alphabet.
[[nodiscard]] char32_t letterIn(Alphabet alphabet, char32_t letter);

/// A letter that was typed: '-' is a minus, ',' closes.
[[nodiscard]] Node typedNode(char32_t letter, Alphabet alphabet);

} // namespace tf::ui
