#include "ui/widgets/text_label.h"

#include <QEvent>

namespace tf::ui {

TextLabel::TextLabel(const Theme& theme, FontRole role, Token ink, const QString& text,
                     QWidget* parent)
    : QLabel(text, parent)
    , m_role(role)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    follow(theme);
    alignToLayout();
    connect(&theme, &Theme::changed, this, [this, &theme] { follow(theme); });
}

void TextLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        alignToLayout();
}

/// Left to itself a label aligns words by their language: English in a window from right to left
/// would stand at the left.
void TextLabel::alignToLayout()
{
    if (alignment() & Qt::AlignHCenter)
        return;
    const auto side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    setAlignment(side | Qt::AlignAbsolute | (alignment() & Qt::AlignVertical_Mask));
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
