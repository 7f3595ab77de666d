#include "ui/works/sign_row.h"

#include "ui/theme/icons.h"
#include "ui/theme/style.h"

#include <QKeyEvent>
#include <QPainter>

namespace tf::ui {

namespace {

constexpr int kSignSize = 14;
constexpr int kSignGap = 8;
constexpr int kRowPadding = 5;
constexpr int kTallRow = 100'000;

QString spokenCheck(RowSign sign)
{
    switch (sign) {
    case RowSign::Plain:
        return {};
    case RowSign::Good:
        return SignRow::tr("Passed");
    case RowSign::Caution:
        return SignRow::tr("Warning");
    case RowSign::Bad:
        return SignRow::tr("Failed");
    case RowSign::Open:
        break;
    }
    return SignRow::tr("Not run");
}

/// Between words, and within one only where it is wider than the row.
int wrapOf(const QString& words, const QFontMetrics& metrics, int width)
{
    for (const QString& word : words.split(u' ')) {
        if (metrics.horizontalAdvance(word) > width)
            return Qt::TextWordWrap | Qt::TextWrapAnywhere;
    }
    return Qt::TextWordWrap;
}

} // namespace

SignRow::SignRow(const Theme& theme, SignedLine line, Leads leads, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_line(std::move(line))
    , m_leads(leads)
{
    const QString sign = m_line.spoken.isEmpty() ? spokenCheck(m_line.sign) : m_line.spoken;
    setAccessibleName(sign.isEmpty() ? m_line.text : tr("%1: %2").arg(sign, m_line.text));
    setAccessibleDescription(m_line.detail);
    setFocusPolicy(leads == Leads::Somewhere ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    if (leads == Leads::Somewhere)
        setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::changed, this, [this] {
        setMinimumHeight(heightForWidth(width()));
        updateGeometry();
    });
}

QRect SignRow::words(int width) const
{
    const bool hasSign = m_line.sign != RowSign::Plain;
    const int pad = m_theme.px(kRowPadding);
    const int left = hasSign ? m_theme.px(kRowPadding + kSignSize + kSignGap) : pad;
    return {left, pad, std::max(1, width - left - pad), kTallRow};
}

QRect SignRow::textPlace(int width) const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Body));
    const QRect place = words(width);
    const int wrap = wrapOf(m_line.text, metrics, place.width());
    return {place.topLeft(),
            QSize(place.width(), metrics.boundingRect(place, wrap, m_line.text).height())};
}

QRect SignRow::detailBelow(const QRect& text) const
{
    if (m_line.detail.isEmpty())
        return {text.left(), text.bottom() + 1, text.width(), 0};
    const QFontMetrics metrics(m_theme.font(FontRole::Small));
    const QRect place(text.left(), text.bottom() + 1 + m_theme.px(1), text.width(), kTallRow);
    const int wrap = wrapOf(m_line.detail, metrics, place.width());
    return {place.topLeft(),
            QSize(place.width(), metrics.boundingRect(place, wrap, m_line.detail).height())};
}

int SignRow::heightForWidth(int width) const
{
    return detailBelow(textPlace(width)).bottom() + 1 + m_theme.px(kRowPadding);
}

QSize SignRow::sizeHint() const
{
    const int wide = m_theme.px(280);
    return {wide, heightForWidth(wide)};
}

QSize SignRow::minimumSizeHint() const
{
    return {m_theme.px(80), m_theme.px(24)};
}

/// Within a scroll area the layout asks for the height of another width than it gives.
void SignRow::resizeEvent(QResizeEvent* event)
{
    QAbstractButton::resizeEvent(event);
    setMinimumHeight(heightForWidth(width()));
}

/// What leads nowhere is a text, and not pressed.
bool SignRow::event(QEvent* event)
{
    const bool isMouse =
        event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease;
    if (isMouse && m_leads == Leads::Nowhere) {
        event->ignore();
        return false;
    }
    return QAbstractButton::event(event);
}

void SignRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void SignRow::paintSign(QPainter& painter) const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Body));
    const int size = m_theme.px(kSignSize);
    const int top = m_theme.px(kRowPadding) + (metrics.height() - size) / 2;
    const QRect place = QStyle::visualRect(layoutDirection(), rect(),
                                           QRect(m_theme.px(kRowPadding), top, size, size));
    switch (m_line.sign) {
    case RowSign::Plain:
        return;
    case RowSign::Good:
        return paintIcon(painter, place, Icon::Check, m_theme.color(Token::GoodText));
    case RowSign::Caution:
        return paintIcon(painter, place, Icon::Warning, m_theme.color(Token::CautionText));
    case RowSign::Bad:
        return paintIcon(painter, place, Icon::Close, m_theme.color(Token::DangerText));
    case RowSign::Open:
        painter.fillRect(QRect(place.left() + size / 4, place.center().y(), size / 2,
                               std::max(1, m_theme.px(2))),
                         m_theme.color(Token::TextMuted));
    }
}

/// At the side where the window begins, in the direction of the words themselves.
void SignRow::paintWords(QPainter& painter, const QRect& place, const QString& words, FontRole role,
                         Token ink) const
{
    const QFont font = m_theme.font(role);
    painter.setFont(font);
    painter.setPen(m_theme.color(ink));
    painter.setLayoutDirection(words.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const int side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place),
                     side | Qt::AlignAbsolute | wrapOf(words, QFontMetrics(font), place.width()),
                     words);
}

void SignRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool isHot = m_leads == Leads::Somewhere && underMouse();
    if (isHot || isDown()) {
        painter.setRenderHint(QPainter::Antialiasing);
        paintRounded(painter, rect(), m_theme.px(5),
                     m_theme.color(isDown() ? Token::Pressed : Token::Hover));
    }
    paintSign(painter);
    const QRect text = textPlace(width());
    paintWords(painter, text, m_line.text, FontRole::Body,
               m_leads == Leads::Somewhere ? Token::TextLink : Token::Text);
    paintWords(painter, detailBelow(text), m_line.detail, FontRole::Small, Token::TextMuted);
    if (hasFocus())
        paintFocusRing(painter, rect(), m_theme.px(5), m_theme);
}

} // namespace tf::ui
