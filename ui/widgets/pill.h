#pragma once

// One short fact in a rounded box, with a drawing: "No engine".
//
// As a label, or as a button behind which a menu lies.

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace tf::ui {

enum class PillTone : std::uint8_t { Neutral, Good, Caution };

struct PillLook {
    Icon icon = Icon::Info;
    PillTone tone = PillTone::Neutral;
    QString text;
    QString brief = {}; ///< where there is no room for the text; empty: it is cut
    QString briefest = {}; ///< where there is none for those words either; empty: they are cut

    bool operator==(const PillLook&) const = default;
};

class Pill : public QWidget {
public:
    Pill(const Theme& theme, PillLook look, QWidget* parent = nullptr);

    void setLook(PillLook look);
    [[nodiscard]] const PillLook& look() const { return m_look; }

    [[nodiscard]] QSize sizeHint() const override;
    /// As wide as the brief words.
    [[nodiscard]] QSize briefSizeHint() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    PillLook m_look;
};

class PillButton : public QAbstractButton {
public:
    PillButton(const Theme& theme, PillLook look, QWidget* parent = nullptr);

    void setLook(PillLook look);
    [[nodiscard]] const PillLook& look() const { return m_look; }

    [[nodiscard]] QSize sizeHint() const override;
    /// As wide as the brief words.
    [[nodiscard]] QSize briefSizeHint() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    PillLook m_look;
};

} // namespace tf::ui
