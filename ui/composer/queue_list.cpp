#include "ui/composer/queue_list.h"

#include "ui/composer/text_button.h"
#include "ui/theme/style.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/plain_name.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace tf::ui {

namespace {

constexpr int kQueueRowHeight = 28;

/// The first line of a question, as wide as there is room.
class QuestionLine : public QWidget {
public:
    QuestionLine(const Theme& theme, const QString& text, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_text(plainName(text).simplified())
    {
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        setAccessibleName(m_text);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {m_theme.px(80), m_theme.px(kQueueRowHeight)};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setFont(m_theme.font(FontRole::Body));
        painter.setPen(m_theme.color(Token::Text));
        const auto align = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
        painter.drawText(rect(), int(align) | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
    }

private:
    const Theme& m_theme;
    QString m_text;
};

class QueueStrip : public QWidget {
public:
    QueueStrip(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintRounded(painter, rect(), m_theme.px(6), m_theme.color(Token::QuestionFill));
    }

private:
    const Theme& m_theme;
};

} // namespace

QueueList::QueueList(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Waiting questions"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    hide();
}

QWidget* QueueList::make(int place, const QString& question)
{
    auto* strip = new QueueStrip(m_theme, this);
    auto* row = new QHBoxLayout(strip);
    const QMargins margins(10, 0, 4, 0); // layouts do not mirror their own margins
    row->setContentsMargins(isLeftToRight() ? margins : QMargins(4, 0, 10, 0));
    row->setSpacing(2);
    row->addWidget(new QuestionLine(m_theme, question, strip), 1);
    auto* now = new TextButton(m_theme, tr("Send now"), strip);
    now->setToolTip(tr("Stops the answer that runs; what came of it stays"));
    auto* earlier = new TextButton(m_theme, tr("Move up"), strip);
    earlier->setToolTip(tr("Asked before the question above"));
    QSizePolicy inColumn = earlier->sizePolicy(); // the first row keeps its place free
    inColumn.setRetainSizeWhenHidden(m_questions.size() > 1);
    earlier->setSizePolicy(inColumn);
    earlier->setVisible(place > 0);
    auto* edit = new TextButton(m_theme, tr("Edit"), strip);
    auto* remove = new IconButton(m_theme, Icon::Close, tr("Remove this question"), strip);
    for (QAbstractButton* button :
         std::initializer_list<QAbstractButton*>{now, earlier, edit, remove})
        row->addWidget(button);
    const auto later = Qt::QueuedConnection; // the button is gone when the list is made anew
    connect(
        now, &QAbstractButton::clicked, this, [this, place] { Q_EMIT sendNowAsked(place); }, later);
    connect(
        earlier, &QAbstractButton::clicked, this, [this, place] { Q_EMIT earlierAsked(place); },
        later);
    connect(
        edit, &QAbstractButton::clicked, this, [this, place] { Q_EMIT editAsked(place); }, later);
    connect(
        remove, &QAbstractButton::clicked, this, [this, place] { Q_EMIT removeAsked(place); },
        later);
    return strip;
}

void QueueList::show(const QStringList& questions)
{
    if (questions == m_questions)
        return;
    m_questions = questions;
    while (QLayoutItem* item = layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int place = 0; place < questions.size(); ++place)
        layout()->addWidget(make(place, questions[place]));
    setVisible(!questions.isEmpty());
}

} // namespace tf::ui
