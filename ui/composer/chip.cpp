#include "ui/composer/chip.h"

#include "ui/composer/estimate.h"
#include "ui/composer/text_button.h"
#include "ui/theme/style.h"
#include "ui/widgets/icon_button.h"

#include <QCoreApplication>
#include <QImage>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

using workspace::TrayItem;
using workspace::TrayKind;
using workspace::TrayState;

constexpr int kChipHeight = 48;
constexpr int kLeastWordsWidth = 72;
constexpr int kMostWordsWidth = 220;
constexpr int kPictureWidth = 60;
constexpr int kIconPlace = 32;
constexpr int kGap = 6;
constexpr int kButtonSide = 24;

Icon iconOf(TrayKind kind)
{
    switch (kind) {
    case TrayKind::Repository:
        return Icon::Repository;
    case TrayKind::Picture:
        return Icon::Picture;
    case TrayKind::Clip:
        return Icon::Recording;
    case TrayKind::Text:
    case TrayKind::Unknown:
        break;
    }
    return Icon::File;
}

/// Names come from outside: what would turn or hide the words around them becomes visible.
QString shownName(const std::string& name)
{
    QString shown = QString::fromStdString(name);
    for (QChar& c : shown) {
        const bool isHidden = c.category() == QChar::Other_Format
            || c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line
            || c.category() == QChar::Separator_Paragraph;
        if (isHidden)
            c = u'\ufffd';
    }
    return shown;
}

/// Figures and names of their own direction stay as they are in a window from right to left.
QString isolated(const QString& text)
{
    constexpr QChar kFirstStrong(0x2068);
    constexpr QChar kEnd(0x2069);
    return kFirstStrong + text + kEnd;
}

QPixmap pixmapOf(const workspace::Preview& preview)
{
    if (!preview.rgb)
        return {};
    const QImage image(preview.rgb->data(), preview.width, preview.height, preview.width * 3,
                       QImage::Format_RGB888);
    return QPixmap::fromImage(image.copy());
}

} // namespace

Chip::Chip(const Theme& theme, const TrayItem& item, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_remove(new IconButton(theme, Icon::Close, tr("Remove"), this))
    , m_nameOnly(new TextButton(theme, tr("Name only"), this))
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_nameOnly->setToolTip(tr("The file's name goes along, and nothing of what is in it"));
    connect(m_remove, &QAbstractButton::clicked, this, &Chip::removeAsked);
    connect(m_nameOnly, &QAbstractButton::clicked, this, &Chip::nameAsked);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        place();
    });
    show(item);
}

void Chip::show(const TrayItem& item)
{
    if (item.preview.rgb != m_item.preview.rgb)
        m_preview = pixmapOf(item.preview);
    m_item = item;
    m_nameOnly->setVisible(isFailed() && item.kind == TrayKind::Unknown);
    QStringList details{shownName(item.title), shownName(item.detail)};
    for (const std::string& notice : item.notices)
        details.append(u"• "_s + shownName(notice));
    setToolTip(details.join(u'\n'));
    setAccessibleName(spokenName());
    setAccessibleDescription(details.mid(2).join(u'\n'));
    m_remove->setAccessibleName(tr("Remove %1").arg(details.front()));
    updateGeometry();
    place();
    update();
}

bool Chip::isFailed() const
{
    return m_item.state == TrayState::Failed;
}

QString Chip::secondLine() const
{
    const QString detail = shownName(m_item.detail);
    if (m_item.state == TrayState::Reading && m_item.total > 0)
        return tr("%1, %2 %").arg(detail).arg(100 * m_item.done / m_item.total);
    if (m_item.state == TrayState::Reading)
        return detail.isEmpty() ? tr("reading …") : detail + u" …"_s;
    if (isFailed())
        return detail;
    const bool isExact = m_item.quality == ingest::Quality::Exact;
    const QString tokens =
        (isExact ? tr("%1 tok") : tr("≈ %1 tok")).arg(shortTokens(m_item.tokens));
    return detail.isEmpty() ? tokens : detail + u" · "_s + tokens;
}

QString Chip::spokenName() const
{
    const QString name = shownName(m_item.title);
    if (isFailed())
        return tr("%1, cannot go along: %2").arg(name, secondLine());
    return u"%1, %2"_s.arg(name, secondLine());
}

QSize Chip::sizeHint() const
{
    const QFontMetrics strong(m_theme.font(FontRole::Strong));
    const QFontMetrics small(m_theme.font(FontRole::Small));
    const int wanted = std::max(strong.horizontalAdvance(shownName(m_item.title)),
                                small.horizontalAdvance(secondLine()));
    const int words =
        std::clamp(wanted + 1, m_theme.px(kLeastWordsWidth), m_theme.px(kMostWordsWidth));
    const int front = m_theme.px(m_preview.isNull() ? kIconPlace : kPictureWidth);
    const int extra = m_nameOnly->isHidden() ? 0 : m_nameOnly->sizeHint().width();
    return {front + words + m_theme.px(3 * kGap) + m_remove->sizeHint().width() + extra,
            m_theme.px(kChipHeight)};
}

