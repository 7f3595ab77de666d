#include "tests/app/endpoint/chunk_json.h"
#include "tests/app/endpoint/conversation.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <map>

using namespace tf::test;

namespace {

constexpr qint64 kMostMillis = 6'000; ///< of a run that was not asked for a number of cancels
constexpr int kPatience = 5'000;

/// Runs the loop until it holds, or for so long.
template <class Holds>
bool waitUntil(Holds holds, int patienceMillis)
{
    QEventLoop loop;
    QTimer look;
    look.setTimerType(Qt::PreciseTimer);
    QElapsedTimer clock;
    clock.start();
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (holds() || clock.elapsed() >= patienceMillis)
            loop.quit();
    });
    look.start(1);
    loop.exec();
    return holds();
}

/// Reasoning, text or a call without end, after a while or at once.
Answer endless(Gen& gen)
{
    static const QByteArrayList chunks{
        deltaOf("\"reasoning\":\"Wait, \""), contentOf("word "),
        callsOf("{\"index\":0,\"id\":\"i\",\"function\":{\"name\":\"f\",\"arguments\":\"a\"}}")};
    Answer answer = streamOf({gen.pick(chunks)});
    answer.isEndless = true;
    answer.pauseMillis = 1;
    answer.delayMillis = gen.oneIn(3) ? static_cast<int>(gen.below(30)) : 0;
    if (gen.oneIn(5))
        return {.head = "HTTP/1.1 200 OK\r\nContent-",
                .blocks = {},
                .after = After::Keep}; // no answer yet
    return answer;
}

struct Story {
    int numEnds = 0;
    int numLate = 0; ///< events behind the end
    bool isCancelled = false;
};

/// What each request said, in order.
void follow(const std::vector<tf::endpoint::Event>& events,
            std::map<tf::endpoint::RequestId, Story>& stories)
{
    for (const auto& event : events) {
        Story& story = stories[event.request];
        story.numLate += story.numEnds > 0;
        const auto* failed = std::get_if<tf::endpoint::Failed>(&event.what);
        story.numEnds += failed || std::holds_alternative<tf::endpoint::Done>(event.what);
        story.isCancelled |= failed && failed->error.code == tf::Code::Cancelled;
    }
}

} // namespace

class CancelsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// At random moments: before the connection, in the upload, before the answer, in the midst of
    /// it. TRIFOLD_CANCELS=1000 makes so many.
    void eachEndsOnceAndClosesItsSocket()
    {
        const int asked = qEnvironmentVariableIntValue("TRIFOLD_CANCELS");
        const int wanted = std::max(asked, 150);
        Gen gen(70, 64);
        ReplayServer server([&gen](const Incoming&) { return endless(gen); });
        const tf::endpoint::Reach reach;
        tf::endpoint::OpenAiEndpoint endpoint(profileFor(server.url()), reach);
        const auto sink = std::make_shared<tf::Mailbox<tf::endpoint::Event>>(nullptr);
        std::map<tf::endpoint::RequestId, Story> stories;
        std::vector<qint64> millis;
        int numCancels = 0;
        QElapsedTimer clock;
        clock.start();
        for (; numCancels < wanted && (asked > 0 || clock.elapsed() < kMostMillis); ++numCancels) {
            const std::string question(gen.oneIn(6) ? std::size_t(1) << 20 : 1, '?');
            const auto ticket = endpoint.start(questionOf(question), sink);
            if (!gen.oneIn(10))
                waitUntil([] { return false; }, static_cast<int>(gen.below(40)));
            const bool wasOpen = server.numOpen > 0;
            QElapsedTimer sinceCancel;
            sinceCancel.start();
            ticket.cancel();
            QVERIFY2(waitUntil([&] { return server.numOpen == 0; }, kPatience),
                     qPrintable(QString::number(numCancels)));
            if (wasOpen)
                millis.push_back(sinceCancel.elapsed());
            follow(sink->drain(), stories);
            QCOMPARE(stories[ticket.id].numEnds, 1);
        }
        waitUntil([] { return false; }, 100);
        follow(sink->drain(), stories);
        QCOMPARE(static_cast<int>(stories.size()), numCancels);
        for (const auto& [id, story] : stories) {
            QVERIFY(story.isCancelled);
            QCOMPARE(story.numEnds, 1);
            QCOMPARE(story.numLate, 0);
        }
        QCOMPARE(server.numOpen, 0);
        QVERIFY(millis.size() >= 10);
        std::sort(millis.begin(), millis.end());
        const qint64 p95 = millis[millis.size() * 95 / 100];
        std::printf(
            "%d cancels, %zu with an open socket: closed at the server after %lld ms at p50, "
            "%lld at p95, %lld at worst\n",
            numCancels, millis.size(), static_cast<long long>(millis[millis.size() / 2]),
            static_cast<long long>(p95), static_cast<long long>(millis.back()));
        QVERIFY2(p95 <= 250, qPrintable(QString::number(p95)));
    }
};

std::unique_ptr<QObject> makeCancelsTest()
{
    return std::make_unique<CancelsTest>();
}

#include "tst_cancels.moc"
