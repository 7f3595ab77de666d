#include "ui/theme/overflow_icon.h"

#include "ui/theme/icons.h"

#include <QIconEngine>
#include <QPainter>

#include <algorithm>

namespace tf::ui {

namespace {

/// Drawn whenever it is shown: who has the icon keeps it when the theme changes.
class OverflowEngine : public QIconEngine {
public:
    OverflowEngine(const Theme& theme, int degrees)
        : m_theme(theme)
        , m_degrees(degrees)
    {
    }

    void paint(QPainter* painter, const QRect& place, QIcon::Mode mode, QIcon::State) override
    {
        const QColor ink =
            m_theme.color(mode == QIcon::Disabled ? Token::TextDisabled : Token::IconStrong);
        const int size = std::min(place.width(), place.height());
        const QRect around(-size / 2, -size / 2, size, size);
        painter->save();
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->translate(QRectF(place).center());
        painter->rotate(m_degrees);
        paintIcon(*painter, around.translated(-size / 6, 0), Icon::ChevronRight, ink);
        paintIcon(*painter, around.translated(size / 6, 0), Icon::ChevronRight, ink);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap drawn(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return drawn;
    }

    [[nodiscard]] QIconEngine* clone() const override
    {
        return new OverflowEngine(m_theme, m_degrees);
    }

private:
    const Theme& m_theme;
    int m_degrees;
};

} // namespace

QIcon overflowIcon(const Theme& theme, int degrees)
{
    return QIcon(new OverflowEngine(theme, degrees));
}

} // namespace tf::ui
