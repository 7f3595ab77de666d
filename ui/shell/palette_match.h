#pragma once

// How well what was typed fits a line of the palette: its letters in order, words' beginnings
// first.
//
// Case and accents make no difference. Thread: any.

#include <QString>

#include <optional>
#include <vector>

namespace tf::ui {

struct PaletteMatch {
    int score = 0; ///< more is better
    std::vector<int> places; ///< of the letters, in the text
};

/// nullopt: a letter is missing. Nothing typed fits everything alike.
[[nodiscard]] std::optional<PaletteMatch> matchPalette(QStringView typed, QStringView text);

} // namespace tf::ui
