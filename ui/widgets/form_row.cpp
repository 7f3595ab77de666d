#include "ui/widgets/form_row.h"

#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace tf::ui {

namespace {

/// Over the field's own line, which its ring would hide else.
class WrongFrame : public QWidget {
public:
    WrongFrame(const Theme& theme, QWidget* field)
        : QWidget(field)
        , m_theme(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.color(Token::Danger), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_theme.px(5),
                                m_theme.px(5));
    }

private:
    const Theme& m_theme;
};

} // namespace

FormRow::FormRow(const Theme& theme, const QString& name, QWidget* field, const QString& hint,
                 QWidget* parent)
    : QWidget(parent)
    , m_field(field)
    , m_frame(new WrongFrame(theme, field))
    , m_name(name)
    , m_hint(hint)
    , m_below(makeParagraph(theme, FontRole::Small, Token::TextMuted, hint, this))
    , m_mark(new IconLabel(theme, Icon::Warning, 14, Token::Danger, this))
    , m_wrong(makeParagraph(theme, FontRole::Small, Token::DangerText, {}, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(new TextLabel(theme, FontRole::Strong, Token::Text, name, this));
    column->addWidget(field);
    column->addWidget(m_below);
    auto* wrong = new QHBoxLayout;
    wrong->setSpacing(theme.px(5));
    wrong->addWidget(m_mark, 0, Qt::AlignTop);
    wrong->addWidget(m_wrong, 1);
    column->addLayout(wrong);
    m_below->setVisible(!hint.isEmpty());
    m_wrong->hide();
    m_mark->hide();
    field->installEventFilter(this);
    field->setAccessibleName(name);
    field->setAccessibleDescription(hint);
}

void FormRow::setMistake(const QString& sentence)
{
    m_hasMistake = !sentence.isEmpty();
    m_wrong->setText(sentence);
    m_wrong->setVisible(m_hasMistake);
    m_mark->setVisible(m_hasMistake);
    m_frame->setGeometry(m_field->rect());
    m_frame->setVisible(m_hasMistake);
    m_below->setVisible(!m_hasMistake && !m_hint.isEmpty());
    m_field->setAccessibleDescription(m_hasMistake ? sentence : m_hint);
}

void FormRow::focusField()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

bool FormRow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::Resize)
        m_frame->setGeometry(m_field->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace tf::ui
