#include "tests/app/endpoint/generated_answer.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

using namespace tf::test;
using tf::endpoint::Millis;

namespace {

enum class Ends : std::uint8_t { Lf, CrLf };
enum class Twice : std::uint8_t { Nothing, WhatMay };

QByteArray streamBody(const std::vector<StreamEvent>& events, Ends ends, Twice twice)
{
    const QByteArray end = ends == Ends::CrLf ? "\r\n\r\n" : "\n\n";
    QByteArray body;
    for (const StreamEvent& event : events) {
        const QByteArray line = "data: " + event.data + end;
        body += line;
        if (twice == Twice::WhatMay && event.mayRepeat)
            body += line;
    }
    return body;
}

/// What the server says is known to be cut when it ends early.
QByteArray chunkedHead(const QByteArray& body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: "
           "chunked\r\n\r\n"
        + QByteArray::number(body.size(), 16) + "\r\n";
}

std::string written(const Said& said)
{
    return "think{" + said.think + "}" + said.text + "[" + said.calls + "]";
}

const Form& fetchedForm()
{
    QFETCH(int, form);
    return streamForms()[static_cast<std::size_t>(form)];
}

} // namespace

/// The same speech in the form of every kind of server, through a real socket, with every fault.
class GeneratedStreamsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// All kinds at once; a token an event, each when it is due.
    void saysWhatWasSentAtEverySpeed_data()
    {
        QTest::addColumn<int>("tokensPerSecond");
        QTest::newRow("50 a second") << 50;
        QTest::newRow("500 a second") << 500;
        QTest::newRow("2,000 a second") << 2000;
    }
    void saysWhatWasSentAtEverySpeed()
    {
        QFETCH(int, tokensPerSecond);
        const auto numTokens = static_cast<std::size_t>(tokensPerSecond / 2);
        std::vector<StreamSample> samples;
        std::vector<std::unique_ptr<Conversation>> conversations;
        ReplayServer server([&](const Incoming& incoming) {
            const auto at = incoming.body.indexOf("form ") + 5;
            const StreamSample& sample = samples[std::size_t(incoming.body[at] - '0')];
            Answer answer{streamHead(), {}};
            for (const StreamEvent& event : sample.events)
                answer.blocks << streamBody({event}, Ends::Lf, Twice::Nothing);
            answer.pauseMillis = 1000.0 / tokensPerSecond;
            return answer;
        });
        for (const Form& form : streamForms()) {
            const auto idx = samples.size();
            samples.push_back(sampleOf(form, idx, numTokens));
            conversations.push_back(
                std::make_unique<Conversation>(profileFor(server.url(), form.kind)));
        }
        for (std::size_t idx = 0; idx < samples.size(); ++idx)
            conversations[idx]->start(questionOf("form " + std::to_string(idx)));
        for (std::size_t idx = 0; idx < samples.size(); ++idx) {
            QVERIFY2(conversations[idx]->waitForEnd(), streamForms()[idx].name);
            const Gathered& got = conversations[idx]->gathered();
            QCOMPARE(written(saidIn(got.events)), written(samples[idx].said));
            QVERIFY(got.done() != nullptr);
            QCOMPARE(got.numEnds(), 1);
        }
    }

    void linesMayEndInCrLf_data() { streamFormRows(); }
    void linesMayEndInCrLf()
    {
        const Form& form = fetchedForm();
        for (std::uint64_t seed = 0; seed < 8; ++seed) {
            const StreamSample sample = sampleOf(form, seed, 60);
            const QByteArray body = streamBody(sample.events, Ends::CrLf, Twice::Nothing);
            ReplayServer server([&](const Incoming&) { return Answer{streamHead(), {body}}; });
            const Gathered got = Conversation(profileFor(server.url(), form.kind)).ask();
            QCOMPARE(written(saidIn(got.events)), written(sample.said));
        }
    }

    void packetsOfOneByte_data() { streamFormRows(); }
    void packetsOfOneByte()
    {
        const Form& form = fetchedForm();
        const StreamSample sample = sampleOf(form, 20, 24);
        const QByteArray body = streamBody(sample.events, Ends::CrLf, Twice::Nothing);
        ReplayServer server([&](const Incoming&) {
            Answer answer{streamHead(), {}};
            for (const char byte : body)
                answer.blocks << QByteArray(1, byte);
            answer.pauseMillis = 0.02;
            answer.isFlushed = true;
            return answer;
        });
        const Gathered got = Conversation(profileFor(server.url(), form.kind)).ask();
        QCOMPARE(written(saidIn(got.events)), written(sample.said));
        QVERIFY(got.done() != nullptr);
    }

    /// Beginnings, ends, whole calls, and each chunk of a server that sends growing snapshots.
    void whatIsSaidTwiceIsSeenOnce_data() { streamFormRows(); }
    void whatIsSaidTwiceIsSeenOnce()
    {
        const Form& form = fetchedForm();
        for (std::uint64_t seed = 30; seed < 38; ++seed) {
            const StreamSample sample = sampleOf(form, seed, 60);
            const QByteArray body = streamBody(sample.events, Ends::Lf, Twice::WhatMay);
            ReplayServer server([&](const Incoming&) { return Answer{streamHead(), {body}}; });
            const Gathered got = Conversation(profileFor(server.url(), form.kind)).ask();
            QCOMPARE(written(saidIn(got.events)), written(sample.said));
            QCOMPARE(got.numEnds(), 1);
        }
    }

    void aBrokenStreamIsTheBeginningOfTheWhole_data()
    {
        QTest::addColumn<int>("form");
        QTest::addColumn<int>("after");
        for (std::size_t idx = 0; idx < streamForms().size(); ++idx) {
            for (const auto after : {After::Close, After::Reset})
                QTest::addRow("%s, %s", streamForms()[idx].name,
                              after == After::Close ? "cut" : "reset")
                    << static_cast<int>(idx) << static_cast<int>(after);
        }
    }
    void aBrokenStreamIsTheBeginningOfTheWhole()
    {
        const Form& form = fetchedForm();
        QFETCH(int, after);
        Gen gen(40, 64);
        for (int round = 0; round < 12; ++round) {
            const StreamSample sample = sampleOf(form, gen.bits(), 60);
            const QByteArray body = streamBody(sample.events, Ends::Lf, Twice::Nothing);
            const auto endOfAnswer = body.indexOf("finish_reason");
            const auto cut = static_cast<qsizetype>(1 + gen.below(std::size_t(endOfAnswer)));
            ReplayServer server([&](const Incoming&) {
                Answer answer{chunkedHead(body), {body.left(cut)}};
                answer.after = static_cast<After>(after);
                return answer;
            });
            auto profile = profileFor(server.url(), form.kind);
            profile.connection.retries.maxRetries = 0;
            const Gathered got = Conversation(profile).ask();
            const Said said = saidIn(got.events);
            QVERIFY2(said.isBeginningOf(sample.said), written(said).c_str());
            QVERIFY(said.calls.empty() || said.calls == "!"); // what may be cut never runs
            QVERIFY(got.failed() != nullptr);
            QCOMPARE(got.numEnds(), 1);
            QCOMPARE(server.requests.size(), 1);
        }
    }

    /// All kinds at once: the server falls silent in the middle and keeps the connection.
    void aStallEndsWithWhatCame()
    {
        std::vector<StreamSample> samples;
        std::vector<std::unique_ptr<Conversation>> conversations;
        ReplayServer server([&](const Incoming& incoming) {
            const auto at = incoming.body.indexOf("form ") + 5;
            const auto& events = samples[std::size_t(incoming.body[at] - '0')].events;
            const std::vector<StreamEvent> half(events.begin(),
                                                events.begin() + std::ptrdiff_t(events.size() / 2));
            return Answer{.head = streamHead(),
                          .blocks = {streamBody(half, Ends::Lf, Twice::Nothing)},
                          .after = After::Keep};
        });
        for (const Form& form : streamForms()) {
            samples.push_back(sampleOf(form, 50 + samples.size(), 60));
            auto profile = profileFor(server.url(), form.kind);
            profile.connection.timeouts.gap = Millis(500);
            conversations.push_back(std::make_unique<Conversation>(profile));
        }
        for (std::size_t idx = 0; idx < samples.size(); ++idx)
            conversations[idx]->start(questionOf("form " + std::to_string(idx)));
        for (std::size_t idx = 0; idx < samples.size(); ++idx) {
            QVERIFY2(conversations[idx]->waitForEnd(), streamForms()[idx].name);
            const Gathered& got = conversations[idx]->gathered();
            const Said said = saidIn(got.events);
            QVERIFY2(said.isBeginningOf(samples[idx].said), written(said).c_str());
            QVERIFY(!said.think.empty());
            QVERIFY(got.failed() != nullptr);
            QVERIFY(got.failed()->error.text.find("nothing more") != std::string::npos);
        }
        QTRY_COMPARE_WITH_TIMEOUT(server.numOpen, 0, 2000);
    }
};

std::unique_ptr<QObject> makeGeneratedStreamsTest()
{
    return std::make_unique<GeneratedStreamsTest>();
}

#include "tst_generated_streams.moc"
