#include "ui/monitor/fact_list.h"

#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace tf::ui {

namespace {

constexpr int kFactNameWidth = 76;

Token inkOf(FactTone tone)
{
    switch (tone) {
    case FactTone::Said:
        return Token::Text;
    case FactTone::Unknown:
        return Token::TextMuted;
    case FactTone::Caution:
        break;
    }
    return Token::CautionText;
}

} // namespace

FactList::FactList(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    connect(&theme, &Theme::changed, this, &FactList::fill);
}

void FactList::show(const std::vector<FactGroup>& groups)
{
    if (m_groups != nullptr && groups == m_shown)
        return;
    m_shown = groups;
    fill();
}

void FactList::fill()
{
    delete m_groups;
    m_groups = new QWidget(this);
    auto* column = new QVBoxLayout(m_groups);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    for (const FactGroup& group : m_shown)
        column->addWidget(makeGroup(group));
    m_column->addWidget(m_groups);
}

QWidget* FactList::makeGroup(const FactGroup& group)
{
    auto* block = new QWidget(m_groups);
    block->setAccessibleName(group.title);
    auto* grid = new QGridLayout(block);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnMinimumWidth(0, m_theme.px(kFactNameWidth));
    grid->setColumnStretch(1, 1);
    grid->addWidget(makeParagraph(m_theme, FontRole::Strong, Token::Text, group.title, block), 0, 0,
                    1, 2);
    int row = 1;
    for (const Fact& fact : group.facts) {
        auto* name = new TextLabel(m_theme, FontRole::Small, Token::TextMuted, fact.name, block);
        auto* value = makeParagraph(m_theme, FontRole::Small, inkOf(fact.tone), fact.value, block);
        value->setAccessibleName(tr("%1: %2").arg(fact.name, fact.value));
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        for (TextLabel* label : {name, value}) // on one line, however high the row is
            label->setAlignment((label->alignment() & Qt::AlignHorizontal_Mask) | Qt::AlignTop);
        grid->addWidget(name, row, 0);
        grid->addWidget(value, row++, 1);
    }
    return block;
}

} // namespace tf::ui
