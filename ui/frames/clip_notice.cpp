#include "ui/frames/clip_notice.h"

#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace tf::ui {

namespace {

constexpr int kNoticeIcon = 28;

} // namespace

ClipNotice::ClipNotice(const Theme& theme, Icon icon, QWidget* parent)
    : QWidget(parent)
    , m_title(makeParagraph(theme, FontRole::Strong, Token::Text, {}, this))
    , m_text(makeParagraph(theme, FontRole::Body, Token::TextMuted, {}, this))
    , m_action(new QPushButton(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addStretch(1);
    column->addWidget(new IconLabel(theme, icon, kNoticeIcon, Token::Icon, this), 0,
                      Qt::AlignHCenter);
    for (TextLabel* label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(2);
    connect(m_action, &QPushButton::clicked, this, &ClipNotice::pressed);
    setWords({});
}

void ClipNotice::setWords(const ClipNoticeWords& words)
{
    m_title->setText(words.title);
    m_text->setText(words.text);
    m_text->setVisible(!words.text.isEmpty());
    m_action->setText(words.action);
    m_action->setVisible(!words.action.isEmpty());
}

} // namespace tf::ui
