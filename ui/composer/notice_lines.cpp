#include "ui/composer/notice_lines.h"

#include "ui/composer/text_button.h"
#include "ui/theme/style.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/plain_name.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr int kNoticeLine = 18;
constexpr int kActionLine = 24; ///< as tall as its buttons

struct ToneRow {
    Token fill;
    Token ink;
    Icon icon;
};

ToneRow rowOf(NoticeTone tone)
{
    switch (tone) {
    case NoticeTone::Info:
        return {Token::InfoFill, Token::InfoText, Icon::Info};
    case NoticeTone::Caution:
        return {Token::CautionFill, Token::CautionText, Icon::Warning};
    case NoticeTone::Danger:
        break;
    }
    return {Token::DangerFill, Token::DangerText, Icon::Warning};
}

class ToneStrip : public QWidget {
public:
    ToneStrip(const Theme& theme, Token fill, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_fill(fill)
    {
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintRounded(painter, rect(), m_theme.px(6), m_theme.color(m_fill));
    }

private:
    const Theme& m_theme;
    Token m_fill;
};

QString keyOf(const NoticeLine& line)
{
    QString key = line.text;
    for (const NoticeAction& action : line.actions)
        key += u'\x1f' + action.text;
    return key;
}

} // namespace

NoticeLines::NoticeLines(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    hide();
}

QWidget* NoticeLines::make(const NoticeLine& line)
{
    const ToneRow tone = rowOf(line.tone);
    auto* strip = new ToneStrip(m_theme, tone.fill, this);
    auto* row = new QHBoxLayout(strip);
    const QMargins margins(8, 3, 4, 3); // layouts do not mirror their own margins
    row->setContentsMargins(isLeftToRight() ? margins : QMargins(4, 3, 8, 3));
    row->setSpacing(6);
    auto* words = makeParagraph(m_theme, FontRole::Small, tone.ink, plainName(line.text), strip);
    // The drawing and the buttons are centred on the first line of the words.
    const int first = std::max(m_theme.px(line.actions.empty() ? kNoticeLine : kActionLine),
                               words->fontMetrics().height());
    const int gap = (first - words->fontMetrics().height()) / 2;
    words->setContentsMargins(0, gap, 0, gap);
    words->setAlignment((words->alignment() & Qt::AlignHorizontal_Mask) | Qt::AlignTop);
    auto* icon = new IconLabel(m_theme, tone.icon, 16, tone.ink, strip);
    icon->setFixedHeight(first);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    for (const NoticeAction& action : line.actions) {
        auto* button = new TextButton(m_theme, action.text, strip);
        connect(button, &QAbstractButton::clicked, this, action.run, Qt::QueuedConnection);
        row->addWidget(button, 0, Qt::AlignTop);
    }
    strip->setAccessibleName(line.text);
    return strip;
}

void NoticeLines::show(std::vector<NoticeLine> lines)
{
    QStringList texts;
    for (const NoticeLine& line : lines)
        texts.append(keyOf(line));
    if (texts == m_texts)
        return;
    m_texts = std::move(texts);
    while (QLayoutItem* item = layout()->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    for (const NoticeLine& line : lines)
        layout()->addWidget(make(line));
    setVisible(!lines.empty());
}

QStringList NoticeLines::texts() const
{
    QStringList texts;
    for (const QString& text : m_texts)
        texts.append(text.section(u'\x1f', 0, 0));
    return texts;
}

} // namespace tf::ui
