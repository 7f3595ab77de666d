#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

ColorTable builtIn(Shade shade)
{
    QFile file(shade == Shade::Dark ? u":/themes/dark.json"_s : u":/themes/light.json"_s);
    CHECK(file.open(QIODevice::ReadOnly), "the theme is built into the program");
    return MUST(parseColors(file.readAll()));
}

Shade shadeFor(settings::ThemeChoice choice, Shade system)
{
    switch (choice) {
    case settings::ThemeChoice::System:
        return system;
    case settings::ThemeChoice::Light:
        return Shade::Light;
    case settings::ThemeChoice::Dark:
        return Shade::Dark;
    }
    UNREACHABLE();
}

} // namespace

Shade shadeOf(const QPalette& palette)
{
    const QColor back = palette.color(QPalette::Window);
    const QColor front = palette.color(QPalette::WindowText);
    return back.lightness() < front.lightness() ? Shade::Dark : Shade::Light;
}

Theme::Theme(Shade system)
    : m_system(system)
    , m_colors(builtIn(Shade::Light))
{
}

int Theme::px(int designPixels) const
{
    return qRound(designPixels * m_zoomPercent / 100.0);
}

void Theme::set(settings::ThemeChoice choice, int zoomPercent, int codeZoomPercent)
{
    m_shade = shadeFor(choice, m_system);
    m_zoomPercent = zoomPercent;
    m_codeZoomPercent = codeZoomPercent == 0 ? zoomPercent : codeZoomPercent;
    m_colors = builtIn(m_shade);
    QApplication::setPalette(paletteOf(m_colors));
    QApplication::setFont(font(FontRole::Body));
    Q_EMIT changed();
}

} // namespace tf::ui
