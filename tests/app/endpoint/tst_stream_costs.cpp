#include "app/wire/sse.h"
#include "tests/app/endpoint/generated_answer.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QTest>
#include <QThread>
#include <QTimer>

#include <cstdio>
#include <ctime>

using namespace tf::test;

namespace {

/// At 2,000 tokens a second a client that needs more falls behind.
constexpr double kMostMicrosPerToken = 500;
constexpr int kFrameMillis = 16;

double cpuMicros()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e6 * static_cast<double>(now.tv_sec) + 1e-3 * static_cast<double>(now.tv_nsec);
}

/// A replaying server in a thread of its own, so that its work is not counted as the client's.
class AwayServer {
public:
    explicit AwayServer(const ReplayServer::Handler& handler)
    {
        m_there.moveToThread(&m_thread);
        m_thread.start();
        inThread([&] { m_server = std::make_unique<ReplayServer>(handler); });
    }
    ~AwayServer()
    {
        inThread([&] { m_server.reset(); });
        m_thread.quit();
        m_thread.wait();
    }
    AwayServer(const AwayServer&) = delete;
    AwayServer& operator=(const AwayServer&) = delete;

    [[nodiscard]] QUrl url() const { return m_server->url(); }

private:
    template <class Work>
    void inThread(Work work)
    {
        QMetaObject::invokeMethod(&m_there, work, Qt::BlockingQueuedConnection);
    }

    QThread m_thread;
    QObject m_there;
    std::unique_ptr<ReplayServer> m_server;
};

/// Gathers as a window does: a wake begins a frame, and the frame takes all that has come.
class Face : public QObject {
public:
    Face()
    {
        m_frame.setSingleShot(true);
        connect(&m_frame, &QTimer::timeout, this, [this] {
            for (auto& event : sink->drain())
                got.events.push_back(std::move(event));
        });
    }

    Gathered got;
    int numWakes = 0; ///< everything here runs in one thread
    tf::endpoint::Sink sink = std::make_shared<tf::Mailbox<tf::endpoint::Event>>([this] {
        ++numWakes;
        m_frame.start(kFrameMillis);
    });

private:
    QTimer m_frame;
};

} // namespace

/// What a token costs the thread that shows it.
class StreamCostsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void twoThousandTokensASecond_data() { streamFormRows(); }
    void twoThousandTokensASecond()
    {
        QFETCH(int, form);
        const Form& asked = streamForms()[static_cast<std::size_t>(form)];
        Gen gen(60, 64);
        const Speech speech = anySpeech(gen, 1000);
        const auto events = asked.write(speech);
        Answer answer{streamHead(), {}};
        for (const StreamEvent& event : events)
            answer.blocks << "data: " + event.data + "\n\n";
        answer.pauseMillis = 0.5;
        const AwayServer server([&](const Incoming&) { return answer; });
        const tf::endpoint::Reach reach;
        tf::endpoint::OpenAiEndpoint endpoint(profileFor(server.url(), asked.kind), reach);
        Face face;
        const double before = cpuMicros();
        endpoint.start(questionOf("?"), face.sink);
        QTRY_VERIFY_WITH_TIMEOUT(face.got.hasEnded(), 15'000);
        const double micros = (cpuMicros() - before) / static_cast<double>(events.size());
        std::printf(
            "%s: %.0f us of the client's thread a token at 2,000 tokens/s, %zu tokens in %d "
            "wakes\n",
            asked.name, micros, events.size(), face.numWakes);
        QVERIFY(face.got.done() != nullptr);
        QVERIFY(saidIn(face.got.events) == saidBy(speech));
        QVERIFY2(micros < kMostMicrosPerToken, asked.name);
        QVERIFY(face.numWakes * 8 < static_cast<int>(events.size()));
    }

    /// Without the network: bytes, events, JSON, answer.
    void theReadingAlone_data() { streamFormRows(); }
    void theReadingAlone()
    {
        QFETCH(int, form);
        const Form& asked = streamForms()[static_cast<std::size_t>(form)];
        Gen gen(61, 64);
        const Speech speech = anySpeech(gen, 2000);
        const auto events = asked.write(speech);
        tf::wire::SseParser sse;
        tf::wire::ReplyReader reader(tf::endpoint::findServerKind(asked.kind)->growth);
        std::vector<tf::endpoint::Event> got;
        const auto take = [&got](std::vector<tf::wire::ReplyEvent> replies) {
            for (auto& reply : replies)
                got.push_back({0, std::move(reply)});
        };
        const double before = cpuMicros();
        for (const StreamEvent& event : events) {
            for (const auto& read : sse.feed("data: " + event.data.toStdString() + "\n\n")) {
                if (read.data != "[DONE]")
                    take(reader.feed(MUST(tf::wire::readChunk(read.data))));
            }
        }
        take(reader.finish());
        const double micros = (cpuMicros() - before) / static_cast<double>(events.size());
        std::printf("%s: %.1f us a token to read\n", asked.name, micros);
        QVERIFY(saidIn(got) == saidBy(speech));
        QVERIFY2(micros < kMostMicrosPerToken, asked.name);
    }
};

std::unique_ptr<QObject> makeStreamCostsTest()
{
    return std::make_unique<StreamCostsTest>();
}

#include "tst_stream_costs.moc"
