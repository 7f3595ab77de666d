#include "ui/context/thing_row.h"

#include "ui/composer/estimate.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/plain_name.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace tf::ui {

using workspace::TrayKind;
using workspace::TrayState;

namespace {

constexpr int kThingHeight = 28;
constexpr int kThingInset = 14;

Icon drawingOf(const workspace::TrayItem& item)
{
    if (item.state == TrayState::Failed)
        return Icon::Warning;
    if (item.kind == TrayKind::Picture)
        return Icon::Picture;
    return item.kind == TrayKind::Clip ? Icon::Recording : Icon::File;
}

QString nameOf(const workspace::TrayItem& item)
{
    return plainName(QString::fromStdString(item.title));
}

QString detailOf(const workspace::TrayItem& item)
{
    return plainName(QString::fromStdString(item.detail));
}

} // namespace

ThingRow::ThingRow(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

QString ThingRow::amount() const
{
    if (m_item.state == TrayState::Failed)
        return tr("cannot go along");
    if (m_item.state == TrayState::Reading)
        return u"…"_s;
    const bool isExact = m_item.quality == ingest::Quality::Exact;
    return (isExact ? u"%1"_s : u"≈ %1"_s).arg(shortTokens(m_item.tokens));
}

void ThingRow::setThing(const workspace::TrayItem& item)
{
    m_item = item;
    const QString detail = detailOf(item);
    QStringList words{nameOf(item)};
    if (!detail.isEmpty())
        words.append(detail);
    words.append(item.state == TrayState::Ready ? tr("%1 tokens").arg(amount()) : amount());
    setAccessibleName(words.join(u", "_s));
    setToolTip(words.join(u'\n'));
    update();
}

QSize ThingRow::sizeHint() const
{
    return {m_theme.px(120), std::max(24, m_theme.px(kThingHeight))};
}

void ThingRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int inset = m_theme.px(kThingInset);
    const QRect card = rect().adjusted(m_theme.px(6), 1, -m_theme.px(6), -1);
    if (isDown() || underMouse())
        paintRounded(painter, card, m_theme.px(4),
                     m_theme.color(isDown() ? Token::Pressed : Token::Hover));
    if (hasFocus())
        paintFocusRing(painter, card, m_theme.px(4), m_theme);
    const bool isFailed = m_item.state == TrayState::Failed;
    const int side = m_theme.px(16);
    const auto visual = [this](const QRect& place) {
        return QStyle::visualRect(layoutDirection(), rect(), place);
    };
    paintIcon(painter, visual({inset, (height() - side) / 2, side, side}), drawingOf(m_item),
              m_theme.color(isFailed ? Token::DangerText : Token::Icon));
    painter.setFont(m_theme.font(isFailed ? FontRole::Small : FontRole::Keys));
    painter.setPen(m_theme.color(isFailed ? Token::DangerText : Token::Text));
    const QString tokens = amount();
    const int wide = painter.fontMetrics().horizontalAdvance(tokens) + 2;
    const QRect last(width() - inset - wide, 0, wide, height());
    painter.drawText(visual(last), int(Qt::AlignCenter), tokens);
    int left = inset + side + m_theme.px(8);
    const int room = last.left() - m_theme.px(8) - left;
    const auto put = [&](FontRole role, Token ink, const QString& words, int most) {
        painter.setFont(m_theme.font(role));
        painter.setPen(m_theme.color(ink));
        const QString cut = painter.fontMetrics().elidedText(words, Qt::ElideMiddle, most);
        const int length = painter.fontMetrics().horizontalAdvance(cut) + 1;
        painter.drawText(visual({left, 0, length, height()}), int(Qt::AlignCenter),
                         u'\u2068' + cut + u'\u2069');
        left += length + m_theme.px(8);
        return length;
    };
    const int used =
        put(FontRole::Body, isFailed ? Token::DangerText : Token::Text, nameOf(m_item), room);
    if (const int rest = room - used - m_theme.px(8); rest > m_theme.px(40))
        put(FontRole::Small, Token::TextMuted, detailOf(m_item), rest);
}

} // namespace tf::ui
