// Events as text and back, and what replaying them makes of damage.

#include "app/session/event_codec.h"
#include "app/session/replay.h"
#include "app/session/search/terms.h"
#include "kernels/base/words.h"
#include "tests/app/session/samples.h"
#include "tests/app/session/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::session;

class SessionCodecTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const auto report = test::forAll(200, [](test::Gen& gen) -> std::string {
            for (const Event& event : test::makeEvents(gen, "", 12)) {
                const std::string payload = MUST(encodePayload(event));
                Event read = MUST(decodePayload(kindOf(event.change), payload));
                read.time = event.time;
                if (!(read == event))
                    return words("changed: ", payload);
            }
            return {};
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void theSpellingOfFilesStays()
    {
        Event event;
        event.change = TurnBegan{2, {.parent = 1, .text = "why?\n"}};
        QCOMPARE(MUST(encodePayload(event)),
                 std::string("{\"turn\":2,\"question\":{\"parent\":1,\"text\":\"why?\\n\","
                             "\"settings\":{\"thinking\":\"adaptive\"}}}"));
        event.change = TurnBegan{3, {.text = "?", .overrides = {"a secret was sent"}}};
        QCOMPARE(MUST(encodePayload(event)),
                 std::string("{\"turn\":3,\"question\":{\"text\":\"?\",\"settings\":{"
                             "\"thinking\":\"adaptive\"},\"overrides\":[\"a secret was "
                             "sent\"]}}"));
        event.change = TurnEnded{2, {TurnState::Interrupted, "stopped", {}}};
        QCOMPARE(MUST(encodePayload(event)),
                 std::string("{\"turn\":2,\"ending\":{\"state\":\"interrupted\","
                             "\"reason\":\"stopped\",\"usage\":{}}}"));
        event.change = PartsGrew{2, {{PartKind::TextWasReasoning, "", "", ""}}};
        QCOMPARE(MUST(encodePayload(event)),
                 std::string("{\"turn\":2,\"parts\":[{\"kind\":\"textWasReasoning\"}]}"));
        event.change = SessionPurged{3};
        QCOMPARE(MUST(encodePayload(event)), std::string("{\"events\":3}"));
        QVERIFY(MUST(decodePayload("purged", "{\"events\":3}")) == event);
    }

    void bytesThatAreNoTextAreRefused_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<bool>("isKept");
        QTest::newRow("NUL") << std::string("a\0b", 3) << true;
        QTest::newRow("beyond 16 bits") << std::string("\xf0\x9f\x98\x80") << true;
        QTest::newRow("lone surrogate") << std::string("\xed\xa0\x80") << false;
        QTest::newRow("half a character") << std::string("\xe4\xb8") << false;
        QTest::newRow("no UTF-8") << std::string("\xff\xfe") << false;
    }
    void bytesThatAreNoTextAreRefused()
    {
        QFETCH(std::string, text);
        QFETCH(bool, isKept);
        const Event event = {.change = Renamed{"", text}};
        const auto payload = encodePayload(event);
        QCOMPARE(payload.has_value(), isKept);
        if (isKept)
            QVERIFY(MUST(decodePayload("renamed", *payload)) == event);
        else
            QVERIFY(payload.error().code == Code::BadInput);
    }

    void aPayloadThatCannotBeIsCorrupt_data()
    {
        QTest::addColumn<std::string>("kind");
        QTest::addColumn<std::string>("payload");
        QTest::newRow("kind") << std::string("renamedd") << std::string("{}");
        QTest::newRow("empty") << std::string("renamed") << std::string();
        QTest::newRow("no object") << std::string("renamed") << std::string("[]");
        QTest::newRow("cut") << std::string("renamed") << std::string("{\"was\":\"a");
        QTest::newRow("type") << std::string("renamed") << std::string("{\"was\":3}");
        QTest::newRow("negative") << std::string("trashed") << std::string("{\"now\":-1}");
        QTest::newRow("fraction") << std::string("trashed") << std::string("{\"now\":1.5}");
        QTest::newRow("huge") << std::string("trashed") << std::string("{\"now\":1e99}");
        QTest::newRow("word") << std::string("turnEnded")
                              << std::string("{\"ending\":{\"state\":\"gone\"}}");
        QTest::newRow("text") << std::string("turnBegan")
                              << std::string("{\"question\":{\"overrides\":[1]}}");
        QTest::newRow("item") << std::string("partsGrew") << std::string("{\"parts\":[1]}");
    }
    void aPayloadThatCannotBeIsCorrupt()
    {
        QFETCH(std::string, kind);
        QFETCH(std::string, payload);
        const auto event = decodePayload(kind, payload);
        QVERIFY(!event);
        QVERIFY(event.error().code == Code::Corrupt);
        QVERIFY(!event.error().text.empty());
    }

    void aSessionIsTheEventsThatMakeIt()
    {
        const auto report = test::forAll(200, [](test::Gen& gen) -> std::string {
            Session wanted = test::makeSession(gen);
            Session made;
            for (const Event& event : eventsOf(wanted))
                apply(made, event);
            made.desk = wanted.desk;
            return made == wanted ? "" : "another session";
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    /// Whatever is lost of the events, parents stand before their children.
    void whatIsReplayedIsATree()
    {
        const auto report = test::forAll(300, [](test::Gen& gen) -> std::string {
            Session session;
            for (const Event& event : test::makeEvents(gen, "s", 30)) {
                if (!gen.oneIn(4))
                    apply(session, event);
            }
            std::vector<TurnId> seen = {kNoTurn};
            for (const Turn& turn : session.turns) {
                if (std::find(seen.begin(), seen.end(), turn.question.parent) == seen.end())
                    return words("turn ", turn.id, " hangs on ", turn.question.parent);
                if (std::find(seen.begin(), seen.end(), turn.id) != seen.end())
                    return words("turn ", turn.id, " is there twice");
                seen.push_back(turn.id);
            }
            return {};
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void anAnswerWithoutItsQuestionIsShown()
    {
        Session session;
        apply(session,
              {.session = "s", .change = PartsGrew{7, {{PartKind::Text, "half", "", ""}}}});
        apply(session,
              {.session = "s", .change = PartsGrew{7, {{PartKind::Text, " done", "", ""}}}});
        apply(session, {.session = "s", .change = TurnEnded{7, {}}});
        QCOMPARE(session.turns.size(), std::size_t(1));
        QCOMPARE(session.turns[0].parts.at(0).text, std::string("half done"));
        QVERIFY(session.turns[0].ending.state == TurnState::Finished);
    }
};

std::unique_ptr<QObject> makeSessionCodecTest()
{
    return std::make_unique<SessionCodecTest>();
}

#include "tst_codec.moc"
