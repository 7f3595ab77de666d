#include "ui/widgets/choice_card.h"

#include "ui/theme/style.h"

#include <QKeyEvent>
#include <QPainter>

namespace tf::ui {

namespace {

constexpr int kCardPadding = 16;
constexpr int kCardIconSize = 22;
constexpr int kCardGap = 14;
constexpr int kCardLineGap = 3;
constexpr int kLeastCardWidth = 240;
constexpr int kTall = 10'000; // more than any text needs

} // namespace

ChoiceCard::ChoiceCard(const Theme& theme, Icon icon, const QString& title, const QString& text,
                       QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(icon)
    , m_title(title)
    , m_sentence(text)
{
    setAccessibleName(title);
    setAccessibleDescription(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, [this] {
        setMinimumHeight(heightForWidth(width()));
        updateGeometry();
    });
}

void ChoiceCard::setSentence(const QString& text)
{
    m_sentence = text;
    setAccessibleDescription(text);
    setMinimumHeight(heightForWidth(width()));
    updateGeometry();
    update();
}

QRect ChoiceCard::words(int width) const
{
    const int left = m_theme.px(kCardPadding + kCardIconSize + kCardGap);
    return {left, m_theme.px(kCardPadding), std::max(1, width - left - m_theme.px(kCardPadding)),
            kTall};
}

int ChoiceCard::heightForWidth(int width) const
{
    const QFontMetrics strong(m_theme.font(FontRole::Strong));
    const QFontMetrics body(m_theme.font(FontRole::Body));
    const QRect text = body.boundingRect(words(width), Qt::TextWordWrap, m_sentence);
    return m_theme.px(2 * kCardPadding + kCardLineGap) + strong.height() + text.height();
}

/// Within a scroll area the layout asks for the height of another width than it gives.
void ChoiceCard::resizeEvent(QResizeEvent* event)
{
    QAbstractButton::resizeEvent(event);
    setMinimumHeight(heightForWidth(width()));
}

QSize ChoiceCard::sizeHint() const
{
    const int width = m_theme.px(2 * kLeastCardWidth);
    return {width, heightForWidth(width)};
}

QSize ChoiceCard::minimumSizeHint() const
{
    return {m_theme.px(kLeastCardWidth), m_theme.px(2 * kCardPadding)};
}

/// Enter presses it too, not the space bar alone.
void ChoiceCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void ChoiceCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isHot = underMouse() && isEnabled();
    painter.setPen(QPen(m_theme.color(isHot ? Token::BorderStrong : Token::Border), 1));
    painter.setBrush(m_theme.color(isDown() ? Token::Pressed : isHot ? Token::Hover : Token::Card));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(8),
                            m_theme.px(8));
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QFontMetrics strong(m_theme.font(FontRole::Strong));
    const int size = m_theme.px(kCardIconSize);
    const QRect icon(m_theme.px(kCardPadding), m_theme.px(kCardPadding), size, size);
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), icon), m_icon,
              m_theme.color(Token::Accent));
    const int side = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    QRect place = words(width());
    painter.setFont(m_theme.font(FontRole::Strong));
    painter.setPen(m_theme.color(Token::Text));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place),
                     side | Qt::TextSingleLine, m_title);
    place.translate(0, strong.height() + m_theme.px(kCardLineGap));
    painter.setFont(m_theme.font(FontRole::Body));
    painter.setPen(m_theme.color(Token::TextMuted));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place), side | Qt::TextWordWrap,
                     m_sentence);
    if (hasFocus())
        paintFocusRing(painter, rect(), m_theme.px(8), m_theme);
}

} // namespace tf::ui
