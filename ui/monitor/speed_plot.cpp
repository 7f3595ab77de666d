#include "ui/monitor/speed_plot.h"

#include "ui/monitor/speed_words.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tf::ui {

namespace {

using workspace::AnswerSpeed;

constexpr int kPlotHeight = 104;
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

std::optional<double> valueOf(const AnswerSpeed& speed, PlotOf of)
{
    if (of == PlotOf::AnswerRate)
        return speed.answerTokensPerSecond;
    if (!speed.toFirstWord)
        return std::nullopt;
    return std::chrono::duration<double>(*speed.toFirstWord).count();
}

/// A value of the plot: "41.2", "1.9 s".
QString valueWords(PlotOf of, double value)
{
    if (of == PlotOf::AnswerRate)
        return shownRate(value);
    return shownTime(std::chrono::milliseconds(qRound64(1000 * value)));
}

} // namespace

PlotShape plotOf(std::span<const AnswerSpeed> speeds, PlotOf of)
{
    PlotShape shape;
    shape.of = of;
    if (speeds.empty())
        return shape;
    shape.to = speeds.back().ended;
    shape.from = shape.to - workspace::kSpeedHistory;
    const std::chrono::duration<double> width = shape.to - shape.from;
    double most = 0;
    for (const AnswerSpeed& speed : speeds) {
        const auto value = valueOf(speed, of);
        if (!value || speed.ended < shape.from || speed.ended > shape.to)
            continue;
        const std::chrono::duration<double> since = speed.ended - shape.from;
        shape.points.emplace_back(since / width, *value);
        most = std::max(most, *value);
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
        return SpeedPlot::tr("Nothing is known of the last ten minutes.");
    const auto [least, most] =
        std::minmax_element(shape.points.begin(), shape.points.end(),
                            [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); });
    const auto shown = [&](const QPointF& point) {
        return valueWords(shape.of, point.y() * shape.top);
    };
    const QString last = shown(shape.points.back());
    const bool isRate = shape.of == PlotOf::AnswerRate;
    if (shape.points.size() == 1)
        return (isRate ? SpeedPlot::tr("One answer, %1 tokens a second")
                       : SpeedPlot::tr("One answer, its first word after %1"))
            .arg(last);
    return (isRate ? SpeedPlot::tr("%1 answers, %2 to %3 tokens a second, the last one %4")
                   : SpeedPlot::tr("%1 answers, first words after %2 to %3, the last after %4"))
        .arg(QLocale().toString(qlonglong(shape.points.size())), shown(*least), shown(*most), last);
}

QString pointWords(const PlotShape& shape, std::size_t point)
{
    using Clock = std::chrono::system_clock;
    const auto since =
        std::chrono::duration<double>(shape.to - shape.from) * shape.points.at(point).x();
    const QString value = valueWords(shape.of, shape.points.at(point).y() * shape.top);
    return shownClock(shape.from + std::chrono::duration_cast<Clock::duration>(since))
        + QStringLiteral(" · ")
        + (shape.of == PlotOf::AnswerRate ? SpeedPlot::tr("%1 tok/s").arg(value)
                                          : SpeedPlot::tr("first word %1").arg(value));
}

SpeedPlot::SpeedPlot(const Theme& theme, PlotOf of, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    m_shape.of = of;
    setAccessibleName(of == PlotOf::AnswerRate ? tr("Tokens a second, ten minutes")
                                               : tr("Time to the first word, ten minutes"));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
    setShape(m_shape);
}

void SpeedPlot::setShape(PlotShape shape)
{
    m_shape = std::move(shape);
    choose(std::nullopt);
}

void SpeedPlot::choose(std::optional<std::size_t> point)
{
    m_chosen = point;
    setAccessibleDescription(point ? pointWords(m_shape, *point) : plotWords(m_shape));
    update();
}

void SpeedPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (m_shape.points.empty())
        return;
    const QRectF where = inside();
    const double x = (event->position().x() - where.left()) / std::max(where.width(), 1.0);
    const auto nearest = std::min_element(m_shape.points.begin(), m_shape.points.end(),
                                          [x](const QPointF& a, const QPointF& b) {
                                              return std::abs(a.x() - x) < std::abs(b.x() - x);
                                          });
    choose(static_cast<std::size_t>(nearest - m_shape.points.begin()));
}

void SpeedPlot::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    choose(std::nullopt);
}

void SpeedPlot::keyPressEvent(QKeyEvent* event)
{
    const std::size_t count = m_shape.points.size();
    const std::size_t last = count - 1;
    if (count == 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(m_chosen ? *m_chosen - (*m_chosen > 0 ? 1 : 0) : last);
    case Qt::Key_Right:
        return choose(m_chosen ? std::min(*m_chosen + 1, last) : last);
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(last);
    default:
        QWidget::keyPressEvent(event);
    }
}

void SpeedPlot::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (!m_shape.points.empty())
        choose(m_shape.points.size() - 1);
}

void SpeedPlot::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    choose(std::nullopt);
}

QString SpeedPlot::scaleWords(double value) const
{
    const QString number = QLocale().toString(value, 'g', 6); // round, so that no digit is lost
    return m_shape.of == PlotOf::AnswerRate ? number : tr("%1 s").arg(number);
}

int SpeedPlot::scaleWidth() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Small));
    return std::max(metrics.horizontalAdvance(scaleWords(m_shape.top / 2)),
                    metrics.horizontalAdvance(scaleWords(m_shape.top)));
}

/// Where answers stand, between the scale at the left, the line above and the clock below.
QRect SpeedPlot::field() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Small));
    const int widest = std::max(scaleWidth(), m_other == nullptr ? 0 : m_other->scaleWidth());
    return rect().adjusted(widest + m_theme.px(8), metrics.height() + m_theme.px(10), 0,
                           -metrics.height() - m_theme.px(4));
}

QRectF SpeedPlot::inside() const
{
    const int dot = m_theme.px(kDot);
    const QRect whole = field();
    return {double(whole.left() + dot), double(whole.top()), double(whole.width() - 2 * dot),
            double(whole.height() - 1)}; // down to the axis
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
                         int(Qt::AlignRight) | Qt::AlignVCenter, scaleWords(value));
    };
    rate(m_shape.top, field.top());
    rate(m_shape.top / 2, field.center().y());
    rate(0, field.bottom());
    const QRect under(field.left(), field.bottom() + m_theme.px(2), field.width(), line);
    painter.drawText(under, Qt::AlignLeft, shownClock(m_shape.from));
    painter.drawText(under, Qt::AlignRight, shownClock(m_shape.to));
}

void SpeedPlot::paintAnswers(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const int dot = m_theme.px(kDot);
    const QRectF where = inside();
    for (std::size_t idx = 0; idx < m_shape.points.size(); ++idx) {
        const QPointF& point = m_shape.points[idx];
        const bool isChosen = m_chosen == idx;
        const QPointF head(where.left() + point.x() * where.width(),
                           where.bottom() - point.y() * where.height());
        painter.setPen(QPen(m_theme.color(Token::Accent), m_theme.px(isChosen ? 2 : 1),
                            Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(head.x(), where.bottom()), head);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Accent));
        painter.drawEllipse(head, dot + (isChosen ? 1 : 0), dot + (isChosen ? 1 : 0));
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
    const QString caption = m_chosen       ? pointWords(m_shape, *m_chosen)
        : m_shape.of == PlotOf::AnswerRate ? tr("Answer, tok/s")
                                           : tr("Time to the first word");
    painter.setPen(m_theme.color(m_chosen ? Token::Text : Token::TextMuted));
    painter.drawText(QRect(0, 0, width(), line),
                     int(layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft)
                         | Qt::AlignVCenter,
                     caption);
    paintScale(painter, field());
    paintAnswers(painter);
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(m_theme.color(Token::FocusRing));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace tf::ui
