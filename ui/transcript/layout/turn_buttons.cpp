#include "ui/transcript/layout/turn_buttons.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

struct TurnButtons {
    Q_DECLARE_TR_FUNCTIONS(TurnButtons)
};

Spot button(SpotKind kind, const QString& name)
{
    return {kind, 0, {}, name};
}

} // namespace

std::vector<Spot> siblingButtons(const ShownTurn& turn)
{
    if (turn.numSiblings < 2 || turn.isReadOnly)
        return {};
    const QString where =
        TurnButtons::tr("%1 of %2").arg(turn.siblingIdx + 1).arg(turn.numSiblings);
    return {button(SpotKind::PreviousSibling, u"‹"_s),
            button(SpotKind::NextSibling, where + u"  ›"_s)};
}

std::vector<Spot> questionButtons(const ShownTurn& turn)
{
    if (turn.isReadOnly)
        return {};
    return {button(SpotKind::Edit, TurnButtons::tr("Edit"))};
}

std::vector<Spot> answerButtons(const ShownTurn& turn)
{
    if (turn.state == session::TurnState::Streaming)
        return {};
    if (turn.isReadOnly)
        return {button(SpotKind::CopyMarkdown, TurnButtons::tr("Copy as Markdown"))};
    return {button(SpotKind::CopyMarkdown, TurnButtons::tr("Copy as Markdown")),
            button(SpotKind::Quote, TurnButtons::tr("Quote")),
            button(SpotKind::Retry, TurnButtons::tr("Retry")),
            button(SpotKind::Remove, TurnButtons::tr("Delete"))};
}

std::vector<Spot> noticeButtons(const ShownTurn& turn)
{
    if (turn.isReadOnly)
        return {};
    std::vector<Spot> buttons{button(SpotKind::Retry, TurnButtons::tr("Retry"))};
    if (turn.sections.size() > 1)
        buttons.push_back(button(SpotKind::Continue, TurnButtons::tr("Continue")));
    return buttons;
}

std::vector<Spot> attachmentChips(const ShownTurn& turn)
{
    std::vector<Spot> chips;
    for (const session::Attachment& attachment : turn.attachments)
        chips.push_back({SpotKind::Attachment,
                         static_cast<int>(chips.size()),
                         {},
                         QString::fromStdString(attachment.name),
                         QString::fromStdString(attachment.mediaType)});
    return chips;
}

} // namespace tf::ui
