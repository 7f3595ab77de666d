#include "ui/transcript/drop_zone.h"

#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace tf::ui {

DropZone::DropZone(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Drop zone"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(32, 40, 32, 40);
    column->setSpacing(8);

    auto* icons = new QHBoxLayout;
    icons->setSpacing(20);
    icons->addStretch();
    for (const Icon icon : {Icon::Repository, Icon::Picture, Icon::Recording})
        icons->addWidget(new IconLabel(theme, icon, 32, Token::Accent, this));
    icons->addStretch();
    column->addLayout(icons);
    column->addSpacing(8);

    auto* title = makeParagraph(theme, FontRole::Heading, Token::Text,
                                tr("Drop a repository, screenshots or a screen recording"), this);
    auto* truth = makeParagraph(
        theme, FontRole::Body, Token::TextMuted,
        tr("They are read on this machine, in a process that can reach nothing else.\n"
           "Nothing is sent before you ask."),
        this);
    title->setAlignment(Qt::AlignHCenter);
    truth->setAlignment(Qt::AlignHCenter);
    column->addWidget(title);
    column->addWidget(truth);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void DropZone::setHighlighted(bool highlighted)
{
    m_highlighted = highlighted;
    update();
}

void DropZone::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen line(m_theme.color(m_highlighted ? Token::DropBorderActive : Token::DropBorder),
              m_highlighted ? 2 : 1.5);
    line.setDashPattern({4, 4});
    if (m_highlighted)
        line.setStyle(Qt::SolidLine);
    painter.setPen(line);
    painter.setBrush(m_theme.color(m_highlighted ? Token::DropFillActive : Token::DropFill));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 12, 12);
}

} // namespace tf::ui
