// What is shown of a request is what the server gets, and what is counted is what the model counts.

#include "app/secrets/memory.h"
#include "app/wire/data_uri.h"
#include "app/workspace/request_look.h"
#include "app/workspace/workspace.h"
#include "kernels/base/words.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/session/awaited.h"
#include "tests/app/session/samples.h"
#include "tests/app/workspace/tests.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::session;
using namespace tf::workspace;
using test::awaited;

namespace {

constexpr const char* kKey = "sk-of-nobody";

std::shared_ptr<const std::string> pictureBytes()
{
    std::string bytes;
    for (int idx = 0; idx < 1234; ++idx)
        bytes += static_cast<char>(idx * 7);
    return std::make_shared<const std::string>(std::move(bytes));
}

/// A repository, and a picture where the engine sees.
std::shared_ptr<const Enclosure> enclosed(const std::shared_ptr<const std::string>& picture)
{
    auto enclosure = std::make_shared<Enclosure>();
    draft::RepositoryPart part;
    part.source = {SourceKind::Repository, "shop", "/shop", "", "", {}};
    part.pack.text = "=== a.c ===\n1\tint a = 'x';\n=== end of shop: 1 file ===\n";
    enclosure->draft.repository = part;
    if (picture) {
        enclosure->draft.media.push_back(
            wire::ImagePart{{"image/png", picture, {}}, wire::Detail::Unnamed, {}});
        enclosure->draft.mediaNames.push_back("shot.png");
    }
    return enclosure;
}

std::string withMedia(std::string body, const std::string& bytes)
{
    const std::string shown = "<1,234 bytes of image/png>";
    for (auto at = body.find(shown); at != std::string::npos; at = body.find(shown, at))
        body.replace(at, shown.size(), wire::dataUri("image/png", bytes));
    return body;
}

bool hasLooked(const RequestLook& look)
{
    return QTest::qWaitFor([&] { return !look.isLooking(); }, 30'000);
}

/// A conversation with a server, and a look at what it gets.
struct Sent {
    Sent()
        : server([](const test::Incoming&) { return test::goodAnswer(); })
        , store(MUST(Store::open({.place = folder.place()})))
        , engines(profiles.filePath(u"endpoints.json"_s), keys, reach)
        , look(*store, engines)
    {
        endpoint::StoredProfile profile;
        profile.name = "away";
        profile.kind = endpoint::findServerKind("minimax");
        profile.model = "M3";
        profile.baseUrl = server.url();
        profile.keyName = "away";
        engines.keep(profile, secrets::Secret(kKey),
                     [](const Result<>& kept) { (void)MUST(kept); });
        const auto id = MUST(awaited<SessionId>([&](auto to) { store->create({"t", {}}, to); }));
        talk = std::make_unique<Conversation>(
            *store, MUST(awaited<Session>([&](auto to) { store->load(id, to); })),
            engines.opener());
        CHECK(QTest::qWaitFor([&] { return engines.find("away") != nullptr; }), "it is kept");
    }

    [[nodiscard]] static Ask ask(const std::string& text,
                                 std::shared_ptr<const Enclosure> enclosure = {})
    {
        RequestSettings settings;
        settings.endpoint = "away";
        return {text, settings, std::move(enclosure), draft::LeakPolicy::Send};
    }

    /// The body that the server then got.
    std::string send(const Ask& ask)
    {
        const auto before = server.requests.size();
        talk->ask(ask);
        CHECK(QTest::qWaitFor([&] { return !talk->running() && server.requests.size() > before; }),
              "it is asked and answered");
        return server.requests.back().body.toStdString();
    }

    test::StoreFolder folder;
    QTemporaryDir profiles;
    secrets::Memory keys;
    endpoint::Reach reach;
    test::ReplayServer server;
    std::unique_ptr<Store> store;
    Engines engines;
    std::unique_ptr<Conversation> talk;
    RequestLook look;
};

} // namespace

class WorkspaceRequestLookTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsShownIsWhatTheServerGets()
    {
        Sent sent;
        const auto picture = pictureBytes();
        for (const auto& ask :
             {Sent::ask("why 'so'?", enclosed(picture)), Sent::ask("and then?")}) {
            sent.look.lookAtNext(*sent.talk, ask);
            QVERIFY(hasLooked(sent.look));
            const RequestSight sight = MUST(*sent.look.sight());
            const std::string body = sent.send(ask);
            QCOMPARE(withMedia(sight.text, *picture), body);
            QCOMPARE(sight.bytes, std::ssize(body));
            QVERIFY(sight.text.size() < body.size());
            const auto& request = sent.server.requests.back();
            for (const SightHeader& header : sight.headers)
                QCOMPARE(QByteArray::fromStdString(header.value),
                         request.headers[QByteArray::fromStdString(header.name).toLower()]);
            QCOMPARE(request.headers["authorization"], QByteArray("Bearer ") + kKey);
            QVERIFY(sight.address.ends_with(request.path.toStdString()));
            for (const std::string& shown : {sight.text, sight.curl})
                QVERIFY(shown.find(kKey) == std::string::npos);
            QVERIFY(sight.curl.find("Bearer $API_KEY") != std::string::npos);

            sent.look.lookAtTurn(*sent.talk, sent.talk->branch().back());
            QVERIFY(hasLooked(sent.look));
            QCOMPARE(MUST(*sent.look.sight()).text, sight.text);
        }
    }

