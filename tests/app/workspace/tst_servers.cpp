// Conversations over real sockets: the stream of every kind of server, slow and fast.

#include "app/secrets/memory.h"
#include "app/workspace/engines.h"
#include "tests/app/endpoint/generated_answer.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/session/awaited.h"
#include "tests/app/session/samples.h"
#include "tests/app/workspace/tests.h"
#include "tests/support/test_table.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace tf;
using namespace tf::session;
using test::awaited;
using workspace::Conversation;

namespace {

test::Said saidOf(const Turn& turn)
{
    test::Said said;
    for (const Part& part : turn.parts) {
        if (part.kind == PartKind::Reasoning)
            said.think += part.text;
        if (part.kind == PartKind::Text)
            said.text += part.text;
        if (part.kind == PartKind::ToolCall)
            said.calls += part.name + part.text;
    }
    return said;
}

/// One conversation for each form of stream, asked through the engines that a user keeps.
struct Talks {
    Talks(Store& store, const test::ReplayServer& server)
        : engines(folder.filePath(QStringLiteral("endpoints.json")), keys, reach)
    {
        for (const test::Form& form : test::streamForms()) {
            endpoint::StoredProfile profile;
            profile.name = form.kind;
            profile.kind = endpoint::findServerKind(form.kind);
            profile.baseUrl = server.url();
            engines.keep(std::move(profile), {}, [](const Result<>&) {});
            const auto id = MUST(awaited<SessionId>([&](auto to) { store.create({"t", {}}, to); }));
            auto session = MUST(awaited<Session>([&](auto to) { store.load(id, to); }));
            all.push_back(
                std::make_unique<Conversation>(store, std::move(session), engines.opener()));
            grew.push_back(std::make_unique<QSignalSpy>(all.back().get(), &Conversation::turnGrew));
        }
    }

    void ask(std::size_t idx, const std::string& text)
    {
        RequestSettings settings;
        settings.endpoint = test::streamForms()[idx].kind;
        all.at(idx)->ask({text, settings, {}, {}});
    }

    [[nodiscard]] bool areOver() const
    {
        return std::none_of(all.begin(), all.end(),
                            [](const auto& talk) { return talk->running().has_value(); });
    }

    QTemporaryDir folder;
    secrets::Memory keys;
    endpoint::Reach reach;
    workspace::Engines engines;
    std::vector<std::unique_ptr<Conversation>> all;
    std::vector<std::unique_ptr<QSignalSpy>> grew;
};

} // namespace

class WorkspaceServersTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyServersStreamIsShownAndKept_data()
    {
        QTest::addColumn<int>("tokensPerSecond");
        QTest::newRow("50 a second") << 50;
        QTest::newRow("500 a second") << 500;
        QTest::newRow("2,000 a second") << 2000;
    }
    void everyServersStreamIsShownAndKept()
    {
        QFETCH(int, tokensPerSecond);
        std::vector<test::StreamSample> samples;
        for (const test::Form& form : test::streamForms())
            samples.push_back(test::sampleOf(form, samples.size(),
                                             static_cast<std::size_t>(tokensPerSecond) / 3));
        test::ReplayServer server([&](const test::Incoming& incoming) {
            const auto at = incoming.body.indexOf("form ") + 5;
            test::Answer answer{test::streamHead(), {}};
            for (const auto& event : samples[std::size_t(incoming.body[at] - '0')].events)
                answer.blocks << "data: " + event.data + "\n\n";
            answer.pauseMillis = 1000.0 / tokensPerSecond;
            return answer;
        });
        const test::StoreFolder folder;
        const auto store = MUST(Store::open({.place = folder.place()}));
        Talks talks(*store, server);
        QElapsedTimer time;
        time.start();
        for (std::size_t idx = 0; idx < talks.all.size(); ++idx)
            talks.ask(idx, "form " + std::to_string(idx));
        QTRY_VERIFY_WITH_TIMEOUT(talks.areOver(), 15'000);
        const double seconds = static_cast<double>(time.elapsed()) / 1000;
        for (std::size_t idx = 0; idx < talks.all.size(); ++idx) {
            const Turn* turn = talks.all[idx]->turn(1);
            const char* name = test::streamForms()[idx].name;
            QVERIFY2(turn->ending.state == TurnState::Finished, turn->ending.reason.c_str());
            QVERIFY2(saidOf(*turn).think == samples[idx].said.think, name);
            QVERIFY2(saidOf(*turn).text == samples[idx].said.text, name);
            QVERIFY2(talks.grew[idx]->count() <= 70 * seconds + 3, name);
            QTRY_VERIFY(talks.all[idx]->isKept());
            const SessionId id = talks.all[idx]->session().id;
            const auto kept = MUST(awaited<Session>([&](auto to) { store->load(id, to); }));
            QVERIFY2(kept.turns.at(0).parts == turn->parts, name);
        }
    }

    void aServerThatDiesLeavesWhatCame()
    {
        test::ReplayServer server([](const test::Incoming&) {
            test::Answer answer{test::streamHead(), {}};
            answer.blocks << "data: " + test::contentChunk("half") + "\n\n";
            answer.pauseMillis = 1;
            answer.after = test::After::Reset;
            return answer;
        });
        const test::StoreFolder folder;
        const auto store = MUST(Store::open({.place = folder.place()}));
        Talks talks(*store, server);
        Conversation& talk = *talks.all.at(0);
        talks.ask(0, "?");
        QTRY_VERIFY(!talk.running());
        QCOMPARE(saidOf(*talk.turn(1)).text, std::string("half"));
        QVERIFY(talk.turn(1)->ending.state == TurnState::Failed);
        QVERIFY(talk.troubleOf(1) != nullptr);
        QVERIFY(!talk.turn(1)->ending.reason.empty());
    }
};

std::unique_ptr<QObject> makeWorkspaceServersTest()
{
    return std::make_unique<WorkspaceServersTest>();
}

#include "tst_servers.moc"
