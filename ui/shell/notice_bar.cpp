#include "ui/shell/notice_bar.h"

#include "ui/widgets/icon_button.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/plain_name.h"
#include "ui/widgets/text_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace tf::ui {

namespace {

constexpr int kMaxNotices = 4;

class NoticeStrip : public QWidget {
public:
    NoticeStrip(const Theme& theme, Tone tone, const QString& text, const NoticeDeed& deed,
                const QString& closeName, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_tone(tone)
    {
        const bool caution = tone == Tone::Caution;
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(isLeftToRight() ? QMargins(16, 6, 8, 7) : QMargins(8, 6, 16, 7));
        row->setSpacing(8);
        row->addWidget(new IconLabel(theme, caution ? Icon::Warning : Icon::Info, 16,
                                     caution ? Token::Caution : Token::Info, this));
        row->addWidget(makeParagraph(theme, FontRole::Body,
                                     caution ? Token::CautionText : Token::InfoText, text, this),
                       1);
        if (deed.run) {
            auto* button = new QPushButton(deed.text, this);
            connect(button, &QPushButton::clicked, this, deed.run, Qt::QueuedConnection);
            row->addWidget(button);
        }
        auto* close = new IconButton(theme, Icon::Close, closeName, this);
        connect(close, &IconButton::clicked, this, &QObject::deleteLater);
        row->addWidget(close);
        setAccessibleName(text);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(
            rect(), m_theme.color(m_tone == Tone::Caution ? Token::CautionFill : Token::InfoFill));
        painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Divider));
    }

private:
    const Theme& m_theme;
    Tone m_tone;
};

} // namespace

NoticeBar::NoticeBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Notices"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void NoticeBar::add(Tone tone, const QString& text, const QString& details)
{
    addLine(tone, text, details);
}

void NoticeBar::put(const QString& name, Tone tone, const QString& text, const QString& details,
                    const NoticeDeed& deed)
{
    take(name);
    addLine(tone, text, details, deed)->setObjectName(name);
}

void NoticeBar::take(const QString& name)
{
    delete findChild<QWidget*>(name, Qt::FindDirectChildrenOnly);
}

QWidget* NoticeBar::addLine(Tone tone, const QString& text, const QString& details,
                            const NoticeDeed& deed)
{
    if (m_column->count() == kMaxNotices)
        delete m_column->itemAt(0)->widget();
    auto* line = new NoticeStrip(m_theme, tone, plainName(text), deed, tr("Close notice"), this);
    line->setToolTip(details);
    m_column->addWidget(line);
    QAccessibleEvent said(line, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
    return line;
}

bool NoticeBar::closeNewest()
{
    if (m_column->count() == 0)
        return false;
    delete m_column->itemAt(m_column->count() - 1)->widget();
    return true;
}

QStringList NoticeBar::texts() const
{
    QStringList shown;
    for (int lineIdx = 0; lineIdx < m_column->count(); ++lineIdx)
        shown.append(m_column->itemAt(lineIdx)->widget()->accessibleName());
    return shown;
}

} // namespace tf::ui