QRect Chip::visual(const QRect& logical) const
{
    return QStyle::visualRect(layoutDirection(), rect(), logical);
}

void Chip::place()
{
    const QSize side = m_remove->sizeHint();
    const int y = (height() - side.height()) / 2;
    QRect button(width() - side.width() - m_theme.px(kGap), y, side.width(), side.height());
    m_remove->setGeometry(visual(button));
    const QSize name = m_nameOnly->sizeHint();
    m_nameOnly->setGeometry(visual({button.left() - name.width(), y, name.width(), side.height()}));
}

void Chip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void Chip::paintPicture(QPainter& painter, const QRect& place) const
{
    const int radius = m_theme.px(4);
    QPainterPath clip;
    clip.addRoundedRect(place, radius, radius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setClipPath(clip);
    const QSizeF size =
        QSizeF(m_preview.size()).scaled(place.size(), Qt::KeepAspectRatioByExpanding);
    QRectF target({}, size);
    target.moveCenter(QRectF(place).center());
    painter.drawPixmap(target, m_preview, m_preview.rect());
    painter.restore();
}

void Chip::paintWords(QPainter& painter, const QRect& place) const
{
    const auto align = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    const auto line = [&](FontRole role, Token ink, const QRect& where, const QString& text) {
        painter.setFont(m_theme.font(role));
        painter.setPen(m_theme.color(ink));
        const auto elided =
            isolated(painter.fontMetrics().elidedText(text, Qt::ElideMiddle, where.width()));
        painter.drawText(where, int(align) | Qt::AlignVCenter | Qt::TextSingleLine, elided);
    };
    const int half = place.height() / 2;
    line(FontRole::Strong, isFailed() ? Token::DangerText : Token::Text,
         {place.left(), place.top(), place.width(), half}, shownName(m_item.title));
    line(FontRole::Small, isFailed() ? Token::DangerText : Token::TextMuted,
         {place.left(), place.top() + half, place.width(), half}, secondLine());
}

/// A line at the lower edge; without a known end all of it is faint.
void Chip::paintProgress(QPainter& painter) const
{
    const int thickness = m_theme.px(2);
    const QRect whole(m_theme.px(8), height() - thickness - 1, width() - m_theme.px(16), thickness);
    paintRounded(painter, whole, 1, m_theme.color(Token::Border));
    if (m_item.total <= 0)
        return;
    const auto part = std::clamp(double(m_item.done) / double(m_item.total), 0.0, 1.0);
    QRect done = whole;
    done.setWidth(int(whole.width() * part));
    paintRounded(painter, visual(done), 1, m_theme.color(Token::Accent));
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int radius = m_theme.px(8);
    painter.setPen(m_theme.color(isFailed() ? Token::Danger : Token::Border));
    painter.setBrush(m_theme.color(isFailed() ? Token::DangerFill : Token::Card));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const int gap = m_theme.px(kGap);
    int at = m_theme.px(kIconPlace);
    if (m_preview.isNull()) {
        const int side = m_theme.px(20);
        const QRect icon((at - side) / 2 + gap / 2, (height() - side) / 2, side, side);
        paintIcon(painter, visual(icon), isFailed() ? Icon::Warning : iconOf(m_item.kind),
                  m_theme.color(isFailed() ? Token::DangerText : Token::Icon));
    } else {
        at = m_theme.px(kPictureWidth);
        paintPicture(painter, visual({gap, gap, at - gap, height() - 2 * gap}));
    }
    const auto& last = m_nameOnly->isHidden() ? static_cast<QWidget&>(*m_remove) : *m_nameOnly;
    const int end = width() - visual(last.geometry()).left();
    paintWords(
        painter,
        visual({at + gap, m_theme.px(5), width() - end - at - 2 * gap, height() - m_theme.px(10)}));
    if (m_item.state == TrayState::Reading)
        paintProgress(painter);
    if (hasFocus())
        paintFocusRing(painter, rect(), radius, m_theme);
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        return Q_EMIT removeAsked();
    if (event->matches(QKeySequence::Undo))
        return Q_EMIT undoAsked();
    constexpr int kOpening[] = {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space};
    if (std::find(std::begin(kOpening), std::end(kOpening), event->key()) != std::end(kOpening))
        return Q_EMIT openAsked();
    if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Left) {
        const bool isOn = (event->key() == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
        focusNextPrevChild(isOn);
        return;
    }
    QWidget::keyPressEvent(event);
}

void Chip::mouseReleaseEvent(QMouseEvent* event)
{
    QWidget::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT openAsked();
}

void Chip::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void Chip::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace tf::ui
