#pragma once

// A colour for each token, as one theme file gives them.

#include "kernels/base/result.h"
#include "ui/theme/tokens.h"

#include <QColor>
#include <QPalette>

#include <array>

namespace tf::ui {

struct ColorTable {
    std::array<QColor, kNumTokens> colors;

    [[nodiscard]] QColor operator[](Token token) const
    {
        return colors[static_cast<std::size_t>(token)];
    }
};

/// BadInput when a token is missing, unknown, or no "#rrggbb".
[[nodiscard]] Result<ColorTable> parseColors(const QByteArray& json);

/// What Qt's own widgets are painted with.
[[nodiscard]] QPalette paletteOf(const ColorTable& table);

} // namespace tf::ui
