#include "app/draft/history.h"

#include "app/draft/kept_question.h"
#include "app/session/replay.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <iterator>

namespace tf::draft {

namespace {

using session::PartKind;
using session::Turn;
using wire::Message;
using wire::Role;

/// Between a question that nobody answered and the next.
constexpr std::string_view kBetween = "\n\n";

/// All of them, from the root.
std::vector<const Turn*> pathTo(const session::Session& session, session::TurnId leaf)
{
    std::vector<const Turn*> path;
    const Turn* turn = session::findTurn(session, leaf);
    while (turn != nullptr && path.size() < session.turns.size()) {
        path.push_back(turn);
        turn = session::findTurn(session, turn->question.parent);
    }
    std::reverse(path.begin(), path.end());
    return path;
}

void addUser(std::vector<Message>& messages, std::vector<wire::Part> parts)
{
    const bool isUnanswered = !messages.empty() && messages.back().role == Role::User;
    if (!isUnanswered)
        messages.emplace_back().role = Role::User;
    auto& into = messages.back().parts;
    if (isUnanswered)
        into.emplace_back(wire::TextPart{std::string(kBetween)});
    std::move(parts.begin(), parts.end(), std::back_inserter(into));
}

Result<> addSystem(std::vector<Message>& messages, const Turn& turn, const ReadBlob& read)
{
    for (const session::ManifestItem& item : turn.question.manifest) {
        if (item.role != session::ItemRole::System)
            continue;
        auto text = read(item.blob);
        if (!text && text.error().code == Code::NotFound)
            return Error(Code::NotFound, "the system's message was not kept");
        messages.emplace_back().role = Role::System;
        messages.back().parts.emplace_back(wire::TextPart{TRY(std::move(text))});
    }
    return {};
}

/// What the manifest names and nobody kept.
Result<> checkKept(const session::Question& question)
{
    const auto& manifest = question.manifest;
    const auto& attachments = question.attachments;
    const bool lacksMedia =
        std::any_of(manifest.begin(), manifest.end(), [](const session::ManifestItem& item) {
            return item.role == session::ItemRole::Attachment && item.blob.empty();
        });
    if (lacksMedia)
        return Error(Code::NotFound, "the pictures were not kept");
    const bool hasPack = std::any_of(attachments.begin(), attachments.end(),
                                     [](const auto& kept) { return kept.mediaType == kPackType; });
    if (!hasPack && !filesOf(question).empty())
        return Error(Code::NotFound, "the files were not kept");
    return {};
}

Result<std::vector<wire::Part>> questionOf(const session::Question& question, const ReadBlob& read)
{
    TRY(checkKept(question));
    auto parts = TRY(partsOf(question.attachments, read));
    parts.emplace_back(wire::TextPart{question.text});
    return parts;
}

/// What came of an answer: messages of the model's, results of tools between them.
std::vector<Message> answerOf(const Turn& turn)
{
    std::vector<Message> messages;
    const auto speaking = [&]() -> Message& {
        if (messages.empty() || messages.back().role != Role::Assistant)
            messages.emplace_back().role = Role::Assistant;
        return messages.back();
    };
    for (const session::Part& part : turn.parts) {
        if (part.kind == PartKind::Reasoning)
            speaking().reasoning += part.text;
        if (part.kind == PartKind::ToolCall)
            speaking().calls.push_back({part.callId, part.name, part.text});
        if (part.kind == PartKind::ToolResult) {
            Message& result = messages.emplace_back();
            result.role = Role::Tool;
            result.callId = part.callId;
            result.parts.emplace_back(wire::TextPart{part.text});
        }
        if (part.kind != PartKind::Text || part.text.empty())
            continue;
        auto& parts = speaking().parts;
        if (parts.empty())
            parts.emplace_back(wire::TextPart{});
        std::get<wire::TextPart>(parts.front()).text += part.text;
    }
    return messages;
}

/// Servers refuse a call without its result: of each message those calls stay that the messages
/// right behind it answer.
void dropOpenCalls(std::vector<Message>& messages)
{
    for (auto message = messages.begin(); message != messages.end(); ++message) {
        const auto end = std::find_if(message + 1, messages.end(),
                                      [](const Message& next) { return next.role != Role::Tool; });
        std::erase_if(message->calls, [&](const wire::ToolCall& call) {
            return std::none_of(message + 1, end,
                                [&](const Message& next) { return next.callId == call.id; });
        });
    }
}

/// Thinking that came to no word is no answer: it was cut off.
bool saysNothing(const Message& message)
{
    return message.role == Role::Assistant && message.parts.empty() && message.calls.empty();
}

void addAnswer(std::vector<Message>& messages, const Turn& turn)
{
    auto answer = answerOf(turn);
    dropOpenCalls(answer);
    std::erase_if(answer, saysNothing);
    auto details = json::parse(turn.ending.reasoningDetails);
    if (details && !answer.empty() && answer.back().role == Role::Assistant)
        answer.back().reasoningDetails = std::move(*details);
    std::move(answer.begin(), answer.end(), std::back_inserter(messages));
}

} // namespace

std::vector<session::TurnId> branchTo(const session::Session& session, session::TurnId leaf)
{
    std::vector<session::TurnId> branch;
    for (const Turn* turn : pathTo(session, leaf)) {
        if (!turn->removed)
            branch.push_back(turn->id);
    }
    return branch;
}

Result<std::vector<Message>> messagesOfBranch(const session::Session& session, session::TurnId leaf,
                                              const ReadBlob& read)
{
    std::vector<Message> messages;
    for (const Turn* turn : pathTo(session, leaf)) {
        const auto place = words("turn ", turn->id);
        if (messages.empty()) // the session's, be its turn removed or not
            TRY(addSystem(messages, *turn, read).because(place));
        if (turn->removed)
            continue;
        addUser(messages, TRY(questionOf(turn->question, read).because(place)));
        addAnswer(messages, *turn);
    }
    return messages;
}

Result<Earlier> earlierOf(const session::Session& session, session::TurnId leaf,
                          const ReadBlob& read)
{
    Earlier earlier;
    earlier.messages = TRY(messagesOfBranch(session, leaf, read));
    for (const Turn* turn : pathTo(session, leaf)) {
        if (turn->removed)
            continue;
        const auto files = filesOf(turn->question);
        earlier.files.insert(earlier.files.end(), files.begin(), files.end());
    }
    return earlier;
}

std::vector<Message> followedBy(std::vector<Message> branch, std::vector<Message> question)
{
    for (Message& message : question) {
        if (message.role == Role::User)
            addUser(branch, std::move(message.parts));
        else
            branch.push_back(std::move(message));
    }
    return branch;
}

} // namespace tf::draft
