#include "app/session/markdown.h"

#include "app/session/moment.h"
#include "app/session/session_json.h"
#include "kernels/base/words.h"

#include <algorithm>

namespace tf::session {

namespace {

/// More backticks than the text has in a row.
std::string fenced(std::string_view info, const std::string& text)
{
    std::size_t longest = 2;
    std::size_t run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    const bool endsLine = !text.empty() && text.back() == '\n';
    return words(fence, info, "\n", text, endsLine ? "" : "\n", fence, "\n\n");
}

std::string quoted(const std::string& text)
{
    std::string out = "> ";
    for (const char c : text) {
        out += c;
        if (c == '\n')
            out += "> ";
    }
    return out + "\n\n";
}

std::string partOf(const Part& part, Reasoning reasoning)
{
    switch (part.kind) {
    case PartKind::Reasoning:
        return reasoning == Reasoning::Shown ? quoted(part.text) : std::string();
    case PartKind::Text:
        return part.text + "\n\n";
    case PartKind::ToolCall:
        return words("Call of `", part.name, "`:\n\n", fenced("json", part.text));
    case PartKind::ToolResult:
        return words("Result of `", part.name, "`:\n\n", fenced("", part.text));
    case PartKind::Patch:
        return words("Patch of `", part.name, "`:\n\n", fenced("diff", part.text));
    case PartKind::TextWasReasoning:
        break;
    }
    return {};
}

std::string sentOf(const Question& question)
{
    std::string out;
    for (const Attachment& attachment : question.attachments)
        out += words("- ", attachment.name, " (", attachment.mediaType, ")\n");
    for (const ManifestItem& item : question.manifest) {
        if (item.cut)
            continue;
        out += words("- `", item.path, "`");
        if (item.lines.first != 0)
            out += words(" lines ", item.lines.first, " to ", item.lines.last);
        out += words(", ", item.tokens, " tokens\n");
    }
    return out.empty() ? out : "Sent with it:\n\n" + out + "\n";
}

std::string overridesOf(const Question& question)
{
    std::string out;
    for (const std::string& sentence : question.overrides)
        out += words("- ", sentence, "\n");
    return out.empty() ? out : "In spite of a rule:\n\n" + out + "\n";
}

std::string endOf(const Turn& turn)
{
    if (turn.ending.state == TurnState::Finished)
        return {};
    const auto state = Spelling<TurnState>::names[static_cast<std::size_t>(turn.ending.state)];
    return words("*", state, turn.ending.reason.empty() ? "" : ": ", turn.ending.reason, "*\n\n");
}

std::string turnOf(const Turn& turn, Reasoning reasoning)
{
    std::string out = words("## Question ", turn.id);
    if (turn.question.parent != kNoTurn && turn.question.parent != turn.id - 1)
        out += words(" (follows ", turn.question.parent, ")");
    out += words("\n\n", turn.question.text, "\n\n", sentOf(turn.question),
                 overridesOf(turn.question));
    out += words("## Answer ", turn.id);
    if (!turn.question.settings.model.empty())
        out += words(" by ", turn.question.settings.model);
    out += "\n\n";
    for (const Part& part : turn.parts)
        out += partOf(part, reasoning);
    return out + endOf(turn);
}

} // namespace

std::string writeMarkdown(const Session& session, Reasoning reasoning)
{
    const std::string title = session.title.empty() ? "Untitled" : session.title;
    std::string out = words("# ", title, "\n\n", shownTime(session.createdAt), " UTC\n\n");
    for (const Turn& turn : session.turns) {
        if (!turn.removed)
            out += turnOf(turn, reasoning);
    }
    return out;
}

} // namespace tf::session
