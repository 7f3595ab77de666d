#include "ui/widgets/text_label.h"

namespace tf::ui {

TextLabel::TextLabel(const Theme& theme, FontRole role, Token ink, const QString& text,
                     QWidget* parent)
    : QLabel(text, parent)
    , m_role(role)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    follow(theme);
    connect(&theme, &Theme::changed, this, [this, &theme] { follow(theme); });
}

QSize TextLabel::minimumSizeHint() const
{
    return wordWrap() ? QSize(fontMetrics().height(), fontMetrics().height())
                      : QLabel::minimumSizeHint();
}

void TextLabel::follow(const Theme& theme)
{
    setFont(theme.font(m_role));
    QPalette inked = palette();
    inked.setColor(QPalette::WindowText, theme.color(m_ink));
    setPalette(inked);
}

TextLabel* makeParagraph(const Theme& theme, FontRole role, Token ink, const QString& text,
                         QWidget* parent)
{
    auto* label = new TextLabel(theme, role, ink, text, parent);
    label->setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    return label;
}

} // namespace tf::ui
