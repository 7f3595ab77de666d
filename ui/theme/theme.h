#pragma once

// How the window looks now: colours, fonts and sizes, from the user's choice and the system's.
//
// Every painted widget holds a reference and repaints on changed(). Owned by main().
// Thread: main.

#include "app/settings/settings.h"
#include "ui/theme/color_table.h"
#include "ui/theme/fonts.h"

#include <QObject>

class QPalette;

namespace tf::ui {

enum class Shade : std::uint8_t { Light, Dark };

/// What the desktop prefers: Qt 6.4 has no hint, so the luminance of its palette decides.
[[nodiscard]] Shade shadeOf(const QPalette& palette);

class Theme : public QObject {
    Q_OBJECT

public:
    /// `system` is what ThemeChoice::System means.
    explicit Theme(Shade system);

    [[nodiscard]] QColor color(Token token) const { return m_colors[token]; }
    [[nodiscard]] QFont font(FontRole role) const
    {
        return fontFor(role, role == FontRole::Code ? m_codeZoomPercent : m_zoomPercent);
    }
    /// A length of the design at the current zoom.
    [[nodiscard]] int px(int designPixels) const;
    [[nodiscard]] Shade shade() const { return m_shade; }
    [[nodiscard]] int zoomPercent() const { return m_zoomPercent; }
    [[nodiscard]] int codeZoomPercent() const { return m_codeZoomPercent; }

    /// Takes effect at once, on the application's palette and font too.
    /// `codeZoomPercent`: 0 is as the words.
    void set(settings::ThemeChoice choice, int zoomPercent, int codeZoomPercent = 0);

Q_SIGNALS:
    void changed();

private:
    Shade m_system;
    Shade m_shade = Shade::Light;
    int m_zoomPercent = 100;
    int m_codeZoomPercent = 100;
    ColorTable m_colors;
};

} // namespace tf::ui
