// The branch of a kept session as the messages that were sent.

#include "app/draft/history.h"
#include "app/endpoint/local/template_chat.h"
#include "engine/text/prompt/template.h"
#include "kernels/base/words.h"
#include "tests/app/draft/kept_talk.h"
#include "tests/app/draft/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::test;
using session::PartKind;
using session::TurnState;

namespace {

using Messages = std::vector<wire::Message>;

/// "user: a|b", a line a message; reasoning and calls stand before the words.
std::string shown(const Messages& messages)
{
    constexpr std::string_view kNames[] = {"system", "developer", "user", "model", "tool"};
    std::string all;
    for (const wire::Message& message : messages) {
        all += words(kNames[static_cast<std::size_t>(message.role)], ":");
        if (!message.reasoning.empty())
            all += words(" (", message.reasoning, ")");
        for (const wire::ToolCall& call : message.calls)
            all += words(" ", call.name, call.arguments);
        for (const wire::Part& part : message.parts) {
            const auto* text = std::get_if<wire::TextPart>(&part);
            all += words(" [", text != nullptr ? text->text : "medium", "]");
        }
        all += "; ";
    }
    return all;
}

bool isPrefix(const std::vector<wire::Part>& begin, const std::vector<wire::Part>& whole)
{
    return begin.size() <= whole.size() && std::equal(begin.begin(), begin.end(), whole.begin());
}

/// Whole messages, but for the last: that may have grown at its end.
std::string whyNoPrefix(const Messages& begin, const Messages& whole)
{
    if (begin.size() > whole.size())
        return words(begin.size(), " messages became ", whole.size());
    for (std::size_t idx = 0; idx + 1 < begin.size(); ++idx) {
        if (begin[idx] != whole[idx])
            return words("message ", idx, " is another: ", shown({begin[idx]}), " | ",
                         shown({whole[idx]}));
    }
    const auto last = begin.size() - 1;
    if (begin[last].role != whole[last].role || !isPrefix(begin[last].parts, whole[last].parts))
        return words("the question is another: ", shown({begin[last]}), " | ",
                     shown({whole[last]}));
    return {};
}

std::string prompt(const Messages& messages)
{
    wire::ChatRequest request;
    request.messages = messages;
    request.thinking = wire::Thinking::Adaptive;
    const auto chat = MUST(endpoint::templateChat(request));
    std::string all;
    for (const text::Segment& segment : MUST(text::render(chat.chat)).segments)
        all += segment.text;
    return all;
}

} // namespace

class HistoryTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatWasSentBeginsWhatIsSentNext()
    {
        const auto report = forAll(400, [](Gen& gen) -> std::string {
            KeptTalk talk;
            std::vector<Messages> sent(1);
            for (session::TurnId id = 1; id <= 6; ++id) {
                const auto parent = static_cast<session::TurnId>(gen.below(sent.size()));
                const auto draft = anyDraft(gen, parent);
                sent.push_back(talk.toSend(draft, parent));
                if (talk.keep(draft, parent) != id)
                    return "another turn";
                const auto& before = sent[static_cast<std::size_t>(parent)];
                if (parent != session::kNoTurn) {
                    if (const auto why = whyNoPrefix(before, sent.back()); !why.empty())
                        return words("turn ", id, " after ", parent, ": ", why);
                    const bool grows = isAnswered(MUST(talk.messages(parent)));
                    if (grows && !prompt(sent.back()).starts_with(prompt(before)))
                        return words("turn ", id, " after ", parent, ": another prompt");
                }
                answerAnyhow(gen, talk.turn(id));
            }
            return {};
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void aBranchLeavesOutSiblingsAndWhatWasRemoved()
    {
        KeptTalk talk;
        const auto root = talk.keep(asking("a"), session::kNoTurn);
        const auto left = talk.keep(asking("b"), root);
        const auto right = talk.keep(asking("c"), root);
        const auto leaf = talk.keep(asking("d"), right);
        using Ids = std::vector<session::TurnId>;
        QCOMPARE(draft::branchTo(talk.session, leaf), (Ids{root, right, leaf}));
        QCOMPARE(draft::branchTo(talk.session, left), (Ids{root, left}));
        QCOMPARE(draft::branchTo(talk.session, session::kNoTurn), Ids());
        QCOMPARE(draft::branchTo(talk.session, 99), Ids());
        talk.turn(right).removed = true;
        QCOMPARE(draft::branchTo(talk.session, leaf), (Ids{root, leaf}));
    }

    void aRemovedTurnLeavesItsSystemMessage()
    {
        KeptTalk talk;
        auto first = asking("a");
        first.system = "be brief";
        const auto root = talk.keep(first, session::kNoTurn);
        talk.turn(root).parts = {{PartKind::Text, "A", "", ""}};
        talk.turn(root).removed = true;
        const auto leaf = talk.keep(asking("b"), root);
        QCOMPARE(shown(MUST(talk.messages(leaf))), std::string("system: [be brief]; user: [b]; "));
    }

    void whatCameOfAnAnswerGoesBack_data()
    {
        QTest::addColumn<std::vector<session::Part>>("parts");
        QTest::addColumn<int>("state");
        QTest::addColumn<std::string>("messages");
        using Parts = std::vector<session::Part>;
        const session::Part thought{PartKind::Reasoning, "hm", "", ""};
        const session::Part said{PartKind::Text, "A", "", ""};
        const session::Part call{PartKind::ToolCall, "{}", "read", "1"};
        const session::Part result{PartKind::ToolResult, "x", "read", "1"};
        const auto row = [](const char* name, Parts parts, TurnState state, const char* messages) {
            QTest::newRow(name) << std::move(parts) << static_cast<int>(state)
                                << std::string(messages);
        };
        row("all of it", {thought, said}, TurnState::Finished,
            "user: [a]; model: (hm) [A]; user: [b]; ");
        row("what came before it was stopped", {thought, said}, TurnState::Interrupted,
            "user: [a]; model: (hm) [A]; user: [b]; ");
        row("what came before it failed", {said}, TurnState::Failed,
            "user: [a]; model: [A]; user: [b]; ");
        row("what came before the program ended", {said}, TurnState::Streaming,
            "user: [a]; model: [A]; user: [b]; ");
        row("nothing", {}, TurnState::Failed, "user: [a] [\n\n] [b]; ");
        row("thinking that was cut off", {thought}, TurnState::Interrupted,
            "user: [a] [\n\n] [b]; ");
        row("a call and its result", {thought, call, result, thought, said}, TurnState::Finished,
            "user: [a]; model: (hm) read{}; tool: [x]; model: (hm) [A]; user: [b]; ");
        row("a call without a result", {said, call}, TurnState::Finished,
            "user: [a]; model: [A]; user: [b]; ");
        row("nothing but a call without a result", {thought, call}, TurnState::Interrupted,
            "user: [a] [\n\n] [b]; ");
        row("a patch is not said", {said, {PartKind::Patch, "-a\n+b", "f", ""}},
            TurnState::Finished, "user: [a]; model: [A]; user: [b]; ");
    }
    void whatCameOfAnAnswerGoesBack()
    {
        QFETCH(std::vector<session::Part>, parts);
        QFETCH(int, state);
        QFETCH(std::string, messages);
        KeptTalk talk;
        const auto root = talk.keep(asking("a"), session::kNoTurn);
        talk.turn(root).parts = parts;
        talk.turn(root).ending.state = static_cast<TurnState>(state);
        QCOMPARE(shown(talk.toSend(asking("b"), root)), messages);
    }

    void detailsOfTheReasoningGoBack()
    {
        KeptTalk talk;
        const auto root = talk.keep(asking("a"), session::kNoTurn);
        auto& turn = talk.turn(root);
        turn.parts = {{PartKind::Text, "A", "", ""}};
        turn.ending.reasoningDetails = R"([{"id":"7"}])";
        QCOMPARE(json::write(MUST(talk.messages(root)).back().reasoningDetails),
                 std::string(R"([{"id":"7"}])"));
        turn.ending.reasoningDetails = "[";
        QVERIFY(MUST(talk.messages(root)).back().reasoningDetails.isNull());
    }

    void aPictureWhoseContentIsGoneIsNamed()
    {
        KeptTalk talk;
        auto draft = asking("a");
        const auto bytes = std::make_shared<const std::string>("png");
        draft.media = {wire::ImagePart{{"image/png", bytes, {}}, {}, {}}};
        draft.mediaNames = {"cat.png"};
        const auto first = talk.keep(draft, session::kNoTurn);
        talk.blobs.clear();
        expectNotKept(talk, first, "turn 1: the pictures (cat.png) were not kept");
    }

    void aPictureOfWhichTheNameIsKeptIsNamed()
    {
        KeptTalk talk;
        auto draft = asking("a");
        draft.media = {wire::ImagePart{{{}, nullptr, "/x/cat.png"}, {}, {}}};
        const auto first = talk.keep(draft, session::kNoTurn);
        expectNotKept(talk, first, "turn 1: the pictures were not kept");
    }

    void filesOfWhichTheNamesAreKeptAreNamed()
    {
        KeptTalk talk;
        const auto first = talk.keep(asking("a"), session::kNoTurn);
        auto& manifest = talk.turn(first).question.manifest;
        manifest.insert(manifest.begin(), {"91b2", "src/a.cpp", {}, 3, session::ItemRole::Source});
        expectNotKept(talk, first, "turn 1: the files were not kept");
    }

    void aSystemMessageThatIsGoneIsNamed()
    {
        KeptTalk talk;
        auto draft = asking("a");
        draft.system = "be brief";
        const auto first = talk.keep(draft, session::kNoTurn);
        talk.blobs.clear();
        expectNotKept(talk, first, "turn 1: the system's message was not kept");
    }

private:
    static void expectNotKept(KeptTalk& talk, session::TurnId first, const char* error)
    {
        const auto got = talk.messages(talk.keep(asking("b"), first));
        QVERIFY(!got);
        QCOMPARE(got.error().code, Code::NotFound);
        QCOMPARE(got.error().text, std::string(error));
    }
};

std::unique_ptr<QObject> makeHistoryTest()
{
    return std::make_unique<HistoryTest>();
}

#include "tst_history.moc"
