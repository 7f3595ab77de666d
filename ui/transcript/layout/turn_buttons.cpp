#include "ui/transcript/layout/turn_buttons.h"

#include "ui/transcript/story/media_tile.h"

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

std::vector<SpotKind> remediesOf(Cause cause)
{
    using enum SpotKind;
    switch (cause) {
    case Cause::NameUnknown:
    case Cause::Certificate:
    case Cause::WantsCertificate:
    case Cause::WebPage:
    case Cause::Redirected:
    case Cause::NotUnderstood:
    case Cause::KeyRefused:
    case Cause::KeyUnreadable:
    case Cause::NotThere:
        return {EditEndpoint, TestEndpoint, Retry, RetryOther};
    case Cause::Refused:
    case Cause::Unreachable:
    case Cause::TimedOut:
        return {Retry, TestEndpoint, EditEndpoint, RetryOther};
    case Cause::TooLong:
    case Cause::RequestRefused:
    case Cause::Filtered:
    case Cause::Secrets:
    case Cause::CannotDo:
        return {Edit, RetryOther};
    case Cause::ReachShut:
    case Cause::EndpointGone:
    case Cause::Unpaid:
    case Cause::PlanUsedUp:
        return {RetryOther, Retry};
    case Cause::NoModel:
    case Cause::LocalFailed:
    case Cause::Device:
        return {LoadModel, Retry, RetryOther};
    case Cause::OutOfMemory:
        return {Edit, Retry, RetryOther};
    case Cause::DiskFull:
    case Cause::ReadOnly:
    case Cause::SessionGone:
    case Cause::NotKept:
        return {Export};
    case Cause::Broken:
    case Cause::Stopped:
    case Cause::CutShort:
        return {Continue, Retry, RetryOther};
    default:
        return {Retry, RetryOther};
    }
}

QString remedyName(SpotKind kind, Cause cause)
{
    switch (kind) {
    case SpotKind::Retry:
        return TurnButtons::tr("Retry");
    case SpotKind::RetryOther:
        return TurnButtons::tr("Retry with…");
    case SpotKind::Continue:
        return TurnButtons::tr("Continue");
    case SpotKind::EditEndpoint:
        return TurnButtons::tr("Edit endpoint…");
    case SpotKind::TestEndpoint:
        return TurnButtons::tr("Test connection");
    case SpotKind::LoadModel:
        return TurnButtons::tr("Load a model…");
    case SpotKind::Export:
        return TurnButtons::tr("Export session…");
    default:
        return cause == Cause::TooLong || cause == Cause::OutOfMemory
            ? TurnButtons::tr("Shorten…")
            : TurnButtons::tr("Edit question…");
    }
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
            button(SpotKind::RetryOther, TurnButtons::tr("Retry with…")),
            button(SpotKind::Branch, TurnButtons::tr("Branch here")),
            button(SpotKind::Remove, TurnButtons::tr("Delete"))};
}

std::vector<Spot> noticeButtons(const ShownTurn& turn, Cause cause)
{
    if (turn.isReadOnly)
        return {};
    std::vector<Spot> buttons;
    for (const SpotKind kind : remediesOf(cause)) {
        if (kind == SpotKind::Continue && turn.sections.size() < 2)
            continue; // there is nothing to go on from
        buttons.push_back(button(kind, remedyName(kind, cause)));
    }
    return buttons;
}

std::vector<Spot> attachmentChips(const ShownTurn& turn)
{
    std::vector<Spot> chips;
    for (std::size_t idx = 0; idx < turn.attachments.size(); ++idx) {
        const session::Attachment& attachment = turn.attachments[idx];
        if (isPlainAttachment(attachment))
            chips.push_back({SpotKind::Attachment,
                             static_cast<int>(idx),
                             {},
                             QString::fromStdString(attachment.name),
                             QString::fromStdString(attachment.mediaType)});
    }
    return chips;
}

} // namespace tf::ui
