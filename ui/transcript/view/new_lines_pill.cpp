#include "ui/transcript/view/new_lines_pill.h"

#include "ui/theme/style.h"

#include <QPainter>

namespace tf::ui {

namespace {

constexpr int kPillHeight = 30;
constexpr int kPillPadding = 14;

} // namespace

NewLinesPill::NewLinesPill(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    hide();
}

void NewLinesPill::setLines(int numLines)
{
    if (numLines == m_numLines)
        return;
    m_numLines = numLines;
    setText(tr("↓ %Ln new lines", nullptr, numLines));
    setAccessibleName(text());
    setVisible(numLines > 0);
    resize(sizeHint());
    update();
}

QSize NewLinesPill::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Small));
    return {metrics.horizontalAdvance(text()) + 2 * m_theme.px(kPillPadding),
            m_theme.px(kPillHeight)};
}

void NewLinesPill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Token fill = isDown() ? Token::AccentPressed
        : underMouse()          ? Token::AccentHover
                                : Token::Accent;
    paintRounded(painter, rect(), height() / 2, m_theme.color(fill));
    painter.setFont(m_theme.font(FontRole::Small));
    painter.setPen(m_theme.color(Token::TextOnAccent));
    painter.drawText(rect(), int(Qt::AlignCenter) | Qt::TextSingleLine, text());
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()).adjusted(2, 2, -2, -2), height() / 2, m_theme);
}

} // namespace tf::ui
