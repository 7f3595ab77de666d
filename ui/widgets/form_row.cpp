#include "ui/widgets/form_row.h"

#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace tf::ui {

FormRow::FormRow(const Theme& theme, const QString& name, QWidget* field, const QString& hint,
                 QWidget* parent)
    : QWidget(parent)
    , m_field(field)
    , m_name(name)
    , m_hint(hint)
    , m_below(makeParagraph(theme, FontRole::Small, Token::TextMuted, hint, this))
    , m_wrong(makeParagraph(theme, FontRole::Small, Token::DangerText, {}, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(new TextLabel(theme, FontRole::Strong, Token::Text, name, this));
    column->addWidget(field);
    column->addWidget(m_below);
    column->addWidget(m_wrong);
    m_below->setVisible(!hint.isEmpty());
    m_wrong->hide();
    field->setAccessibleName(name);
    field->setAccessibleDescription(hint);
}

void FormRow::setMistake(const QString& sentence)
{
    m_hasMistake = !sentence.isEmpty();
    m_wrong->setText(sentence);
    m_wrong->setVisible(m_hasMistake);
    m_below->setVisible(!m_hasMistake && !m_hint.isEmpty());
    m_field->setAccessibleDescription(m_hasMistake ? sentence : m_hint);
}

} // namespace tf::ui
