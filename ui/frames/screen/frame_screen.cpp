#include "ui/frames/screen/frame_screen.h"

#include "ui/frames/screen/covered_picture.h"
#include "ui/theme/style.h"
#include "ui/widgets/arrow_key.h"

#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kCorner = 12;
constexpr int kLeastDrag = 6; ///< pixels of the original: below it was a click
constexpr int kKeyStep = 8;

QAccessibleInterface* makeScreenAccessible(const QString&, QObject* object)
{
    auto* screen = qobject_cast<FrameScreen*>(object);
    return screen == nullptr ? nullptr : new QAccessibleWidget(screen, QAccessible::Graphic);
}

} // namespace

FrameScreen::FrameScreen(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QAccessible::installFactory(makeScreenAccessible);
    setAccessibleName(tr("Picture of the recording"));
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

QSize FrameScreen::sizeHint() const
{
    return {m_theme.px(280), heightForWidth(m_theme.px(280))};
}

QSize FrameScreen::minimumSizeHint() const
{
    return {m_theme.px(160), m_theme.px(90)};
}

int FrameScreen::heightForWidth(int width) const
{
    if (m_source.isEmpty())
        return width * 9 / 16;
    return std::clamp(width * m_source.height() / m_source.width(), width / 4, width);
}

PictureFit FrameScreen::fit() const
{
    return fitPicture(m_source, QRectF(rect()));
}

void FrameScreen::setSource(QSize source)
{
    if (source == m_source)
        return;
    m_source = source;
    updateGeometry();
    showCovered();
}

void FrameScreen::setPicture(const workspace::Preview& pixels)
{
    if (!pixels.rgb || pixels.rgb->empty())
        return;
    m_picture = QImage(pixels.rgb->data(), pixels.width, pixels.height, pixels.width * 3,
                       QImage::Format_RGB888)
                    .copy();
    showCovered();
}

void FrameScreen::clear()
{
    m_picture = {};
    m_covered.clear();
    m_chosen.reset();
    showCovered();
}

void FrameScreen::showCovered()
{
    m_shown = coveredPicture(m_picture, m_covered, m_source);
    setAccessibleDescription(
        m_covered.empty() ? QString()
                          : tr("%n places of it are covered", nullptr, int(m_covered.size())));
    update();
}

void FrameScreen::setCovered(std::vector<app::Region> covered)
{
    if (covered == m_covered)
        return;
    m_covered = std::move(covered);
    if (m_chosen && *m_chosen >= m_covered.size())
        m_chosen.reset();
    showCovered();
}

void FrameScreen::choose(std::optional<std::size_t> covered)
{
    if (covered == m_chosen)
        return;
    m_chosen = covered;
    update();
    Q_EMIT coverChosen();
}

void FrameScreen::setCovering(bool covering)
{
    m_isCovering = covering;
    setCursor(covering ? Qt::CrossCursor : Qt::ArrowCursor);
    if (!covering)
        choose(std::nullopt);
    update();
}

void FrameScreen::coverMiddle()
{
    const QSize size = m_source / 4;
    Q_EMIT coverDrawn(
        {{(m_source.width() - size.width()) / 2, (m_source.height() - size.height()) / 2},
         {size.width(), size.height()}});
}

std::optional<std::size_t> FrameScreen::coveredAt(QPointF point) const
{
    const PictureFit where = fit();
    for (std::size_t idx = m_covered.size(); idx > 0; --idx) {
        if (where.onScreen(m_covered[idx - 1]).contains(point))
            return idx - 1;
    }
    return std::nullopt;
}

QRectF FrameScreen::cornerOf(std::size_t covered) const
{
    const int side = m_theme.px(kCorner);
    const QPointF corner = fit().onScreen(m_covered[covered]).bottomRight();
    return {corner.x() - side / 2.0, corner.y() - side / 2.0, double(side), double(side)};
}

void FrameScreen::press(QPointF point)
{
    m_start = fit().inPicture(point);
    if (m_chosen && cornerOf(*m_chosen).contains(point)) {
        m_hold = Hold::Sizing;
        m_held = m_covered[*m_chosen];
        return;
    }
    choose(coveredAt(point));
    m_hold = m_chosen ? Hold::Moving : Hold::Drawing;
    m_held = m_chosen ? m_covered[*m_chosen] : app::Region{m_start, {}};
}

void FrameScreen::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    if (m_isCovering && !fit().isEmpty())
        press(event->position());
    else
        Q_EMIT pressed();
}

