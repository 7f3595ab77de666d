#include "ui/transcript/story/shown_turn.h"

namespace tf::ui {

namespace {

SectionKind sectionKindOf(session::PartKind kind)
{
    switch (kind) {
    case session::PartKind::Reasoning:
        return SectionKind::Reasoning;
    case session::PartKind::Text:
    case session::PartKind::TextWasReasoning:
        return SectionKind::Text;
    case session::PartKind::ToolCall:
        return SectionKind::ToolCall;
    case session::PartKind::ToolResult:
        return SectionKind::ToolResult;
    case session::PartKind::Patch:
        return SectionKind::Patch;
    }
    return SectionKind::Text;
}

bool startsFolded(SectionKind kind)
{
    return kind == SectionKind::Reasoning || kind == SectionKind::ToolResult;
}

const std::string& textOf(const session::Turn& turn, std::size_t sectionIdx)
{
    return sectionIdx == 0 ? turn.question.text : turn.parts[sectionIdx - 1].text;
}

} // namespace

std::size_t bytesOf(const session::Turn& turn)
{
    std::size_t bytes = turn.question.text.size();
    for (const session::Part& part : turn.parts)
        bytes += part.text.size();
    return bytes;
}

void ShownTurn::takeFacts(const session::Turn& turn)
{
    id = turn.id;
    settings = turn.question.settings;
    attachments = turn.question.attachments;
    state = turn.ending.state;
    reason = turn.ending.reason;
    usage = turn.ending.usage;
    beganAt = turn.beganAt;
    endedAt = turn.endedAt;
    numBytes = bytesOf(turn);
}

void ShownTurn::addSections(const session::Turn& turn)
{
    if (sections.empty())
        sections.emplace_back(SectionKind::Question, QString(), false);
    for (std::size_t idx = sections.size() - 1; idx < turn.parts.size(); ++idx) {
        const session::Part& part = turn.parts[idx];
        const SectionKind kind = sectionKindOf(part.kind);
        sections.emplace_back(kind, QString::fromStdString(part.name), startsFolded(kind));
        auto& first = kind == SectionKind::Reasoning ? firstReasoning : firstText;
        if (isLive && !first)
            first = Clock::now();
    }
}

ShownTurn::Changed ShownTurn::read(const session::Turn& turn, std::size_t limit)
{
    const std::size_t wasCount = sections.size();
    addSections(turn);
    Changed changed{.section = sections.size(), .block = 0};
    const auto note = [&changed](std::size_t section, std::size_t block) {
        if (section < changed.section)
            changed = {.section = section, .block = block};
        else if (section == changed.section)
            changed.block = std::min(changed.block, block);
    };
    // All but the last were read to their end, unless this is the first time.
    const std::size_t from = isRead && wasCount > 0 ? wasCount - 1 : 0;
    std::size_t left = limit;
    for (std::size_t idx = from; idx < sections.size() && left > 0; ++idx) {
        Section& section = sections[idx];
        const std::size_t before = section.numRead();
        const std::string& text = textOf(turn, idx);
        if (before < text.size())
            note(idx, section.read(text, left));
        left -= std::min(left, section.numRead() - before);
        const bool isLast = idx + 1 == sections.size();
        const bool isOver = !isLast || idx == 0 || turn.endedAt != 0
            || turn.ending.state != session::TurnState::Streaming;
        if (section.numRead() >= text.size() && isOver)
            note(idx, section.finish());
        // What is cut off in the middle of a character waits for its rest.
        isRead = isLast && (section.numRead() >= text.size() || section.numRead() == before);
    }
    return changed;
}

} // namespace tf::ui
