// What endpoints say, as the JSON of verbs that ask.

#include "app/cli/answer/event_json.h"
#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::test;

class EventJsonTest : public TestCase {
    Q_OBJECT

    static std::string written(decltype(endpoint::Event::what) what)
    {
        return json::write(cli::eventJson({3, std::move(what)}));
    }

private Q_SLOTS:
    void eachEventIsAnObject()
    {
        using Kind = wire::ReplyEvent::Kind;
        QCOMPARE(written(endpoint::Progress{endpoint::Stage::Looking, 150, 200}),
                 std::string(
                     "{\"event\":\"progress\",\"stage\":\"looking\",\"done\":150,\"total\":200}"));
        QCOMPARE(written(endpoint::Waiting{std::chrono::seconds(2)}),
                 std::string("{\"event\":\"waiting\",\"since_ms\":2000}"));
        QCOMPARE(
            written(
                endpoint::Retrying{1, std::chrono::milliseconds(250), Error(Code::Busy, "full")}),
            std::string("{\"event\":\"retrying\",\"retry\":1,\"after_ms\":250,\"why\":\"full\"}"));
        QCOMPARE(written(endpoint::Note{"so"}),
                 std::string("{\"event\":\"note\",\"text\":\"so\"}"));
        QCOMPARE(written(wire::ReplyEvent{.kind = Kind::Think, .text = "hm\n"}),
                 std::string("{\"event\":\"reasoning\",\"text\":\"hm\\n\"}"));
        QCOMPARE(written(wire::ReplyEvent{.kind = Kind::TextWasThink}),
                 std::string("{\"event\":\"text_was_reasoning\"}"));
    }

    void callsKeepTheirArgumentsAsText()
    {
        using Kind = wire::ReplyEvent::Kind;
        const wire::ReplyEvent call{Kind::Call, "{\"n\":1.0}", 2, "id", "f", {}};
        QCOMPARE(written(call),
                 std::string("{\"event\":\"call\",\"index\":2,\"id\":\"id\",\"name\":\"f\","
                             "\"arguments\":\"{\\\"n\\\":1.0}\"}"));
        const wire::ReplyEvent broken{Kind::BrokenCall, "<x", 0, {}, "f", "cut"};
        QCOMPARE(written(broken),
                 std::string("{\"event\":\"broken_call\",\"index\":0,\"id\":\"\",\"name\":\"f\","
                             "\"reason\":\"cut\",\"text\":\"<x\"}"));
    }

    /// A character that was cut in two makes no line that readers refuse.
    void brokenTextIsMended()
    {
        QCOMPARE(written(wire::ReplyEvent{.kind = wire::ReplyEvent::Kind::Text, .text = "a\xc3"}),
                 std::string("{\"event\":\"text\",\"text\":\"a\xef\xbf\xbd\"}"));
    }

    void anEndSaysWhatIsKnown()
    {
        endpoint::Done done;
        done.finish = wire::Finish::Length;
        done.model = "m";
        QCOMPARE(written(done),
                 std::string("{\"event\":\"done\",\"finish\":\"length\",\"model\":\"m\"}"));
        done.usage = wire::Usage{12, {}, 3, {}};
        done.counts = endpoint::LocalCounts{4, 2, 1};
        QCOMPARE(
            written(done),
            std::string(
                "{\"event\":\"done\",\"finish\":\"length\",\"model\":\"m\",\"prompt_tokens\":12,"
                "\"answer_tokens\":3,\"media_tokens\":4,\"drafted_tokens\":2,"
                "\"accepted_tokens\":1}"));
        QCOMPARE(written(endpoint::Failed{Error(Code::Network, "gone"), {}, 5}),
                 std::string("{\"event\":\"failed\",\"code\":\"" + std::string(name(Code::Network))
                             + "\",\"error\":\"gone\",\"pieces\":5}"));
    }
};

std::unique_ptr<QObject> makeEventJsonTest()
{
    return make<EventJsonTest>();
}

#include "tst_event_json.moc"
