// Engines as they are chosen from, opened, kept, forgotten and tested.

#include "app/secrets/memory.h"
#include "app/workspace/engines.h"
#include "tests/app/endpoint/certificates.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/workspace/tests.h"
#include "tests/support/test_table.h"

#include <QFile>
#include <QSignalSpy>

using namespace tf;
using namespace Qt::StringLiterals;
using endpoint::StoredProfile;
using workspace::choiceOf;
using workspace::EndpointTest;
using workspace::EngineChoice;
using workspace::Engines;

namespace {

StoredProfile profileOf(const std::string& name, const QUrl& url, std::string_view kind = "vllm")
{
    StoredProfile profile;
    profile.name = name;
    profile.kind = endpoint::findServerKind(kind);
    profile.baseUrl = url;
    profile.model = "m3";
    return profile;
}

/// Position by position: what is sent, "-" where it is not honoured.
std::string thinking(const EngineChoice& choice)
{
    std::string text;
    for (const auto& one : choice.thinking)
        text += (one.isHonoured ? "" : "-") + one.wire + ";";
    return text;
}

struct Room {
    Room()
        : engines(folder.filePath(u"endpoints.json"_s), keys, reach)
    {
    }

    void keep(StoredProfile profile, const char* key = nullptr)
    {
        std::optional<secrets::Secret> secret;
        if (key != nullptr)
            secret.emplace(key);
        bool isKept = false;
        engines.keep(std::move(profile), std::move(secret),
                     [&](Result<> kept) { MUST(std::move(kept)), isKept = true; });
        CHECK(QTest::qWaitFor([&] { return isKept; }), "the endpoint is not kept");
    }

    std::string opened(const std::string& name)
    {
        std::string told;
        session::RequestSettings settings;
        settings.endpoint = name;
        engines.opener()(settings, [&](auto opened) {
            told = opened ? "opened"
                          : std::string(tf::name(opened.error().code)) + ": " + opened.error().text;
        });
        CHECK(QTest::qWaitFor([&] { return !told.empty(); }), "nothing is told");
        return told;
    }

    QTemporaryDir folder;
    secrets::Memory keys;
    endpoint::Reach reach;
    Engines engines;
};

} // namespace

