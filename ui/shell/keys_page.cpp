#include "ui/shell/keys_page.h"

#include "ui/shell/actions.h"
#include "ui/theme/style.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

/// A key as it stands on the keyboard.
class KeyCap : public TextLabel {
public:
    KeyCap(const Theme& theme, const QKeySequence& keys, QWidget* parent)
        : TextLabel(theme, FontRole::Keys, Token::CodeText, keys.toString(QKeySequence::NativeText),
                    parent)
        , m_theme(theme)
    {
        setContentsMargins(8, 4, 8, 4);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QPainter painter(this);
        paintRounded(painter, rect(), 4, m_theme.color(Token::Border));
        paintRounded(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 3,
                     m_theme.color(Token::CodeFill));
        painter.end();
        TextLabel::paintEvent(event);
    }

private:
    const Theme& m_theme;
};

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

} // namespace

KeysPage::KeysPage(const Theme& theme, QWidget* parent)
    : Pane(theme, Token::Window, tr("Keys"), parent)
{
    addHeader(Icon::Close, tr("Close key list (Esc)"));
    auto* body = new QWidget(this);
    auto* grid = new QGridLayout(body);
    grid->setContentsMargins(14, 8, 24, 24);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    int rowIdx = 0;
    for (const ActionRow& row : actionTable()) {
        const QList<QKeySequence> keys = shortcutsOf(row);
        if (keys.isEmpty())
            continue;
        grid->addWidget(new KeyCap(theme, keys.front(), body), rowIdx, 0, Qt::AlignLeft);
        grid->addWidget(makeParagraph(theme, FontRole::Body, Token::Text,
                                      withoutMnemonic(actionText(row.text)), body),
                        rowIdx, 1, Qt::AlignVCenter);
        ++rowIdx;
    }
    grid->setRowStretch(rowIdx, 1);
    setBody(body);
}

} // namespace tf::ui
