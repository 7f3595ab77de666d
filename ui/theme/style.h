#pragma once

// Fusion with the shapes of this window: flat bars, rounded menu rows, thin scroll bars, one ring.
//
// Takes every colour from the theme and moves nothing: what is not drawn here is Fusion's.
// Thread: main.

#include "ui/theme/theme.h"

#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;

namespace tf::ui {

class Style : public QProxyStyle {
public:
    /// Requires: `theme` outlives the application.
    explicit Style(const Theme& theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* answer) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption* option,
                       const QWidget* widget) const override;

private:
    void drawField(const QStyleOption& option, QPainter& painter) const;
    void drawButton(const QStyleOption& option, QPainter& painter) const;
    void drawCheckMark(const QStyleOption& option, QPainter& painter) const;
    void drawButtonLabel(const QStyleOptionButton& option, QPainter& painter,
                         const QWidget* widget) const;
    void drawProgress(const QStyleOptionProgressBar& bar, QPainter& painter) const;
    void drawMenuRow(const QStyleOptionMenuItem& row, QPainter& painter) const;
    [[nodiscard]] QSize menuRowSize(const QStyleOptionMenuItem& row, const QSize& contents) const;
    void drawMenuBarItem(const QStyleOptionMenuItem& item, QPainter& painter) const;

    const Theme& m_theme;
};

/// The ring that shows where the keyboard is.
void paintFocusRing(QPainter& painter, const QRectF& around, int radius, const Theme& theme);

/// A filled shape with rounded corners and no line.
void paintRounded(QPainter& painter, const QRectF& place, int radius, const QColor& fill);

} // namespace tf::ui
