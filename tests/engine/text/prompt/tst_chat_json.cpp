#include "engine/text/prompt/chat_json.h"
#include "engine/text/prompt/template.h"
#include "tests/engine/text/prompt/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using text::ChatRequest;
using text::PartKind;
using text::Shape;
using text::ThinkingMode;

namespace {

Result<ChatRequest> readAs(const std::string& source, Shape shape)
{
    return text::readChatRequest(TRY(json::parse(source)), shape);
}

ChatRequest openAi(const std::string& source)
{
    return MUST(readAs(source, Shape::OpenAi));
}

/// A request whose second message is an assistant's with this call.
std::string withCall(const std::string& call)
{
    return "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"},"
           "{\"role\":\"assistant\",\"tool_calls\":["
        + call + "]}]}";
}

} // namespace

class ChatJsonTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theShapeIsToldByItsMembers()
    {
        const auto shape = [](const char* source) {
            return text::shapeOf(MUST(json::parse(source)));
        };
        QVERIFY(shape("{\"messages\":[],\"add_generation_prompt\":true}") == Shape::Template);
        QVERIFY(shape("{\"messages\":[],\"add_generation_prompt\":true,\"model\":\"m\"}")
                == Shape::OpenAi);
        QVERIFY(shape("{\"messages\":[]}") == Shape::OpenAi);
    }

    void anOpenAiRequestIsRead()
    {
        const auto request = openAi(
            "{\"model\":\"m\",\"temperature\":1,\"messages\":["
            "{\"role\":\"system\",\"content\":\"s\",\"name\":\"n\"},"
            "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"t\"},"
            "{\"type\":\"image_url\",\"image_url\":{\"url\":\"http://i\",\"detail\":\"low\"}},"
            "{\"type\":\"video_url\",\"video_url\":\"http://v\"},"
            "{\"type\":\"image\",\"image\":\"file:i\"},{\"type\":\"video\"},\"bare\"]},"
            "{\"role\":\"assistant\",\"content\":null,\"reasoning\":\"r\",\"tool_calls\":["
            "{\"id\":\"1\",\"type\":\"function\",\"function\":{\"name\":\"f\","
            "\"arguments\":\"{\\\"a\\\": 1.50}\"}},"
            "{\"function\":{\"name\":\"g\",\"arguments\":{\"b\":2}}},"
            "{\"function\":{\"name\":\"h\",\"arguments\":\"\"}}]},"
            "{\"role\":\"tool\",\"tool_call_id\":\"1\",\"content\":\"ok\"}],"
            "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"}}]}");
        QVERIFY(request.addGenerationPrompt);
        QVERIFY(!request.thinkingMode);
        QCOMPARE(request.tools.size(), std::size_t(1));
        const std::vector<text::Part> parts = {
            {PartKind::Text, "t"},         {PartKind::Image, "http://i"},
            {PartKind::Video, "http://v"}, {PartKind::Image, "file:i"},
            {PartKind::Video, ""},         {PartKind::Text, "bare"}};
        QVERIFY(request.messages[1].parts == parts);
        const auto& reply = request.messages[2];
        QVERIFY(reply.parts.empty());
        QCOMPARE(reply.reasoning.value_or("none"), std::string("r"));
        QCOMPARE(json::write(reply.toolCalls[0].arguments), std::string("{\"a\":1.50}"));
        QCOMPARE(json::write(reply.toolCalls[1].arguments), std::string("{\"b\":2}"));
        QCOMPARE(json::write(reply.toolCalls[2].arguments), std::string("{}"));
    }

    void theThinkingModeIsFoundWhereItStands_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<int>("wanted");
        const auto row = [](const char* member, ThinkingMode mode) {
            QTest::newRow(member) << QByteArray(member) << static_cast<int>(mode);
        };
        row("\"thinking_mode\":\"enabled\"", ThinkingMode::Enabled);
        row("\"chat_template_kwargs\":{\"thinking_mode\":\"disabled\"}", ThinkingMode::Disabled);
        row("\"thinking\":{\"type\":\"adaptive\"}", ThinkingMode::Adaptive);
        row("\"thinking_mode\":\"enabled\",\"thinking\":{\"type\":\"disabled\"}",
            ThinkingMode::Enabled);
        row("\"thinking_mode\":null,\"thinking\":{\"type\":\"disabled\"}", ThinkingMode::Disabled);
    }
    void theThinkingModeIsFoundWhereItStands()
    {
        QFETCH(QByteArray, member);
        QFETCH(int, wanted);
        const auto request = openAi("{\"messages\":[]," + member.toStdString() + "}");
        QVERIFY(request.thinkingMode.has_value());
        QCOMPARE(static_cast<int>(*request.thinkingMode), wanted);
    }

    void anErrorNamesItsPlace_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("begins");
        const auto row = [](const char* name, const std::string& source, const char* begins) {
            QTest::newRow(name) << QByteArray::fromStdString(source) << QByteArray(begins);
        };
        const auto one = [](const char* message) {
            return std::string("{\"messages\":[") + message + "]}";
        };
        row("no object", "[]", "request: array, wanted");
        row("no messages", "{}", "messages: missing, wanted");
        row("messages text", "{\"messages\":\"x\"}", "messages: string, wanted");
        row("message null", one("null"), "messages[0]: null, wanted");
        row("no role", one("{}"), "messages[0].role: missing");
        row("content number", one("{\"role\":\"user\",\"content\":5}"),
            "messages[0].content: number, wanted");
        row("part number", one("{\"role\":\"user\",\"content\":[\"a\",5]}"),
            "messages[0].content[1]: number");
        row("part without type", one("{\"role\":\"user\",\"content\":[{\"text\":\"a\"}]}"),
            "messages[0].content[0].type: missing");
        row("part without text", one("{\"role\":\"user\",\"content\":[{\"type\":\"text\"}]}"),
            "messages[0].content[0].text: missing");
        row("audio", one("{\"role\":\"user\",\"content\":[{\"type\":\"input_audio\"}]}"),
            "messages[0].content[0].type: M3 takes no \"input_audio\"");
        row("result null", one("{\"role\":\"tool\",\"content\":null}"),
            "messages[0].content: null, wanted");
        row("reasoning list", one("{\"role\":\"assistant\",\"reasoning_content\":[]}"),
            "messages[0].reasoning_content: array");
        row("calls object", one("{\"role\":\"assistant\",\"tool_calls\":{\"a\":1}}"),
            "messages[0].tool_calls: object, wanted a list");
        row("call text", withCall("\"f\""), "messages[1].tool_calls[0]: string");
        row("no name", withCall("{\"function\":{\"arguments\":{}}}"),
            "messages[1].tool_calls[0].function.name: missing");
        row("arguments cut",
            withCall("{\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":\"}}"),
            "messages[1].tool_calls[0].function.arguments: not valid JSON at byte ");
        row("arguments NaN",
            withCall("{\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":NaN}\"}}"),
            "messages[1].tool_calls[0].function.arguments: not valid JSON at byte ");
        row("arguments list", withCall("{\"function\":{\"name\":\"f\",\"arguments\":\"[1]\"}}"),
            "messages[1].tool_calls[0].function.arguments: array, wanted an object");
        row("mode", "{\"messages\":[],\"thinking_mode\":\"deep\"}",
            "thinking_mode: \"deep\", wanted");
        row("mode number", "{\"messages\":[],\"chat_template_kwargs\":{\"thinking_mode\":1}}",
            "chat_template_kwargs.thinking_mode: number, wanted");
        row("tools text", "{\"messages\":[],\"tools\":\"x\"}", "tools: string, wanted a list");
        row("tool flat", "{\"messages\":[],\"tools\":[{\"name\":\"f\"}]}",
            "tools[0].function: missing");
        row("prompt flag", "{\"messages\":[],\"add_generation_prompt\":1}",
            "add_generation_prompt: number, wanted");
        row("schema NaN", "{\"messages\":[],\"tools\":[{\"function\":{\"minimum\":NaN}}]}",
            "not valid JSON at byte 47: ");
        row("lone surrogate", one("{\"role\":\"user\",\"content\":\"\\ud800\"}"),
            "not valid JSON at byte ");
        row("10,000 deep",
            withCall("{\"name\":\"f\",\"arguments\":{\"a\":" + std::string(10000, '[')
                     + std::string(10000, ']') + "}}"),
            "not valid JSON at byte ");
    }
    void anErrorNamesItsPlace()
    {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, begins);
        const auto request = readAs(source.toStdString(), Shape::OpenAi);
        QVERIFY(!request.has_value());
        QVERIFY2(request.error().text.starts_with(begins.toStdString()),
                 request.error().text.c_str());
    }

    void theTemplateShapeIsAsStrictAsTheTemplate_data()
    {
        QTest::addColumn<QByteArray>("source");
        const auto row = [](const char* name, const std::string& source) {
            QTest::newRow(name) << QByteArray::fromStdString(source);
        };
        row("arguments in a string",
            withCall("{\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}"));
        row("arguments null", withCall("{\"function\":{\"name\":\"f\",\"arguments\":null}}"));
        row("no arguments", withCall("{\"function\":{\"name\":\"f\"}}"));
        row("name null", withCall("{\"function\":{\"name\":null,\"arguments\":{}}}"));
        row("no function", "{\"messages\":[],\"tools\":[{\"name\":\"f\"}]}");
        row("result null", "{\"messages\":[{\"role\":\"tool\",\"content\":null}]}");
        row("result number", "{\"messages\":[{\"role\":\"tool\",\"content\":0}]}");
    }
    void theTemplateShapeIsAsStrictAsTheTemplate()
    {
        QFETCH(QByteArray, source);
        QVERIFY(!readAs(source.toStdString(), Shape::Template).has_value());
    }

    void theTemplateShapePassesOverWhatTheTemplateDoes()
    {
        const auto request = MUST(readAs(
            "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\"},5]},"
            "{\"role\":\"assistant\",\"reasoning\":\"r\",\"reasoning_content\":3},{\"role\":7}]}",
            Shape::Template));
        QVERIFY(request.messages[0].parts[0].kind == PartKind::Unshown);
        QVERIFY(request.messages[0].parts[1].kind == PartKind::Unshown);
        QVERIFY(!request.messages[1].reasoning);
        const auto rendered = MUST(text::render(request));
        QVERIFY(rendered.droppedMessages == std::vector<std::size_t>{2});
        QVERIFY(rendered.cutMessages == std::vector<std::size_t>{0});
    }
};

std::unique_ptr<QObject> makeChatJsonTest()
{
    return std::make_unique<ChatJsonTest>();
}

#include "tst_chat_json.moc"
