#include "engine/text/prompt/chat_json.h"
#include "engine/text/prompt/template.h"
#include "tests/engine/text/prompt/tests.h"
#include "tests/support/test_table.h"

#include <QElapsedTimer>

using namespace tf;
using text::ChatRequest;
using text::Message;
using text::PartKind;
using text::Role;
using text::ThinkingMode;

namespace {

Message says(Role role, std::string words)
{
    return {.role = role, .parts = {{PartKind::Text, std::move(words)}}};
}

Message calls(json::Value arguments)
{
    return {.role = Role::Assistant,
            .parts = {},
            .toolCalls = {{.name = "run", .arguments = std::move(arguments)}}};
}

std::string promptOf(const ChatRequest& request, text::Steering steering = text::Steering::Faithful)
{
    return text::joined(MUST(text::render(request, steering)).segments);
}

/// The prompt after the system block, of messages without a generation prompt.
std::string conversation(std::vector<Message> messages)
{
    const auto prompt = promptOf({.messages = std::move(messages), .addGenerationPrompt = false});
    const std::string mark = "You are a helpful assistant.[e~[\n";
    return prompt.substr(prompt.find(mark) + mark.size());
}

json::Value nested(int numLevels)
{
    json::Value value = json::Value::object();
    for (int level = 1; level < numLevels; ++level) {
        json::Value outer = json::Value::object();
        outer.members.emplace_back("k", std::move(value));
        value = std::move(outer);
    }
    return value;
}

} // namespace

class TemplateTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theSmallestRequestIsTheWholeFrame()
    {
        QCOMPARE(promptOf({.messages = {says(Role::User, "Hi")}}),
                 std::string(
                     "]~!b[]~b]system\n"
                     "Your model version is MiniMax-M3, developed by MiniMax. Knowledge cutoff: "
                     "January 2026. Founded in early 2022, MiniMax is a global AI foundation model "
                     "company committed to advancing the frontiers of AI towards AGI.\n\n"
                     "<thinking_instructions>\n"
                     "You have a thinking capability that allows you to reason step by step before "
                     "responding. When thinking is enabled, wrap your reasoning in "
                     "<mm:think></mm:think> tags before your response. When thinking is disabled, "
                     "begin your response directly after the </mm:think> prefix. When thinking is "
                     "adaptive, decide on your own whether to think for the current turn.\n"
                     "Current thinking mode: adaptive. You are encouraged to think for complex "
                     "decision-making, multi-step reasoning, or when analyzing function/tool "
                     "results.\n"
                     "</thinking_instructions>[e~[\n"
                     "]~b]developer\n"
                     "You are a helpful assistant.[e~[\n"
                     "]~b]user\n"
                     "Hi[e~[\n"
                     "]~b]ai\n"));
    }

    void theModeSetsTheStartOfTheReply()
    {
        using text::ReplyStart;
        const auto start = [](std::optional<ThinkingMode> mode) {
            return MUST(text::render({.thinkingMode = mode})).replyStart;
        };
        QVERIFY(start(std::nullopt) == ReplyStart::Undecided);
        QVERIFY(start(ThinkingMode::Adaptive) == ReplyStart::Undecided);
        QVERIFY(start(ThinkingMode::Unnamed) == ReplyStart::Undecided);
        QVERIFY(start(ThinkingMode::Enabled) == ReplyStart::Thinking);
        QVERIFY(start(ThinkingMode::Disabled) == ReplyStart::Answering);
        QVERIFY(!MUST(text::render({.addGenerationPrompt = false})).replyStart.has_value());
        QVERIFY(promptOf({.thinkingMode = ThinkingMode::Enabled}).ends_with("]~b]ai\n<mm:think>"));
        QVERIFY(
            promptOf({.thinkingMode = ThinkingMode::Disabled}).ends_with("]~b]ai\n</mm:think>"));
    }

    void pastThinkingStandsBeforeTheAnswer_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<bool>("isCut");
        const auto row = [](const char* name, const char* content, const char* wanted, bool isCut) {
            QTest::newRow(name) << QByteArray(content) << QByteArray(wanted) << isCut;
        };
        row("no thinking", "a", "</mm:think>a", false);
        row("empty", "", "</mm:think>", false);
        row("tagged", "<mm:think>r</mm:think>a", "<mm:think>r</mm:think>a", false);
        row("newlines go", "\n<mm:think>\n\nr\n</mm:think>\n\na\n", "<mm:think>r</mm:think>a",
            false);
        row("spaces stay", " <mm:think> r </mm:think> a ", "<mm:think> r </mm:think> a ", true);
        row("never opened", "r</mm:think>a", "<mm:think>r</mm:think>a", false);
        row("only closed", "</mm:think>a", "</mm:think>a", false);
        row("never closed", "<mm:think>r", "</mm:think><mm:think>r", false);
        row("opened twice", "x<mm:think>y<mm:think>r</mm:think>a", "<mm:think>r</mm:think>a", true);
        row("two blocks", "<mm:think>1</mm:think>b<mm:think>2</mm:think>a",
            "<mm:think>1</mm:think>a", true);
        row("closed twice", "r</mm:think></mm:think>a", "<mm:think>r</mm:think>a", false);
    }
    void pastThinkingStandsBeforeTheAnswer()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, wanted);
        QFETCH(bool, isCut);
        const Message message = says(Role::Assistant, content.toStdString());
        QCOMPARE(conversation({message}), "]~b]ai\n" + wanted.toStdString() + "[e~[\n");
        const auto cut = MUST(text::render({.messages = {message}})).cutMessages;
        QVERIFY(cut == (isCut ? std::vector<std::size_t>{0} : std::vector<std::size_t>{}));
    }

    void ownReasoningLeavesTheContentAlone()
    {
        Message message = says(Role::Assistant, "\nx</mm:think>y\n");
        message.reasoning = "\nr\n";
        QCOMPARE(conversation({message}),
                 std::string("]~b]ai\n<mm:think>\nr\n</mm:think>\nx</mm:think>y\n[e~[\n"));
        message.reasoning = "";
        QCOMPARE(conversation({message}),
                 std::string("]~b]ai\n</mm:think>\nx</mm:think>y\n[e~[\n"));
    }

    void aCallNestsItsArguments()
    {
        const std::string n = "]<]minimax[>[";
        const auto arguments = MUST(json::parse(
            "{\"s\":\"<a>\\n\",\"none\":null,\"l\":[1,null,{\"k\":true}],\"o\":{\"x\":null}}"));
        QCOMPARE(conversation({calls(arguments)}),
                 "]~b]ai\n</mm:think>" + n + "<tool_call>\n" + n + "<invoke name=\"run\">" + n
                     + "<s><a>\n" + n + "</s>" + n + "<l>" + n + "<item>1" + n + "</item>" + n
                     + "<item>" + n + "</item>" + n + "<item>" + n + "<k>true" + n + "</k>" + n
                     + "</item>" + n + "</l>" + n + "<o>" + n + "</o>" + n + "</invoke>\n" + n
                     + "</tool_call>[e~[\n");
    }

    void neighbouringResultsShareATurn()
    {
        const auto call = calls(json::Value::object());
        const auto whole = conversation({call, says(Role::Tool, "1"), says(Role::Tool, "2"),
                                         says(Role::System, "dropped"), says(Role::Tool, "3")});
        QCOMPARE(whole.substr(whole.find("]~b]tool")),
                 std::string("]~b]tool\n<response>1</response>\n<response>2</response>[e~[\n"
                             "]~b]tool\n<response>3</response>[e~[\n"));
    }

    void aResultWithoutACallIsAnError_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("first") << 0;
        QTest::newRow("after a user") << 1;
        QTest::newRow("after an answer") << 2;
    }
    void aResultWithoutACallIsAnError()
    {
        QFETCH(int, kind);
        std::vector<Message> messages;
        if (kind == 1)
            messages.push_back(says(Role::User, "Hi"));
        if (kind == 2)
            messages = {calls(json::Value::object()), says(Role::Assistant, "done")};
        messages.push_back(says(Role::Tool, "x"));
        const auto place = "messages[" + std::to_string(messages.size() - 1) + "]: ";
        const auto rendered = text::render({.messages = std::move(messages)});
        QVERIFY(!rendered.has_value());
        QVERIFY2(rendered.error().text.starts_with(place), rendered.error().text.c_str());
    }

    void whatIsDroppedIsTold()
    {
        const auto rendered = MUST(
            text::render({.messages = {says(Role::Root, "r"),
                                       says(Role::System, "s"),
                                       says(Role::System, "late"),
                                       says(Role::User, "u"),
                                       says(Role::Root, "late"),
                                       says(Role::Other, "x"),
                                       {.role = Role::User, .parts = {{PartKind::Unshown, ""}}}}}));
        QVERIFY(rendered.droppedMessages == (std::vector<std::size_t>{2, 4, 5}));
        QVERIFY(rendered.cutMessages == std::vector<std::size_t>{6});
        QVERIFY(text::joined(rendered.segments).find("late") == std::string::npos);
    }

    void depthHasALimitAndAPlace()
    {
        const auto inCall = [](int numLevels) {
            return text::render({.messages = {calls(nested(numLevels))}});
        };
        QVERIFY(inCall(500).has_value());
        const auto deep = inCall(10000);
        QVERIFY(!deep.has_value());
        QVERIFY2(deep.error().text.starts_with("messages[0].tool_calls[0].function.arguments: "),
                 deep.error().text.c_str());
        const auto schema = text::render({.tools = {{nested(10000)}}});
        QVERIFY(!schema.has_value());
        QVERIFY2(schema.error().text.starts_with("tools[0].function: "),
                 schema.error().text.c_str());
    }

    void argumentsThatAreNoObjectAreAnError()
    {
        const auto rendered = text::render({.messages = {calls(json::Value::array())}});
        QVERIFY(!rendered.has_value());
        QCOMPARE(
            rendered.error().text,
            std::string("messages[0].tool_calls[0].function.arguments: array, wanted an object"));
    }

    void aLongMessageTakesLinearTime()
    {
        const auto seconds = [](std::size_t numBytes) {
            std::string content;
            while (content.size() < numBytes)
                content += "</mm:think>\n<mm:think>word ";
            QElapsedTimer timer;
            timer.start();
            const auto prompt = promptOf({.messages = {says(Role::Assistant, content),
                                                       says(Role::User, std::move(content))}});
            return prompt.empty() ? -1.0 : static_cast<double>(timer.nsecsElapsed()) * 1e-9;
        };
        // Half a second under the sanitizers; a quadratic step would take minutes.
        QVERIFY(seconds(8 << 20) < 5.0);
    }
};

std::unique_ptr<QObject> makeTemplateTest()
{
    return std::make_unique<TemplateTest>();
}

#include "tst_template.moc"
