#include "app/wire/chat_request.h"

#include "app/wire/data_uri.h"
#include "tests/app/wire/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

using namespace tf::wire;

namespace {

Media bytes(const char* type, std::string content)
{
    return {type, std::make_shared<const std::string>(std::move(content)), {}};
}

Message says(Role role, std::string text)
{
    Message message;
    message.role = role;
    message.parts.emplace_back(TextPart{std::move(text)});
    return message;
}

ChatRequest question(std::string text)
{
    ChatRequest request;
    request.model = "m";
    request.messages.push_back(says(Role::User, std::move(text)));
    return request;
}

std::string bodyOf(const ChatRequest& request, const Dialect& dialect)
{
    return MUST(writeRequest(request, dialect)).body;
}

Part anyPart(tf::test::Gen& gen)
{
    const Media media = gen.oneIn(2) ? bytes("image/png", gen.bytes())
                                     : Media{{}, nullptr, "https://example.org/" + gen.text()};
    if (gen.oneIn(3))
        return ImagePart{media, gen.oneIn(2) ? Detail::High : Detail::Unnamed,
                         gen.between(1, 4000)};
    if (gen.oneIn(2))
        return VideoPart{media, gen.unit(), Detail::Low, {}, {}};
    return TextPart{gen.text()};
}

Message anyMessage(tf::test::Gen& gen)
{
    Message message;
    message.role = static_cast<Role>(gen.below(5));
    // One text is content as a string, and an empty one is no content.
    message.parts = {TextPart{"x" + gen.text()}};
    for (std::size_t left = gen.below(3); left > 0; --left)
        message.parts.push_back(anyPart(gen));
    if (message.role == Role::Assistant) {
        message.reasoning = gen.text();
        for (std::size_t left = gen.below(3); left > 0; --left)
            message.calls.push_back({gen.text(), gen.text(), gen.text()});
    }
    if (message.role == Role::Tool)
        message.callId = gen.text();
    return message;
}

ChatRequest anyRequest(tf::test::Gen& gen)
{
    ChatRequest request = question(gen.text() + "?");
    for (std::size_t left = gen.below(4); left > 0; --left)
        request.messages.push_back(anyMessage(gen));
    if (gen.oneIn(2))
        request.tools.push_back(
            {MUST(tf::json::parse("{\"name\":\"f\",\"b\":1.50,\"a\":{\"z\":1,\"y\":[]}}"))});
    if (gen.oneIn(2))
        request.thinking = static_cast<Thinking>(gen.below(3));
    request.sampling.temperature = gen.unit();
    request.sampling.seed = gen.between(0, 1 << 30);
    if (gen.oneIn(2))
        request.sampling.stops = {gen.text(), gen.text()};
    request.delivery = gen.oneIn(2) ? Delivery::Whole : Delivery::Streamed;
    return request;
}

} // namespace

class ChatRequestTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const auto report = tf::test::forAll(400, [](tf::test::Gen& gen) -> std::string {
            const ChatRequest request = anyRequest(gen);
            const std::string body = bodyOf(request, ownDialect());
            auto again = readRequest(MUST(tf::json::parse(body)));
            return again && *again == request ? "" : body;
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void base64IsReadBack()
    {
        const auto report = tf::test::forAll(300, [](tf::test::Gen& gen) -> std::string {
            const std::string content = gen.bytes();
            const auto data = MUST(readDataUri(dataUri("image/png", content)));
            return data.bytes == content && data.type == "image/png" ? "" : content;
        });
        QVERIFY2(report.empty(), report.c_str());
        QCOMPARE(dataUri("a/b", "light w"), std::string("data:a/b;base64,bGlnaHQgdw=="));
        QVERIFY(!readDataUri("data:a/b;base64,b*").has_value());
        QVERIFY(!readDataUri("data:,x").has_value());
    }

    /// Order, spelling and digits of a schema reach the server, since they reach the prompt.
    void aSchemaIsSentAsItWasWritten()
    {
        const std::string schema =
            "{\"name\":\"f\",\"parameters\":{\"type\":\"object\",\"properties\":{\"z\":{"
            "\"maximum\":1.50},\"a\":{\"minimum\":12345678901234567890}}}}";
        ChatRequest request = question("?");
        request.tools.push_back({MUST(tf::json::parse(schema))});
        QVERIFY(bodyOf(request, ownDialect()).find(schema) != std::string::npos);
    }

    void mediaHaveTheFormOfTheDialect_data()
    {
        QTest::addColumn<int>("form");
        QTest::addColumn<QByteArray>("piece");
        const auto row = [](const char* name, VideoForm form, const char* piece) {
            QTest::newRow(name) << static_cast<int>(form) << QByteArray(piece);
        };
        row("fps inside", VideoForm::InsideUrl,
            "{\"type\":\"video_url\",\"video_url\":{\"url\":\"data:video/"
            "mp4;base64,YQ==\",\"fps\":0.5,\"detail\":\"high\",\"max_long_side_pixel\":896}}");
        row("vLLM", VideoForm::Kwargs,
            "\"media_io_kwargs\":{\"video\":{\"fps\":0.5}},\"mm_processor_kwargs\":{\"max_long_"
            "side_pixel\":896}");
        row("plain", VideoForm::Plain,
            "{\"type\":\"video_url\",\"video_url\":{\"url\":\"data:video/mp4;base64,YQ==\"}}");
        row("frames with times", VideoForm::None,
            "{\"type\":\"text\",\"text\":\"Video:\"},{\"type\":\"text\",\"text\":\"[1m5.00s]\"},{"
            "\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/jpeg;base64,Yg==\"}}");
    }
    void mediaHaveTheFormOfTheDialect()
    {
        QFETCH(int, form);
        QFETCH(QByteArray, piece);
        Dialect dialect = ownDialect();
        dialect.video = static_cast<VideoForm>(form);
        dialect.imageDetail = Honours::No;
        ChatRequest request = question("?");
        request.messages[0].parts.emplace_back(VideoPart{
            bytes("video/mp4", "a"), 0.5, Detail::High, 896, {{65.0, bytes("image/jpeg", "b")}}});
        const auto written = MUST(writeRequest(request, dialect));
        QVERIFY2(written.body.find(piece.toStdString()) != std::string::npos, written.body.c_str());
        QCOMPARE(written.notes.empty(), dialect.video == VideoForm::InsideUrl);
    }

    void aClipWithoutFramesCannotGoToAServerOfPictures()
    {
        ChatRequest request = question("?");
        request.messages[0].parts.emplace_back(VideoPart{bytes("video/mp4", "a"), {}, {}, {}, {}});
        Dialect dialect = ownDialect();
        dialect.video = VideoForm::None;
        const auto written = writeRequest(request, dialect);
        QVERIFY(!written.has_value());
        QVERIFY(written.error().code == tf::Code::Unsupported);
    }

    void reasoningGoesBackAsTheServerWantsIt_data()
    {
        QTest::addColumn<int>("echo");
        QTest::addColumn<QByteArray>("piece");
        const auto row = [](const char* name, ReasoningEcho echo, const char* piece) {
            QTest::newRow(name) << static_cast<int>(echo) << QByteArray(piece);
        };
        row("left", ReasoningEcho::Left, "{\"role\":\"assistant\",\"content\":\"b\"}");
        row("reasoning_content", ReasoningEcho::ReasoningContent,
            "{\"role\":\"assistant\",\"content\":\"b\",\"reasoning_content\":\"a\"}");
        row("reasoning", ReasoningEcho::Reasoning,
            "{\"role\":\"assistant\",\"content\":\"b\",\"reasoning\":\"a\"}");
        row("tags", ReasoningEcho::ThinkTags,
            "{\"role\":\"assistant\",\"content\":\"<think>\\na\\n</think>\\n\\nb\"}");
        row("details", ReasoningEcho::Details,
            "{\"role\":\"assistant\",\"content\":\"b\",\"reasoning_details\":[{\"text\":\"a\","
            "\"n\":1.0}]}");
    }
    void reasoningGoesBackAsTheServerWantsIt()
    {
        QFETCH(int, echo);
        QFETCH(QByteArray, piece);
        Dialect dialect = ownDialect();
        dialect.echo = static_cast<ReasoningEcho>(echo);
        ChatRequest request = question("?");
        request.messages.push_back(says(Role::Assistant, "b"));
        request.messages[1].reasoning = "a";
        if (dialect.echo == ReasoningEcho::Details)
            request.messages[1].reasoningDetails =
                MUST(tf::json::parse("[{\"text\":\"a\",\"n\":1.0}]"));
        const std::string body = bodyOf(request, dialect);
        QVERIFY2(body.find(piece.toStdString()) != std::string::npos, body.c_str());
    }

    void mistakesNameTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("place");
        QTest::newRow("no messages") << QByteArray("{}") << QByteArray("messages: ");
        QTest::newRow("role") << QByteArray(
            "{\"messages\":[{\"role\":\"king\",\"content\":\"x\"}]}")
                              << QByteArray("messages[0].role: ");
        QTest::newRow("content") << QByteArray("{\"messages\":[{\"role\":\"user\",\"content\":7}]}")
                                 << QByteArray("messages[0].content: ");
        QTest::newRow("part") << QByteArray(
            "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"audio\"}]}]}")
                              << QByteArray("messages[0].content[0]: ");
        QTest::newRow("base64") << QByteArray(
            "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":"
            "\"data:a/b;base64,*\"}]}]}")
                                << QByteArray("messages[0].content[0]: ");
        QTest::newRow("call") << QByteArray(
            "{\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"a\"}]}]}")
                              << QByteArray("messages[0].tool_calls[0]: ");
        QTest::newRow("tool") << QByteArray("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],"
                                            "\"tools\":[{\"type\":\"function\"}]}")
                              << QByteArray("tools: ");
    }
    void mistakesNameTheirPlace()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, place);
        const auto read = readRequest(MUST(tf::json::parse(request.toStdString())));
        QVERIFY(!read.has_value());
        QVERIFY2(read.error().text.starts_with(place.toStdString()), read.error().text.c_str());
    }
};

std::unique_ptr<QObject> makeChatRequestTest()
{
    return std::make_unique<ChatRequestTest>();
}

#include "tst_request.moc"
