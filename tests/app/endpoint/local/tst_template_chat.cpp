// Conversations of the wire for the model's template.

#include "app/endpoint/local/template_chat.h"
#include "kernels/base/words.h"
#include "tests/app/endpoint/local/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::test;

namespace {

wire::Message message(wire::Role role, const std::string& text)
{
    wire::Message out;
    out.role = role;
    out.parts.emplace_back(wire::TextPart{text});
    return out;
}

wire::Message result(const std::string& callId, const std::string& text)
{
    auto out = message(wire::Role::Tool, text);
    out.callId = callId;
    return out;
}

wire::ChatRequest chatOf(std::vector<wire::Message> messages)
{
    wire::ChatRequest chat;
    chat.messages = std::move(messages);
    return chat;
}

} // namespace

class TemplateChatTest : public TestCase {
    Q_OBJECT

    static wire::ChatRequest withCalls(std::vector<wire::Message> results)
    {
        auto asking = message(wire::Role::Assistant, "so");
        asking.calls = {{"x", "f", R"({"n": 1.0})"}, {"y", "g", ""}};
        std::vector<wire::Message> messages = {message(wire::Role::User, "do"), asking};
        messages.insert(messages.end(), results.begin(), results.end());
        return chatOf(messages);
    }

    static std::string texts(const endpoint::TemplateChat& chat)
    {
        std::string all;
        for (const text::Message& one : chat.chat.messages) {
            for (const text::Part& part : one.parts)
                all += part.text + "|";
        }
        return all;
    }

private Q_SLOTS:
    void resultsStandInTheOrderOfTheirCalls()
    {
        const auto chat = MUST(endpoint::templateChat(withCalls(
            {result("y", "second"), result("x", "first"), message(wire::Role::User, "on")})));
        QCOMPARE(texts(chat), std::string("do|so|first|second|on|"));
        QVERIFY(chat.places == (std::vector<std::size_t>{0, 1, 3, 2, 4}));
    }

    void resultsOfNoCallStayBehind()
    {
        const auto chat = MUST(endpoint::templateChat(
            withCalls({result("?", "a"), result("y", "second"), result("!", "b")})));
        QCOMPARE(texts(chat), std::string("do|so|second|a|b|"));
    }

    void argumentsKeepTheirSpelling()
    {
        const auto chat = MUST(endpoint::templateChat(withCalls({})));
        const auto& calls = chat.chat.messages[1].toolCalls;
        QCOMPARE(calls.size(), std::size_t(2));
        QCOMPARE(json::write(calls[0].arguments), std::string(R"({"n":1.0})"));
        QVERIFY(calls[1].arguments == json::Value::object());
    }

    /// What the assistant quoted in its answer is no thinking of its own.
    void quotedTagsStayInTheAnswer()
    {
        const auto chat = MUST(endpoint::templateChat(
            chatOf({message(wire::Role::Assistant, "<mm:think>x</mm:think>y")})));
        QVERIFY(chat.chat.messages[0].reasoning.has_value());
        QCOMPARE(*chat.chat.messages[0].reasoning, std::string());
    }

    void anEmptyTextIsNoContent()
    {
        const auto chat = MUST(endpoint::templateChat(
            chatOf({message(wire::Role::System, ""), message(wire::Role::User, "?")})));
        QVERIFY(chat.chat.messages[0].parts.empty());
        QCOMPARE(chat.chat.messages[1].parts.size(), std::size_t(1));
    }

    void thinkingIsTheTemplates_data()
    {
        QTest::addColumn<int>("wire");
        QTest::addColumn<int>("mode");
        QTest::newRow("off") << int(wire::Thinking::Off) << int(text::ThinkingMode::Disabled);
        QTest::newRow("adaptive") << int(wire::Thinking::Adaptive)
                                  << int(text::ThinkingMode::Adaptive);
        QTest::newRow("on") << int(wire::Thinking::On) << int(text::ThinkingMode::Enabled);
    }
    void thinkingIsTheTemplates()
    {
        QFETCH(int, wire);
        QFETCH(int, mode);
        auto request = chatOf({message(wire::Role::User, "?")});
        QVERIFY(!MUST(endpoint::templateChat(request)).chat.thinkingMode);
        request.thinking = static_cast<wire::Thinking>(wire);
        QCOMPARE(int(*MUST(endpoint::templateChat(request)).chat.thinkingMode), mode);
    }

    void toolsAreForThePromptAndForTheAnswer()
    {
        auto request = chatOf({message(wire::Role::User, "?")});
        request.tools = {{MUST(json::parse(R"({"name":"f","parameters":{"type":"object",
            "properties":{"n":{"type":"integer"}}}})"))}};
        const auto chat = MUST(endpoint::templateChat(request));
        QCOMPARE(chat.chat.tools.size(), std::size_t(1));
        QVERIFY(chat.tools->knows("f"));
        QVERIFY(chat.tools->hasParameter("f", "n"));
    }

    void toolsThatCannotBeReadAreTold()
    {
        auto request = chatOf({message(wire::Role::User, "?")});
        request.tools = {{json::Value::string("f")}};
        const auto chat = MUST(endpoint::templateChat(request));
        QVERIFY(chat.tools == nullptr);
        QCOMPARE(chat.notes.size(), std::size_t(1));
    }

    void whatMakesNoSenseIsRefusedByItsPlace_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::newRow("no JSON") << QByteArray("{\"a\":");
        QTest::newRow("no object") << QByteArray("[1]");
    }
    void whatMakesNoSenseIsRefusedByItsPlace()
    {
        QFETCH(QByteArray, arguments);
        auto request = withCalls({});
        request.messages[1].calls[1].arguments = arguments.toStdString();
        const auto chat = endpoint::templateChat(request);
        QVERIFY(!chat && chat.error().code == Code::BadInput);
        QVERIFY2(chat.error().text.starts_with("messages[1].tool_calls[1]: "),
                 chat.error().text.c_str());
        QVERIFY(endpoint::templateChat({}).error().text == "messages: there is none");
    }
};

std::unique_ptr<QObject> makeTemplateChatTest()
{
    return make<TemplateChatTest>();
}

#include "tst_template_chat.moc"
