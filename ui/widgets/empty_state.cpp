#include "ui/widgets/empty_state.h"

#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace tf::ui {

QWidget* makeEmptyState(const Theme& theme, Icon icon, const EmptyWords& words, QWidget* parent,
                        QWidget* action)
{
    auto* state = new QWidget(parent);
    auto* column = new QVBoxLayout(state);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(0);
    // The drawing stands at the same height whatever the words under it take.
    auto* block = new QVBoxLayout;
    block->setSpacing(8);
    column->addStretch(1);
    column->addLayout(block, 2);
    auto* title = makeParagraph(theme, FontRole::Strong, Token::Text, words.title, state);
    auto* text = makeParagraph(theme, FontRole::Body, Token::TextMuted, words.text, state);
    title->setAlignment(Qt::AlignHCenter);
    text->setAlignment(Qt::AlignHCenter);
    block->addWidget(new IconLabel(theme, icon, 28, Token::Icon, state), 0, Qt::AlignHCenter);
    block->addWidget(title);
    block->addWidget(text);
    if (action != nullptr) {
        block->addSpacing(8);
        block->addWidget(action, 0, Qt::AlignHCenter);
    }
    block->addStretch();
    return state;
}

} // namespace tf::ui
