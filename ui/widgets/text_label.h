#pragma once

// A label that takes its font and colour from the theme and follows it.

#include "ui/theme/theme.h"

#include <QLabel>

namespace tf::ui {

class TextLabel : public QLabel {
public:
    TextLabel(const Theme& theme, FontRole role, Token ink, const QString& text,
              QWidget* parent = nullptr);

    /// Wrapped text may be made as narrow as it likes; how tall that makes it is asked separately.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void follow(const Theme& theme);
    void alignToLayout();

    FontRole m_role;
    Token m_ink;
};

/// A label that breaks its lines where the width ends.
[[nodiscard]] TextLabel* makeParagraph(const Theme& theme, FontRole role, Token ink,
                                       const QString& text, QWidget* parent);

} // namespace tf::ui