    void whatTheGateStopsIsSaid()
    {
        Sent sent;
        Ask ask = Sent::ask("AWS_KEY = \"AKIAQ3EGRTWZP7LMNV5H\"");
        ask.policy = draft::LeakPolicy::Block;
        sent.look.lookAtNext(*sent.talk, ask);
        QVERIFY(hasLooked(sent.look));
        QVERIFY(!*sent.look.sight());
        QVERIFY(sent.look.sight()->error().code == Code::Denied);
    }

    void theLastLookCountsAndCanBeStopped()
    {
        Sent sent;
        for (int round = 0; round < 20; ++round)
            sent.look.lookAtNext(*sent.talk, Sent::ask(words("question ", round)));
        QVERIFY(hasLooked(sent.look));
        QVERIFY(MUST(*sent.look.sight()).text.find("question 19") != std::string::npos);
        sent.look.lookAtNext(*sent.talk, Sent::ask("never seen"));
        sent.look.cancel();
        QVERIFY(!sent.look.isLooking());
        QTest::qWait(50);
        QVERIFY(MUST(*sent.look.sight()).text.find("question 19") != std::string::npos);
    }

    void whatIsCountedHereIsWhatTheModelCounts()
    {
        const test::StoreFolder folder;
        const QTemporaryDir profiles;
        Places places;
        places.store = folder.place();
        places.profiles = profiles.filePath(u"endpoints.json"_s);
        places.model = words(TRIFOLD_SOURCE_DIR, "/tests/golden/model/talk");
        places.keys = secrets::StoreKind::Session;
        const auto work = MUST(Workspace::open(places));
        QTRY_VERIFY(work->engines().localModel().tokenizer() != nullptr);
        std::shared_ptr<Conversation> talk;
        work->shelf().create({}, {}, [&](const Result<SessionId>& made) {
            work->conversation(MUST(made), [&](const auto& opened) { talk = MUST(opened); });
        });
        QTRY_VERIFY(talk != nullptr);
        RequestLook look(work->store(), work->engines());
        std::int64_t counted = 0;
        for (const auto& ask :
             {Ask{"Wo?", {}, enclosed(nullptr), {}}, Ask{"Und dann?", {}, {}, {}}}) {
            look.lookAtNext(*talk, ask);
            QVERIFY(hasLooked(look));
            const RequestSight sight = MUST(*look.sight());
            QVERIFY(sight.address.empty() && sight.curl.empty());
            QVERIFY(sight.quality == ingest::Quality::Exact);
            QVERIFY(sight.text.find(ask.text) != std::string::npos);
            talk->ask(ask);
            const auto hasBegun = [&talk] {
                const auto& branch = talk->branch();
                return !branch.empty() && !talk->turn(branch.back())->parts.empty();
            };
            QTRY_VERIFY_WITH_TIMEOUT(hasBegun(), 20'000);
            talk->stop();
            const LocalModel& model = work->engines().localModel();
            const auto read = [&model] {
                return model.activity() ? model.activity()->promptTokens : 0;
            };
            counted += *sight.tokens;
            QTRY_COMPARE(read(), counted);
        }
    }
};

std::unique_ptr<QObject> makeWorkspaceRequestLookTest()
{
    return std::make_unique<WorkspaceRequestLookTest>();
}

#include "tst_request_look.moc"