void FrameScreen::mouseMoveEvent(QMouseEvent* event)
{
    if (m_hold == Hold::Nothing)
        return QWidget::mouseMoveEvent(event);
    const app::Spot now = fit().inPicture(event->position());
    const QPoint by(now.x - m_start.x, now.y - m_start.y);
    if (m_hold == Hold::Drawing)
        m_held = spanned(m_start, now, m_source);
    else if (m_hold == Hold::Moving)
        m_covered[*m_chosen] = movedRegion(m_held, by, m_source);
    else
        m_covered[*m_chosen] = resizedRegion(m_held, by, m_source);
    showCovered();
}

void FrameScreen::mouseReleaseEvent(QMouseEvent* event)
{
    const Hold held = std::exchange(m_hold, Hold::Nothing);
    if (held == Hold::Drawing) {
        update();
        if (m_held.size.width >= kLeastDrag && m_held.size.height >= kLeastDrag)
            Q_EMIT coverDrawn(m_held);
    } else if (held != Hold::Nothing && m_covered[*m_chosen] != m_held) {
        Q_EMIT coverMoved(*m_chosen, m_covered[*m_chosen]);
    }
    QWidget::mouseReleaseEvent(event);
}

void FrameScreen::chooseNext(int step)
{
    const auto count = static_cast<int>(m_covered.size());
    if (count == 0)
        return;
    const int now = m_chosen ? static_cast<int>(*m_chosen) : (step > 0 ? -1 : 0);
    choose(static_cast<std::size_t>((now + step + count) % count));
}

bool FrameScreen::moveByKey(const QKeyEvent& key)
{
    const QPoint by = stepOfArrow(key.key()) * kKeyStep;
    if (!m_chosen || by.isNull())
        return false;
    const app::Region& region = m_covered[*m_chosen];
    const bool isSizing = key.modifiers().testFlag(Qt::ShiftModifier);
    Q_EMIT coverMoved(*m_chosen,
                      isSizing ? resizedRegion(region, by, m_source)
                               : movedRegion(region, by, m_source));
    return true;
}

void FrameScreen::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (!m_isCovering)
        return QWidget::keyPressEvent(event);
    if (key == Qt::Key_BracketLeft || key == Qt::Key_BracketRight)
        chooseNext(key == Qt::Key_BracketRight ? +1 : -1);
    else if (key == Qt::Key_Insert || key == Qt::Key_Return || key == Qt::Key_Enter)
        coverMiddle();
    else if (m_chosen && (key == Qt::Key_Delete || key == Qt::Key_Backspace))
        Q_EMIT coverRemoveAsked(*m_chosen);
    else if (!moveByKey(*event))
        QWidget::keyPressEvent(event);
}

void FrameScreen::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const double ratio = devicePixelRatioF();
    Q_EMIT boxChanged(qRound(width() * ratio), qRound(height() * ratio));
}

void FrameScreen::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void FrameScreen::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void FrameScreen::paintCovers(QPainter& painter) const
{
    const PictureFit where = fit();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (std::size_t idx = 0; idx < m_covered.size(); ++idx) {
        const bool isChosen = m_chosen == idx;
        if (!m_isCovering)
            continue;
        painter.setPen(QPen(m_theme.color(isChosen ? Token::FocusRing : Token::BorderStrong),
                            m_theme.px(isChosen ? 2 : 1)));
        painter.drawRect(where.onScreen(m_covered[idx]));
        if (isChosen)
            painter.fillRect(cornerOf(idx), m_theme.color(Token::FocusRing));
    }
    if (m_hold == Hold::Drawing) {
        painter.setPen(QPen(m_theme.color(Token::FocusRing), m_theme.px(1), Qt::DashLine));
        painter.drawRect(where.onScreen(m_held));
    }
}

void FrameScreen::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Hover));
    if (!m_shown.isNull()) {
        const PictureFit where = fit();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(where.isEmpty() ? fitPicture(m_shown.size(), QRectF(rect())).place
                                          : where.place,
                          m_shown);
        paintCovers(painter);
    }
    if (hasFocus())
        paintFocusRing(painter, rect(), m_theme.px(4), m_theme);
}

} // namespace tf::ui
