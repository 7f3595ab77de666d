#include "ui/monitor/speed_plot.h"

#include "ui/monitor/speed_words.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tf::ui {

namespace {

using workspace::AnswerSpeed;

constexpr int kPlotHeight = 96;
constexpr int kPlotLeast = 160;
constexpr int kDot = 3;

/// The next of 1, 2, 5, 10, 20 …
double topFor(double most)
{
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (most <= step * power)
            return step * power;
    }
    return 10 * power;
}

} // namespace

PlotShape plotOf(std::span<const AnswerSpeed> speeds)
{
    PlotShape shape;
    if (speeds.empty())
        return shape;
    shape.to = speeds.back().ended;
    shape.from = shape.to - workspace::kSpeedHistory;
    const std::chrono::duration<double> width = shape.to - shape.from;
    double most = 0;
    for (const AnswerSpeed& speed : speeds) {
        if (!speed.answerTokensPerSecond || speed.ended < shape.from || speed.ended > shape.to)
            continue;
        const std::chrono::duration<double> since = speed.ended - shape.from;
        shape.points.emplace_back(since / width, *speed.answerTokensPerSecond);
        most = std::max(most, *speed.answerTokensPerSecond);
    }
    if (most <= 0)
        return shape;
    shape.top = topFor(most);
    for (QPointF& point : shape.points)
        point.ry() /= shape.top;
    return shape;
}

QString plotWords(const PlotShape& shape)
{
    if (shape.points.empty())
        return SpeedPlot::tr("No speed is known of the last ten minutes.");
    const auto [least, most] =
        std::minmax_element(shape.points.begin(), shape.points.end(),
                            [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); });
    const QString last = shownRate(shape.points.back().y() * shape.top);
    if (shape.points.size() == 1)
        return SpeedPlot::tr("One answer, %1 tokens a second").arg(last);
    return SpeedPlot::tr("%1 answers, %2 to %3 tokens a second, the last one %4")
        .arg(QLocale().toString(qlonglong(shape.points.size())), shownRate(least->y() * shape.top),
             shownRate(most->y() * shape.top), last);
}

SpeedPlot::SpeedPlot(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Tokens a second, ten minutes"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
    show({});
}

void SpeedPlot::show(PlotShape shape)
{
    m_shape = std::move(shape);
    setAccessibleDescription(plotWords(m_shape));
    setToolTip(accessibleDescription());
    update();
}

QSize SpeedPlot::sizeHint() const
{
    return {m_theme.px(kPlotLeast), m_theme.px(kPlotHeight)};
}

QSize SpeedPlot::minimumSizeHint() const
{
    return sizeHint();
}

void SpeedPlot::paintScale(QPainter& painter, const QRect& field) const
{
    painter.setPen(m_theme.color(Token::Divider));
    for (const int y : {field.top(), field.center().y()})
        painter.drawLine(field.left(), y, field.right(), y);
    painter.setPen(m_theme.color(Token::BorderStrong));
    painter.drawLine(field.left(), field.bottom(), field.right(), field.bottom());
    painter.setPen(m_theme.color(Token::TextMuted));
    const int line = painter.fontMetrics().height();
    const int gap = m_theme.px(6);
    const auto rate = [&](double value, int y) {
        painter.drawText(QRect(0, y - line / 2, field.left() - gap, line),
                         int(Qt::AlignRight) | Qt::AlignVCenter, shownRate(value));
    };
    rate(m_shape.top, field.top());
    rate(m_shape.top / 2, field.center().y());
    const QRect under(field.left(), field.bottom() + m_theme.px(2), field.width(), line);
    painter.drawText(under, Qt::AlignLeft, shownClock(m_shape.from));
    painter.drawText(under, Qt::AlignRight, shownClock(m_shape.to));
}

void SpeedPlot::paintAnswers(QPainter& painter, const QRect& field) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const int dot = m_theme.px(kDot);
    const QRectF inside(field.left() + dot, field.top(), field.width() - 2 * dot, field.height());
    for (const QPointF& point : m_shape.points) {
        const QPointF head(inside.left() + point.x() * inside.width(),
                           inside.bottom() - point.y() * inside.height());
        painter.setPen(QPen(m_theme.color(Token::Accent), m_theme.px(1)));
        painter.drawLine(QPointF(head.x(), inside.bottom()), head);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Accent));
        painter.drawEllipse(head, dot, dot);
    }
}

void SpeedPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // time goes that way everywhere
    painter.setFont(m_theme.font(FontRole::Small));
    if (m_shape.points.empty()) {
        painter.setPen(m_theme.color(Token::TextMuted));
        painter.drawText(rect(), int(Qt::AlignCenter) | Qt::TextWordWrap, plotWords(m_shape));
        return;
    }
    const int line = painter.fontMetrics().height();
    const int left =
        painter.fontMetrics().horizontalAdvance(shownRate(m_shape.top / 2)) + m_theme.px(8);
    const int widest = std::max(
        left, painter.fontMetrics().horizontalAdvance(shownRate(m_shape.top)) + m_theme.px(8));
    const QRect field = rect().adjusted(widest, line / 2 + 1, 0, -line - m_theme.px(4));
    paintScale(painter, field);
    paintAnswers(painter, field);
}

} // namespace tf::ui
