#pragma once

// One short fact in a rounded box, with a drawing: "No engine".

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace tf::ui {

enum class PillTone : std::uint8_t { Neutral, Good };

class Pill : public QWidget {
public:
    Pill(const Theme& theme, Icon icon, PillTone tone, const QString& text,
         QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Icon m_icon;
    PillTone m_tone;
    QString m_text;
};

} // namespace tf::ui
