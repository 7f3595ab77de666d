#pragma once

// What a place shows while it holds nothing: a drawing, what it is for, why it is empty.

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace tf::ui {

struct EmptyWords {
    QString title;
    QString text;
};

/// Centred, as narrow as it is put; `action` stands under the words.
[[nodiscard]] QWidget* makeEmptyState(const Theme& theme, Icon icon, const EmptyWords& words,
                                      QWidget* parent, QWidget* action = nullptr);

} // namespace tf::ui
