#include "app/endpoint/openai.h"
#include "app/endpoint/web_page.h"
#include "tests/support/test_table.h"
#include "tests/ui/transcript/scene.h"
#include "tests/ui/transcript/tests.h"
#include "ui/transcript/failure/cause_words.h"
#include "ui/transcript/layout/turn_words.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using session::TurnState;

namespace {

struct CauseCase {
    const char* kept;
    std::optional<tf::Code> code;
    bool isLocal;
    Cause cause;
};

constexpr bool kRemote = false;
constexpr bool kLocal = true;

const CauseCase kCases[] = {
    {"api.test: connection refused", tf::Code::Network, kRemote, Cause::Refused},
    {"api.test: no server has that name", {}, kRemote, Cause::NameUnknown},
    {"api.test: the server's certificate expired on 2025-01-01", {}, kRemote, Cause::Certificate},
    {"api.test: no answer within 60 s", {}, kRemote, Cause::TimedOut},
    {"the connection was lost after 12 pieces of the answer", {}, kRemote, Cause::Broken},
    {"the connection was lost after 3 pieces of the answer (h: connection refused)",
     {},
     kRemote,
     Cause::Broken},
    {"the server answered 401: bad key", {}, kRemote, Cause::KeyRefused},
    {"the server answered 403: no", {}, kRemote, Cause::KeyRefused},
    {"the server answered 404: no such model", {}, kRemote, Cause::NotThere},
    {"the server answered 429: slow down", {}, kRemote, Cause::TooMany},
    {"the server answered 503: overloaded", {}, kRemote, Cause::ServerFailed},
    {"the server answered 500 (code 1004): who are you", {}, kRemote, Cause::KeyRefused},
    {"the server answered 400: maximum context length is 8192 tokens", {}, kRemote, Cause::TooLong},
    {"the server answered (code 2056): plan", {}, kRemote, Cause::PlanUsedUp},
    {"nothing was sent: 1 secret was found in it", tf::Code::Denied, kRemote, Cause::Secrets},
    {"there is no endpoint \"box\" any more", tf::Code::NotFound, kRemote, Cause::EndpointGone},
    {"the key \"box\": the store of keys is locked", tf::Code::Denied, kRemote,
     Cause::KeyUnreadable},
    {"no model is chosen on this machine: choose its folder", tf::Code::NotFound, kLocal,
     Cause::NoModel},
    {"weights: damaged", tf::Code::Corrupt, kLocal, Cause::LocalFailed},
    {"weights: damaged", {}, kLocal, Cause::LocalFailed},
    {"no room", tf::Code::OutOfMemory, kLocal, Cause::OutOfMemory},
    {"gpu 0 is gone", tf::Code::Device, kLocal, Cause::Device},
    {"nobody knows", {}, kRemote, Cause::Unknown},
};

session::Session failedWith(const std::string& reason)
{
    session::Session session = tf::test::brokenSession();
    session.turns[1].question.settings.endpoint = "work";
    session.turns[1].ending.reason = reason;
    return session;
}

workspace::EngineChoice work()
{
    workspace::EngineChoice engine;
    engine.name = "work";
    engine.label.host = "api.example.org";
    return engine;
}

workspace::Trouble refusal(std::int64_t status, const char* body)
{
    const wire::Trouble said = wire::readTrouble(status, body);
    workspace::Trouble trouble{workspace::Trouble::Of::Asking, 2, wire::errorOf(said), said};
    return trouble;
}

NoticeWords cardOf(tf::test::Scene& scene)
{
    return TurnWords::notice(*scene.stage().story().turn(2), scene.stage().story().source());
}

} // namespace

class FailureTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void keptWordsNameTheCause()
    {
        for (const CauseCase& one : kCases) {
            const Failure failure = failureOf(one.kept, one.code, nullptr, one.isLocal);
            QVERIFY2(failure.cause == one.cause, one.kept);
        }
    }

    /// What a server said explains itself the same when only the kept words are left.
    void afterARestartTheCauseIsTheSame()
    {
        for (const int status : {400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 502, 503, 529}) {
            for (const char* body :
                 {"{\"error\":{\"message\":\"no\"}}", "<html>oops",
                  "{\"error\":{\"message\":\"context length is 9,000\"}}",
                  "{\"base_resp\":{\"status_code\":1008,\"status_msg\":\"x\"}}"}) {
                const wire::Trouble said = wire::readTrouble(status, body);
                const Failure now = failureOf({}, {}, &said, false);
                const Failure later = failureOf(wire::errorOf(said).text, {}, nullptr, false);
                QVERIFY2(now.cause == later.cause, body);
                QCOMPARE(later.status, now.status);
                QVERIFY(later.limitTokens == now.limitTokens);
            }
        }
    }

    void theRoomsThemselvesAreUnderstood()
    {
        const QUrl url(u"https://api.test/v1"_s);
        const QUrl other(u"https://other.test/v1"_s);
        QVERIFY(failureOf(endpoint::pageError(url).text, {}, nullptr, false).cause
                == Cause::WebPage);
        QVERIFY(failureOf(endpoint::redirectError(url, other).text, {}, nullptr, false).cause
                == Cause::Redirected);
    }

    /// A port at which nobody listens any more.
    void aRefusedConnectionIsKnown()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        server.close();
        const endpoint::Reach reach;
        endpoint::Profile profile;
        profile.kind = &endpoint::serverKinds().front();
        profile.baseUrl = QUrl(u"http://127.0.0.1:%1/v1"_s.arg(port));
        profile.connection.retries.maxRetries = 0;
        endpoint::OpenAiEndpoint endpoint(profile, reach);
        const auto sink = std::make_shared<Mailbox<endpoint::Event>>([] {});
        endpoint::Request request;
        request.chat.messages.push_back({});
        (void)endpoint.start(request, sink);
        std::optional<endpoint::Failed> failed;
        QTRY_VERIFY2(
            [&] {
                for (endpoint::Event& event : sink->drain()) {
                    if (auto* why = std::get_if<endpoint::Failed>(&event.what))
                        failed = std::move(*why);
                }
                return failed.has_value();
            }(),
            "no end");
        const Failure failure = failureOf(failed->error.text, failed->error.code, nullptr, false);
        QVERIFY2(failure.cause == Cause::Refused, failed->error.text.c_str());
    }

    void everyCauseHasWordsAndAStep()
    {
        for (int cause = 0; cause <= static_cast<int>(Cause::Unknown); ++cause) {
            FailureFacts facts;
            facts.failure.cause = static_cast<Cause>(cause);
            facts.host = u"api.test"_s;
            facts.engine = u"work"_s;
            facts.hasText = true;
            const CauseWords words = CauseWords::of(facts);
            QVERIFY(words.sentence.endsWith(u'.'));
            QVERIFY2(words.step.endsWith(u'.'), qPrintable(words.sentence));
        }
    }

    void theCardNamesTheHostAndWhatWasTried()
    {
        tf::test::Scene scene(failedWith({}), {820, 600});
        scene.engines() = {work()};
        workspace::Trouble trouble = refusal(503, "{\"error\":\"overloaded\"}");
        trouble.numRetries = 2;
        scene.fail(2, trouble);
        const NoticeWords words = cardOf(scene);
        QVERIFY2(words.sentence.contains(u"api.example.org"_s), qPrintable(words.sentence));
        QVERIFY(words.sentence.contains(u"503"_s));
        QVERIFY2(words.tried.contains(u"3 times"_s), qPrintable(words.tried));
        QVERIFY(words.raw.contains(u"overloaded"_s));
    }

    void busyServersAreCountedDown()
    {
        tf::test::Scene scene(failedWith({}), {820, 600});
        scene.engines() = {work()};
        workspace::Trouble trouble = refusal(429, "{\"error\":\"slow down\"}");
        trouble.retryAt = std::chrono::steady_clock::now() + std::chrono::seconds(90);
        scene.fail(2, trouble);
        const QString step = cardOf(scene).step;
        QVERIFY2(step.contains(u"90 s"_s) || step.contains(u"89 s"_s), qPrintable(step));
        trouble.retryAt = std::chrono::steady_clock::now() - std::chrono::seconds(1);
        scene.fail(2, trouble);
        QVERIFY(!cardOf(scene).step.contains(u" s."_s));
    }

    void theButtonsFitTheCause()
    {
        tf::test::Scene scene(failedWith("the server answered 401: bad key"), {820, 600});
        QCOMPARE(scene.cardButtons(2),
                 QStringList({u"Edit endpoint…"_s, u"Test connection"_s, u"Retry"_s,
                              u"Retry with…"_s, u"Show what was said"_s}));
        tf::test::Scene lost(failedWith("the connection was lost after 2 pieces of the answer"),
                             {820, 600});
        QVERIFY(!lost.cardButtons(2).contains(u"Continue"_s)); // nothing of it came
        tf::test::Scene tooLong(
            failedWith("the server answered 400: context length is 8192 tokens"), {820, 600});
        QCOMPARE(tooLong.cardButtons(2).front(), u"Shorten…"_s);
    }

    void theButtonsAskForWhatTheySay()
    {
        tf::test::Scene scene(failedWith("the server answered 401: bad key"), {820, 600});
        QSignalSpy endpoint(&scene.view(), &TranscriptView::endpointAsked);
        QVERIFY(scene.press(2, SpotKind::TestEndpoint));
        QCOMPARE(endpoint.count(), 1);
        QCOMPARE(endpoint.front().at(0).toString(), u"work"_s);
        QSignalSpy other(&scene.view(), &TranscriptView::retryOtherAsked);
        QVERIFY(scene.press(2, SpotKind::RetryOther));
        QCOMPARE(other.count(), 1);
    }

    void whatIsNotKeptSaysSoUntilItIs()
    {
        tf::test::Scene scene(tf::test::sampleSession(), {820, 600});
        const session::TurnId last = scene.session().turns.back().id;
        scene.fail(last,
                   {workspace::Trouble::Of::Keeping,
                    last,
                    tf::Error(tf::Code::Busy, "writing: No space left on device"),
                    {}});
        QCOMPARE(scene.cardButtons(last),
                 QStringList({u"Export session…"_s, u"Show what was said"_s}));
    }

    /// On a narrow window they stand below one another, and inside the card.
    void theButtonsStayOnTheCard()
    {
        tf::test::Scene scene(failedWith("the server answered 401: bad key"), {330, 900});
        const std::size_t idx = scene.stage().rows().from({2, kNoticeSection, 0});
        RowLayout& row = scene.stage().layout(idx);
        for (const Spot& spot : row.spots(scene.stage().viewOf(idx))) {
            QVERIFY(spot.place.left() >= 0);
            QVERIFY(spot.place.right() < scene.stage().measures().column);
            QVERIFY(spot.place.bottom() < row.height());
        }
    }
};

std::unique_ptr<QObject> makeFailureTest()
{
    return std::make_unique<FailureTest>();
}

#include "tst_failure.moc"