class WorkspaceEnginesTest : public test::TestCase {
    Q_OBJECT

private:
    static std::vector<EndpointTest> tested(Room& room, const StoredProfile& profile)
    {
        std::vector<EndpointTest> told;
        const auto stop =
            room.engines.test(profile, {}, [&](const EndpointTest& test) { told.push_back(test); });
        const auto isOver = [&] {
            return !told.empty()
                && (told.back().error || told.back().step == EndpointTest::Step::Done);
        };
        CHECK(QTest::qWaitFor(isOver, 10'000), "the test did not end");
        stop();
        return told;
    }

private Q_SLOTS:
    void thinkingIsSaidAsItIsSent_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<std::string>("wanted");
        QTest::newRow("vllm") << u"vllm"_s
                              << std::string("thinking_mode: disabled;thinking_mode: adaptive;"
                                             "thinking_mode: enabled;");
        QTest::newRow("minimax") << u"minimax"_s
                                 << std::string("thinking.type: disabled;thinking.type: adaptive;"
                                                "-thinking.type: adaptive;");
        QTest::newRow("openrouter")
            << u"openrouter"_s
            << std::string("reasoning.enabled: false;-reasoning.enabled: true;"
                           "reasoning.enabled: true;");
        QTest::newRow("other") << u"other"_s << std::string("-;-;-;");
    }
    void thinkingIsSaidAsItIsSent()
    {
        QFETCH(QString, kind);
        QFETCH(std::string, wanted);
        auto profile = profileOf("e", QUrl(u"https://example.org/v1"_s), kind.toStdString());
        const EngineChoice choice = choiceOf(profile);
        QCOMPARE(thinking(choice), wanted);
        for (const auto& one : choice.thinking)
            QCOMPARE(one.note.empty(), one.isHonoured);
        profile.thinking =
            endpoint::ThinkingMapping{wire::ThinkingField::Effort, {"", "low", "high"}};
        QCOMPARE(thinking(choiceOf(profile)),
                 std::string("-;reasoning_effort: low;reasoning_effort: high;"));
    }

    void whatIsKeptIsThereAfterARestartAndCanBeForgotten()
    {
        Room room;
        QSignalSpy changed(&room.engines, &Engines::changed);
        auto profile = profileOf("away", QUrl(u"https://example.org/v1"_s));
        profile.keyName = "away-key";
        room.keep(profile, "secret-key");
        QVERIFY(changed.count() > 0);
        const Engines again(room.folder.filePath(u"endpoints.json"_s), room.keys, room.reach);
        QVERIFY(again.find("away") != nullptr);
        QCOMPARE(again.find("away")->label.host, std::string("example.org"));
        QFile file(room.folder.filePath(u"endpoints.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secret-key"));
        QCOMPARE(room.opened("away"), std::string("opened"));
        bool isForgotten = false;
        room.engines.forget("away", [&](Result<> gone) { isForgotten = gone.has_value(); });
        QTRY_VERIFY(isForgotten);
        QVERIFY(room.engines.find("away") == nullptr);
        std::optional<bool> hasKey;
        room.keys.read("away-key", [&](const auto& key) { hasKey = key.has_value(); });
        QTRY_VERIFY(hasKey.has_value());
        QVERIFY(!*hasKey);
    }

    void whatCannotBeOpenedSaysWhatToDo()
    {
        Room room;
        auto profile = profileOf("locked", QUrl(u"https://example.org/v1"_s));
        profile.keyName = "nowhere";
        room.keep(profile);
        QVERIFY2(room.opened("locked").find("nowhere") != std::string::npos,
                 room.opened("locked").c_str());
        QVERIFY(room.opened("gone").find("no endpoint \"gone\"") != std::string::npos);
        QVERIFY(room.opened("").find("choose") != std::string::npos);
    }

    /// A kind that has no words for thinking is asked without any.
    void aSwitchThatTheServerDoesNotHaveIsLeftAlone()
    {
        test::ReplayServer server([](const test::Incoming&) { return test::goodAnswer(); });
        Room room;
        room.keep(profileOf("other", server.url(), "other"));
        std::shared_ptr<endpoint::Endpoint> opened;
        session::RequestSettings settings;
        settings.endpoint = "other";
        room.engines.opener()(settings, [&](auto made) { opened = MUST(std::move(made)); });
        const auto sink = std::make_shared<Mailbox<endpoint::Event>>(nullptr);
        endpoint::Request request;
        request.chat.messages.emplace_back().parts.emplace_back(wire::TextPart{"?"});
        request.chat.thinking = wire::Thinking::Adaptive;
        opened->start(std::move(request), sink);
        bool isDone = false;
        QTRY_VERIFY([&] {
            for (const auto& event : sink->drain())
                isDone |= std::holds_alternative<endpoint::Done>(event.what);
            return isDone;
        }());
    }

    void aTestGoesStepByStepAndShowsTheChain()
    {
        const test::Certificates certificates;
        QVERIFY2(certificates.isReady(), "the openssl program makes the certificates");
        const auto tls = certificates.server(u"good"_s);
        test::ReplayServer server(
            [](const test::Incoming&) {
                return test::plainAnswer(200, R"({"data":[{"id":"m3","max_model_len":4096}]})");
            },
            &tls);
        Room room;
        auto profile = profileOf("tls", server.url());
        const auto rejected = tested(room, profile);
        QVERIFY(rejected.back().step == EndpointTest::Step::Encrypting);
        QVERIFY(rejected.back().error->code == Code::Denied);
        QVERIFY(!rejected.back().chain.isEmpty());
        QFile authority(room.folder.filePath(u"ca.pem"_s));
        QVERIFY(authority.open(QIODevice::WriteOnly));
        authority.write(certificates.authority());
        authority.close();
        profile.caFile = authority.fileName();
        const auto told = tested(room, profile);
        QVERIFY2(!told.back().error, told.back().error ? told.back().error->text.c_str() : "");
        QCOMPARE(told.size(), std::size_t(5));
        QVERIFY(!told.back().chain.isEmpty());
        QVERIFY(told.back().cipher.starts_with("TLS"));
        QCOMPARE(told.back().models.at(0).id, std::string("m3"));
        QCOMPARE(told.back().found.contextTokens, std::optional<std::int64_t>(4096));
    }

    void aTestSaysWhereItStopped()
    {
        Room room;
        test::ReplayServer server(
            [](const test::Incoming&) { return test::plainAnswer(401, "no such key"); });
        const auto refused = tested(room, profileOf("e", server.url()));
        QVERIFY(refused.back().step == EndpointTest::Step::Asking);
        QVERIFY(refused.back().error->code == Code::Denied);
        const auto closed = tested(room, profileOf("e", QUrl(u"http://127.0.0.1:1/v1"_s)));
        QVERIFY(closed.back().step == EndpointTest::Step::Connecting);
        QVERIFY(closed.back().error->code == Code::Network);
        room.reach.setFarthest(endpoint::Place::ThisMachine);
        const auto denied = tested(room, profileOf("e", QUrl(u"https://example.org/v1"_s)));
        QCOMPARE(denied.size(), std::size_t(1));
        QVERIFY(denied.back().error->code == Code::Denied);
    }

    void aTestThatIsStoppedTellsNothingMore()
    {
        test::ReplayServer server([](const test::Incoming&) {
            test::Answer answer;
            answer.delayMillis = 60'000;
            return answer;
        });
        Room room;
        int numTold = 0;
        const auto stop = room.engines.test(profileOf("e", server.url()), {},
                                            [&](const EndpointTest&) { ++numTold; });
        QTRY_COMPARE(server.requests.size(), 1);
        const int before = numTold;
        stop();
        QTRY_COMPARE(server.numOpen, 0);
        QCOMPARE(numTold, before);
    }
};

std::unique_ptr<QObject> makeWorkspaceEnginesTest()
{
    return std::make_unique<WorkspaceEnginesTest>();
}

#include "tst_engines.moc"
