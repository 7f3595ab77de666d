#include "ui/monitor/memory_bar.h"

#include "ui/monitor/speed_words.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kMemoryBarHeight = 12;
constexpr int kSwatch = 8;
constexpr int kMark = 2; ///< where the free memory ends

QString sizeWords(std::uint64_t bytes)
{
    return shownBytes(static_cast<std::int64_t>(bytes));
}

/// Requires: nothing is missing.
std::uint64_t freeAfter(const engine::DevicePlan& device)
{
    return device.freeBytes - device.use.total();
}

} // namespace

MemoryBar::MemoryBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void MemoryBar::setDevice(engine::DevicePlan device)
{
    m_device = std::move(device);
    m_parts = partsOf(m_device.use);
    QStringList words;
    for (const MemoryPart& part : m_parts)
        words.append(tr("%1: %2").arg(part.name, sizeWords(part.bytes)));
    words.append(tr("free before: %1").arg(sizeWords(m_device.freeBytes)));
    const std::uint64_t missing = m_device.missingBytes();
    words.append(missing > 0 ? tr("too much: %1").arg(sizeWords(missing))
                             : tr("free after: %1").arg(sizeWords(freeAfter(m_device))));
    setAccessibleName(tr("Memory of the model, %1").arg(QString::fromStdString(m_device.name)));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int MemoryBar::lineHeight() const
{
    return QFontMetrics(m_theme.font(FontRole::Small)).height() + m_theme.px(2);
}

QSize MemoryBar::sizeHint() const
{
    const int lines = static_cast<int>(m_parts.size()) + 2;
    return {m_theme.px(160), m_theme.px(kMemoryBarHeight + 6) + lines * lineHeight()};
}

QSize MemoryBar::minimumSizeHint() const
{
    return sizeHint();
}

QRect MemoryBar::mirrored(const QRect& place) const
{
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

void MemoryBar::paintParts(QPainter& painter, const QRect& bar) const
{
    painter.fillRect(bar, m_theme.color(Token::PillFill));
    const auto whole =
        static_cast<double>(std::max({m_device.use.total(), m_device.freeBytes, std::uint64_t(1)}));
    const auto at = [&](std::uint64_t bytes) {
        return bar.left() + qRound(static_cast<double>(bytes) / whole * bar.width());
    };
    std::uint64_t before = 0;
    for (const MemoryPart& part : m_parts) {
        const int left = at(before);
        before += part.bytes;
        // A gap of a pixel between parts; the smallest part still shows.
        const int width = std::max(1, at(before) - left - 1);
        painter.fillRect(mirrored({left, bar.top(), width, bar.height()}), m_theme.color(part.ink));
    }
    if (m_device.missingBytes() > 0)
        painter.fillRect(mirrored({at(m_device.freeBytes) - 1, bar.top() - m_theme.px(2),
                                   m_theme.px(kMark), bar.height() + m_theme.px(4)}),
                         m_theme.color(Token::Danger));
}

void MemoryBar::paintSwatch(QPainter& painter, int top, int width, Token ink) const
{
    const int swatch = m_theme.px(kSwatch);
    painter.fillRect(
        mirrored({(swatch - width) / 2, top + (lineHeight() - swatch) / 2, width, swatch}),
        m_theme.color(ink));
}

void MemoryBar::paintLine(QPainter& painter, int top, const QString& name,
                          std::uint64_t bytes) const
{
    const int swatch = m_theme.px(kSwatch);
    const int height = lineHeight();
    const QRect words(swatch + m_theme.px(8), top, width() - swatch - m_theme.px(8), height);
    painter.setPen(m_theme.color(Token::TextMuted));
    painter.drawText(mirrored(words), int(Qt::AlignLeft) | Qt::AlignVCenter, name);
    painter.setPen(m_theme.color(Token::Text));
    painter.drawText(mirrored(words), int(Qt::AlignRight) | Qt::AlignVCenter,
                     // A number before its unit, in a window from right to left, too.
                     QChar(0x2066) + sizeWords(bytes) + QChar(0x2069));
}

void MemoryBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.setFont(m_theme.font(FontRole::Small));
    paintParts(painter, {0, m_theme.px(2), width(), m_theme.px(kMemoryBarHeight)});
    int top = m_theme.px(kMemoryBarHeight + 6);
    for (const MemoryPart& part : m_parts) {
        paintSwatch(painter, top, m_theme.px(kSwatch), part.ink);
        paintLine(painter, top, part.name, part.bytes);
        top += lineHeight();
    }
    paintLine(painter, top, tr("Free before"), m_device.freeBytes);
    top += lineHeight();
    if (const std::uint64_t missing = m_device.missingBytes(); missing > 0) {
        paintSwatch(painter, top, m_theme.px(kMark), Token::Danger);
        return paintLine(painter, top, tr("Too much"), missing);
    }
    paintSwatch(painter, top, m_theme.px(kSwatch), Token::PillFill);
    paintLine(painter, top, tr("Free after"), freeAfter(m_device));
}

} // namespace tf::ui
