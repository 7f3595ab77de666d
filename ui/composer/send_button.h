#pragma once

// Sends the question, puts it behind the answer that runs, or stops that answer.

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace tf::ui {

enum class ButtonWeight : std::uint8_t { Main, Quiet };

class SendButton : public QAbstractButton {
public:
    SendButton(const Theme& theme, Icon icon, ButtonWeight weight, QWidget* parent = nullptr);

    /// What it says and does; `keys` stands in its tool tip.
    void show(const QString& text, const QString& keys);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] Token fill() const;
    [[nodiscard]] Token ink() const;

    const Theme& m_theme;
    Icon m_icon;
    ButtonWeight m_weight;
};

} // namespace tf::ui
